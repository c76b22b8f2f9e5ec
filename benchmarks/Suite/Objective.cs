using System;
using System.Collections.Generic;
using DiffGen.Benchmarks.Suite.Objectives;

namespace DiffGen.Benchmarks.Suite;

/// <summary>An objective of the suite in several sizes; the first one is the one that a short run takes.</summary>
internal abstract class Objective
{
    /// <summary>All objectives, in the order of reports.</summary>
    public static IReadOnlyList<Objective> All { get; } =
    [
        new MixtureOfGaussians(),
        new BundleAdjustment(),
        new LongShortTermMemory(),
        new HandTracking(),
        new NearestCentroids(),
        new LogSumExp(),
        new DifferentialEquation(),
        new Determinant(),
        new PolynomialFit(),
        new DenseLayers(),
    ];

    /// <summary>Its name, which is also that of its twins' files.</summary>
    public abstract string Name { get; }

    /// <summary>A size where a wrong result shows; candidates must also agree there.</summary>
    public virtual int TellingSize => 0;

    /// <summary>How many sizes there are.</summary>
    public abstract int Sizes { get; }

    /// <summary>How its cost grows is measured along this.</summary>
    public abstract Growth Growth { get; }

    /// <summary>Makes the inputs of one size, the same in each run.</summary>
    public abstract Problem Create(int size);
}

/// <summary>Sizes of an objective along one axis.</summary>
/// <param name="Axis">The letter of what grows.</param>
/// <param name="Steps">The sizes.</param>
/// <param name="Create">Makes the problem of a size.</param>
internal sealed record Growth(string Axis, int[] Steps, Func<int, Problem> Create);
