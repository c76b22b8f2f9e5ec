using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Cases.Tests.Checking;
using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>The cases with custom rules and fixed points by themselves, also in split mode and without optimisations.</summary>
public sealed class RuleTests
{
    private static readonly IReadOnlyList<CaseFile> Files = [.. CorpusFiles.Cases.Where(f => f.Area is "Rules" or "Fixedpoints" or "Derivativeof").Select(f => SplitTests.Ask(f)!)];
    private static readonly Lazy<CompiledCases> Default = new(() => CaseCompiler.Compile(Files, Setting.Default with { Name = "Rules" }));
    private static readonly Lazy<CompiledCases> Plain = new(() => CaseCompiler.Compile(Files, new Setting("RulesPlain", "Fuse;Inline;Recompute;Optimize")));

    public static IEnumerable<object[]> Ids => from file in Files from plain in new[] { false, true } select new object[] { file.Id, plain };

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rules_give_derivatives_in_every_mode(string id, bool plain)
    {
        CaseFile file = Files.Single(f => f.Id == id);
        ICaseDriver driver = (plain ? Plain : Default).Value.Driver(file);
        CaseChecks.ValuesArePrimal(file, driver);
        CaseChecks.ForwardIsReverse(file, driver);
        CaseChecks.DerivativesAreDifferences(file, driver);
        CaseChecks.CompanionsAgree(file, driver);
        CaseChecks.StateIsPrimal(file, driver);
        CaseChecks.CallsRepeat(file, driver);
        SplitTests.Check(file, (ISplitDriver)driver);
    }
}
