using System.Collections.Generic;
using System.Linq;
using DiffGen.RandomPrograms.Tests.Execution;
using DiffGen.RandomPrograms.Tests.Generation;
using DiffGen.RandomPrograms.Tests.Reporting;
using Xunit;
using Xunit.Abstractions;

namespace DiffGen.RandomPrograms.Tests;

/// <summary>The grammar by itself, without the generator: its programs are valid, finite and the same on every run.</summary>
public sealed class GrammarTests(ITestOutputHelper output)
{
    [Fact]
    public void Programs_are_valid_and_mostly_tame()
    {
        (Report report, List<Outcome> failures) = RandomRun.Run(RandomRun.CountOr(200), RandomRun.FirstSeed, new Batch.Settings(PrimalOnly: true));
        output.WriteLine(report.ToString());
        foreach (IGrouping<string, Outcome> kind in failures.GroupBy(o => $"{o.Verdict} {o.Id}"))
            output.WriteLine($"{kind.Key}: {kind.Count()} such as seed {kind.First().Program.Seed}: {kind.First().Detail}\n{kind.First().Program.ToSource("P")}");
        Assert.Empty(failures);
        Assert.True(report.Points.Checked > 0.9 * 2 * report.Programs, "too few points are fit for differences");
        Assert.True(report.Productions.Count > 100, "the grammar reaches too few of its productions");
    }

    [Fact]
    public void The_same_seed_yields_the_same_program()
    {
        for (ulong seed = 0; seed < 50; seed++)
            Assert.Equal(ProgramGenerator.Generate(seed).ToSource("P"), ProgramGenerator.Generate(seed).ToSource("P"));
    }
}
