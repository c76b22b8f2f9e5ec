using System.Collections.Generic;
using System.Linq;
using DiffGen.RandomPrograms.Tests.Execution;
using DiffGen.RandomPrograms.Tests.Generation;
using DiffGen.RandomPrograms.Tests.Syntax;
using Xunit;
using Xunit.Abstractions;

namespace DiffGen.RandomPrograms.Tests;

/// <summary>The grammar by itself, without the generator: its programs are valid, finite and the same on every run.</summary>
public sealed class GrammarTests(ITestOutputHelper output)
{
    private const int Programs = 300;

    [Fact]
    public void Programs_are_valid_and_mostly_tame()
    {
        List<RandomProgram> programs = [.. Enumerable.Range(0, Programs).Select(i => ProgramGenerator.Generate((ulong)i))];
        IReadOnlyList<Outcome> outcomes = Batch.Run(programs, new Batch.Settings(PrimalOnly: true));
        var points = new PointCounts();
        foreach (Outcome outcome in outcomes)
            points.Add(outcome.Points);
        foreach (IGrouping<string, Outcome> invalid in outcomes.Where(o => o.Verdict != Verdict.Passed).GroupBy(o => $"{o.Verdict} {o.Id}"))
            output.WriteLine($"{invalid.Key}: {invalid.Count()} such as seed {invalid.First().Program.Seed}: {invalid.First().Detail}\n{invalid.First().Program.ToSource("P")}");
        Assert.All(outcomes, o => Assert.Equal(Verdict.Passed, o.Verdict));
        output.WriteLine($"points checked {points.Checked}, near a kink {points.Kinks}, discarded {points.Discarded}");
        Assert.True(points.Checked > 0.8 * 2 * programs.Count, "too few points are fit for differences");
    }

    [Fact]
    public void The_same_seed_yields_the_same_program()
    {
        for (ulong seed = 0; seed < 50; seed++)
            Assert.Equal(ProgramGenerator.Generate(seed).ToSource("P"), ProgramGenerator.Generate(seed).ToSource("P"));
    }
}
