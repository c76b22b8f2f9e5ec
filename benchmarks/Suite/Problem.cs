using System;

namespace DiffGen.Benchmarks.Suite;

/// <summary>One objective in one size: its inputs, the shapes of its outputs, and what C# there is to run.</summary>
/// <param name="Objective">The name of the objective, and of its twins' files.</param>
/// <param name="Size">The size, for people.</param>
/// <param name="Inputs">What every candidate reads, in the order that the twins state.</param>
/// <param name="Value">Empty outputs of the primal.</param>
/// <param name="Derivative">Empty outputs of the derivative.</param>
/// <param name="Primal">The primal in C#.</param>
/// <param name="Strict">DiffGen's derivative with strict floating point.</param>
internal sealed record Problem(
    string Objective,
    string Size,
    Buffers Inputs,
    Buffers Value,
    Buffers Derivative,
    Action<Buffers> Primal,
    Action<Buffers> Strict)
{
    /// <summary>DiffGen's derivative with fast floating point.</summary>
    public Action<Buffers>? Fast { get; init; }

    /// <summary>
    /// How far from each other two results may be, relative to the largest number. Other orders of sums stay below the ordinary tolerance, a wrong derivative
    /// far above; a sum of a million terms that is added one by one may be further off.
    /// </summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>A derivative written by hand in C#.</summary>
    public Action<Buffers>? ByHand { get; init; }
}
