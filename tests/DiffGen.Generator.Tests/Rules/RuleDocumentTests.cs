using System;
using System.IO;
using System.Runtime.CompilerServices;
using DiffGen.Generator.Rules;
using Xunit;

namespace DiffGen.Generator.Tests.Rules;

public class RuleDocumentTests
{
    /// <summary>Set this environment variable to 1 to rewrite the page after a change of the table.</summary>
    private const string RewriteVariable = "DIFFGEN_REWRITE_DOCS";

    [Fact]
    public void The_page_of_rules_is_up_to_date()
    {
        string page = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs/rules.md"));
        if (Environment.GetEnvironmentVariable(RewriteVariable) == "1")
            File.WriteAllText(page, RuleDocument.Render());
        Assert.True(File.Exists(page) && File.ReadAllText(page).ReplaceLineEndings("\n") == RuleDocument.Render(),
            $"docs/rules.md is stale: run the tests once with {RewriteVariable}=1.");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
