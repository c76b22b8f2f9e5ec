using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>An objective as somebody wrote it, at an input.</summary>
/// <param name="Name">The class that holds it.</param>
/// <param name="Value">Its value; several numbers, where it has several.</param>
/// <param name="Derivative">Computes its derivative into memory that is kept.</param>
/// <param name="Result">The derivative in the layout of the suite.</param>
internal sealed record Spelling(string Name, Func<double[]> Value, Action Derivative, Func<double[]> Result);
