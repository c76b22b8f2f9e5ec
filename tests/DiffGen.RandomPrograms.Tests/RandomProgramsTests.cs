using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using DiffGen.RandomPrograms.Tests.Execution;
using DiffGen.RandomPrograms.Tests.Reporting;
using Xunit;
using Xunit.Abstractions;

namespace DiffGen.RandomPrograms.Tests;

/// <summary>The companions of random programs agree with the programs, with each other and with differences.</summary>
public sealed class RandomProgramsTests(ITestOutputHelper output)
{
    private const int DefaultCount = 250;

    [Fact]
    public void Companions_of_random_programs_agree()
    {
        var clock = Stopwatch.StartNew();
        (Report report, List<Outcome> failures) = RandomRun.Run(RandomRun.CountOr(DefaultCount), RandomRun.FirstSeed);
        output.WriteLine(report.ToString());
        output.WriteLine($"{report.Programs / clock.Elapsed.TotalSeconds:F0} programs per second");
        if (failures.Count > 0)
            Assert.Fail($"{failures.Count} failures\n" + RandomRun.Describe(failures));
        Assert.True(report.Rejected <= 0.05 * report.Programs, $"{report.Rejected} of {report.Programs} programs were rejected");
        Assert.True(report.Points.Checked >= 1.5 * (report.Programs - report.Rejected), "too few points were fit for differences");
    }

    [Fact]
    public void A_wrong_derivative_is_caught()
    {
        static string CosToSin(string code) => code.Replace("Math.Cos(", "Math.Sin(", StringComparison.Ordinal);

        (_, List<Outcome> failures) = RandomRun.Run(100, 1, new Batch.Settings(Mutate: CosToSin));
        Assert.Contains(failures, f => f.Verdict is Verdict.ValueDiffers or Verdict.Differences or Verdict.ForwardAgainstReverse);
    }
}
