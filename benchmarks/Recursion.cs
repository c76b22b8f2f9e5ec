namespace DiffGen.Benchmarks;

/// <summary>A recursion that is linear in its depth.</summary>
internal static partial class Recursion
{
    [Differentiable]
    public static double Chain(double x, int depth) => depth == 0 ? x : 0.999 * Chain(x, depth - 1) + 0.001 * x * x;
}
