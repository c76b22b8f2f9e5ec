using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Format;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>What headers say of fusion and of the tape is what the documentation of the generated companions says.</summary>
public sealed partial class FactTests
{
    public static IEnumerable<object[]> Fusion => WithFact("fused");

    public static IEnumerable<object[]> Tape => WithFact("tape");

    public static IEnumerable<object[]> Saved => WithFact("saved");

    [Theory]
    [MemberData(nameof(Fusion))]
    public void The_first_loop_is_fused_where_the_header_says_so(string id)
    {
        CaseFile file = Corpus.File(id);
        string loop = file.Text.Split('\n').Select(l => l.Trim()).First(l => l.StartsWith("for", StringComparison.Ordinal));
        string verdict = file.Facts["fused"] == "1" ? "Fuses the two sweeps of" : "Not fused:";
        Assert.Contains($"{verdict} `{loop}`", RemarksOfVjp(file), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tape))]
    public void Nothing_is_saved_where_the_header_says_so(string id) =>
        Assert.DoesNotContain("Saves", RemarksOfVjp(Corpus.File(id)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Saved))]
    public void What_the_header_says_is_saved_in_each_iteration(string id)
    {
        CaseFile file = Corpus.File(id);
        Assert.Contains($"Saves {file.Facts["saved"]} in each iteration of", RemarksOfVjp(file), StringComparison.Ordinal);
    }

    private static string RemarksOfVjp(CaseFile file)
    {
        string generated = string.Join("\n", Corpus.Build(Setting.Default).Generated(file));
        string before = generated[..generated.IndexOf(" FVjp(", StringComparison.Ordinal)];
        return WebUtility.HtmlDecode(Remarks().Matches(before)[^1].Groups[1].Value);
    }

    private static IEnumerable<object[]> WithFact(string fact) =>
        CorpusFiles.Cases.Where(f => f.Facts.ContainsKey(fact)).Select(f => new object[] { f.Id });

    [GeneratedRegex("<remarks>(.*?)</remarks>", RegexOptions.Singleline)]
    private static partial Regex Remarks();
}
