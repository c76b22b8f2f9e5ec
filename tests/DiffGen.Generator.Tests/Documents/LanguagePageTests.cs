using System;
using System.IO;
using System.Linq;
using Xunit;

namespace DiffGen.Generator.Tests.Documents;

public class LanguagePageTests
{
    [Fact]
    public void Every_area_of_cases_says_what_it_is_about() =>
        Assert.Empty(LanguagePage.Areas.Where(area => !File.Exists(Path.Combine(area, "README.md"))).Select(Path.GetFileName));

    [Fact]
    public void The_page_of_the_language_is_up_to_date()
    {
        if (Environment.GetEnvironmentVariable("DIFFGEN_REWRITE_DOCS") == "1")
            File.WriteAllText(LanguagePage.Path, LanguagePage.Render());
        Assert.True(File.Exists(LanguagePage.Path) && File.ReadAllText(LanguagePage.Path).ReplaceLineEndings("\n") == LanguagePage.Render(),
            "docs/language.md is stale: run the tests once with DIFFGEN_REWRITE_DOCS=1.");
    }
}
