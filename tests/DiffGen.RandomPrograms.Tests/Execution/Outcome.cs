using System;
using System.Collections.Generic;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Execution;

internal enum Verdict
{
    Passed,

    /// <summary>The generator refuses the program with a diagnostic.</summary>
    Rejected,

    /// <summary>The program itself is no valid C#, or throws: the fault of the grammar, or of a step of shrinking.</summary>
    InvalidProgram,
    GeneratorCrash,
    DoesNotCompile,
    CompanionThrows,
    Hangs,
    ValueDiffers,
    ForwardAgainstReverse,
    GradientAgainstVjp,
    Differences,
    Asymmetric,
}

/// <summary>What came of one program.</summary>
/// <param name="Program">The program.</param>
/// <param name="Verdict">The kind of the result.</param>
/// <param name="Id">The diagnostic of a rejection or of code that does not compile; the companion that failed.</param>
/// <param name="Detail">For people.</param>
internal sealed record Outcome(RandomProgram Program, Verdict Verdict, string Id = "", string Detail = "")
{
    public PointCounts Points { get; init; } = new();

    public bool IsFailure => Verdict is not (Verdict.Passed or Verdict.Rejected or Verdict.InvalidProgram);

    /// <summary>Shrinking must keep this.</summary>
    public bool IsSameKindAs(Outcome other) => Verdict == other.Verdict && Id == other.Id;
}

/// <summary>What happened to the points at which a program was looked at.</summary>
internal sealed record PointCounts
{
    /// <summary>All checks, differences included.</summary>
    public int Checked { get; set; }

    /// <summary>Differences at two step sizes disagree: too close to a kink or a jump.</summary>
    public int Kinks { get; set; }

    /// <summary>The primal is not finite, huge or too steep, or throws.</summary>
    public int Discarded { get; set; }

    public void Add(PointCounts other)
    {
        Checked += other.Checked;
        Kinks += other.Kinks;
        Discarded += other.Discarded;
    }
}

/// <summary>The compiled methods that drive one program.</summary>
internal sealed record CompiledProgram(Func<double[], double[]> Primal, Func<double[], double[]> Shadow, FrozenValues Frozen)
{
    public Func<double[], double[], (double[] Values, double[] Tangents)>? Jvp { get; init; }

    public Func<double[], double[], (double[] Values, double[] Cotangents)>? Vjp { get; init; }

    public Func<double[], (double[] Values, double[] Gradient)>? ValueAndGradient { get; init; }

    public Func<double[], double[]>? Gradient { get; init; }

    public Func<double[], double[], double[]>? Hvp { get; init; }
}

/// <summary>The switch of the shadow programs between recording and replaying values whose derivative is cut.</summary>
internal sealed record FrozenValues(Action Record, Action Replay, Func<bool> Diverged);
