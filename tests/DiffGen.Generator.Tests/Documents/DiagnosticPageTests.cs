using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DiffGen.Generator.Diagnostics;
using Xunit;

namespace DiffGen.Generator.Tests.Documents;

public class DiagnosticPageTests
{
    /// <summary>Set this environment variable to 1 to rewrite the pages after a change of the table or of the rejected cases.</summary>
    private const string RewriteVariable = "DIFFGEN_REWRITE_DOCS";

    [Fact]
    public void EveryDiagnosticHasAnUpToDatePage()
    {
        var pages = DiagnosticTable.Rows.ToDictionary(row => row.Id + ".md", DiagnosticPage.Render);
        pages.Add("README.md", DiagnosticPage.RenderIndex());
        if (Environment.GetEnvironmentVariable(RewriteVariable) == "1")
            Rewrite(pages);

        Assert.Equal(pages.Keys.Order(), Directory.EnumerateFiles(DiagnosticPage.Folder).Select(file => Path.GetFileName(file)).Order());
        string[] stale = [.. pages.Where(page => Read(page.Key) != page.Value).Select(page => page.Key)];
        Assert.True(stale.Length == 0, $"Stale pages: {string.Join(", ", stale)}. Run the tests once with {RewriteVariable}=1.");
    }

    [Fact]
    public void HelpLinksLeadToThePages()
        => Assert.All(DiagnosticTable.Rows, row => Assert.EndsWith($"/docs/diagnostics/{row.Id}.md", row.HelpLink));

    private static string Read(string name) => File.ReadAllText(Path.Combine(DiagnosticPage.Folder, name)).ReplaceLineEndings("\n");

    private static void Rewrite(Dictionary<string, string> pages)
    {
        if (Directory.Exists(DiagnosticPage.Folder))
            Directory.Delete(DiagnosticPage.Folder, recursive: true);
        Directory.CreateDirectory(DiagnosticPage.Folder);
        foreach ((string name, string text) in pages)
            File.WriteAllText(Path.Combine(DiagnosticPage.Folder, name), text);
    }
}
