using System.Linq;
using DiffGen.RandomPrograms.Tests.Generation;
using DiffGen.RandomPrograms.Tests.Reporting;
using Xunit;
using Xunit.Abstractions;

namespace DiffGen.RandomPrograms.Tests;

/// <summary>The front end takes random programs, and what it makes of them is sound and varied.</summary>
public sealed class LoweringTests(ITestOutputHelper output)
{
    [Fact]
    public void Programs_lower_to_sound_and_varied_IR()
    {
        var reach = new IrReach();
        for (int i = 0; i < RandomRun.CountOr(300); i++)
            reach.Add(ProgramGenerator.Generate(RandomRun.FirstSeed + (ulong)i));
        output.WriteLine(reach.ToString());
        Assert.True(reach.Errors.Count == 0, $"{reach.Errors.Count} programs are unsound, such as {reach.Errors.FirstOrDefault()}");
        Assert.True(reach.Rejected <= 0.05 * reach.Programs, $"{reach.Rejected} of {reach.Programs} programs were rejected");
        Assert.True(reach.Operations.Count() > 75, "too few kinds of operations are reached");
    }
}
