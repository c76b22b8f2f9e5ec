using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.RandomPrograms.Tests.Execution;
using DiffGen.RandomPrograms.Tests.Generation;
using DiffGen.RandomPrograms.Tests.Shrinking;
using DiffGen.RandomPrograms.Tests.Syntax;
using Xunit;

namespace DiffGen.RandomPrograms.Tests;

/// <summary>A failure is brought down to the part of the program that causes it.</summary>
public sealed class ShrinkerTests
{
    [Fact]
    public void A_program_shrinks_to_what_fails()
    {
        RandomProgram program = Enumerable.Range(0, 1000).Select(i => ProgramGenerator.Generate((ulong)i)).First(p => Fails(p) && p.Size() > 120);
        var failure = new Outcome(program, Verdict.Differences, "made up");

        Outcome small = Shrinker.Shrink(failure, TimeSpan.FromMinutes(3), RunWithMadeUpFault);

        Assert.True(Fails(small.Program));
        Assert.True(small.Program.Size() < 15, small.Program.ToSource("Minimal"));
    }

    // Every valid program with a tangent in a loop is said to be wrong.
    private static bool Fails(RandomProgram program)
    {
        string source = program.Entry.ToString();
        return source.Contains("Math.Tan(", StringComparison.Ordinal) && source.Contains("for (", StringComparison.Ordinal);
    }

    private static IReadOnlyList<Outcome> RunWithMadeUpFault(IReadOnlyList<RandomProgram> programs)
        => [.. Batch.Run(programs, new Batch.Settings(PrimalOnly: true))
            .Select(o => o.Verdict == Verdict.Passed && Fails(o.Program) ? o with { Verdict = Verdict.Differences, Id = "made up" } : o)];
}
