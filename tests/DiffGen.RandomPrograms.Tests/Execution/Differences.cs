using System;
using System.Linq;

namespace DiffGen.RandomPrograms.Tests.Execution;

/// <summary>
/// Five-point differences of the shadow program along a direction, at two step sizes. Where these disagree there is a kink or a jump
/// nearby, and the point says nothing.
/// </summary>
internal sealed class Differences
{
    private readonly bool _float;

    private Differences(double[]? values, bool isFloat)
    {
        Values = values;
        _float = isFloat;
    }

    /// <summary>Directional derivatives of all outputs; null near a kink.</summary>
    public double[]? Values { get; }

    public static Differences Of(CompiledProgram compiled, double[] x, double[] direction, bool isFloat)
    {
        try
        {
            compiled.Frozen.Record();
            double[] center = compiled.Shadow(x);
            double[]? coarse = FivePoint(compiled, x, direction, 1e-3);
            double[]? fine = FivePoint(compiled, x, direction, 4e-4);
            if (coarse is null || fine is null)
                return new Differences(null, isFloat);
            // Single precision may take another branch than its double shadow.
            if (isFloat && compiled.Primal(x).Zip(center).Any(p => Math.Abs(p.First - p.Second) > 1e-4 * (1 + Math.Abs(p.Second))))
                return new Differences(null, isFloat);
            for (int i = 0; i < fine.Length; i++)
            {
                if (!(Math.Abs(coarse[i] - fine[i]) <= 0.2 * Tolerance(fine[i], center[i])))
                    return new Differences(null, isFloat);
            }
            return new Differences(fine, isFloat);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or ArithmeticException)
        {
            return new Differences(null, isFloat);
        }
    }

    /// <summary>What is wrong with the tangents, or null.</summary>
    public string? Mismatch(double[] tangents)
    {
        if (Values is null)
            return null;
        double scale = Values.Max(Math.Abs);
        for (int i = 0; i < tangents.Length; i++)
        {
            double tolerance = _float ? 5e-3 * (0.2 + scale) : Tolerance(Values[i], 1) + 1e-8 * scale;
            if (!(Math.Abs(tangents[i] - Values[i]) <= tolerance))
                return $"output {i}: tangent {tangents[i]:R}, difference quotient {Values[i]:R}";
        }
        return null;
    }

    private static double Tolerance(double derivative, double value) => 1e-5 * Math.Abs(derivative) + 1e-8 * (1 + Math.Abs(value));

    private static double[]? FivePoint(CompiledProgram compiled, double[] x, double[] direction, double step)
    {
        double[]? far = Difference(compiled, x, direction, 2 * step);
        double[]? near = Difference(compiled, x, direction, step);
        if (far is null || near is null)
            return null;
        var result = new double[near.Length];
        for (int i = 0; i < result.Length; i++)
            result[i] = (8 * near[i] - far[i]) / (12 * step);
        return result;
    }

    private static double[]? Difference(CompiledProgram compiled, double[] x, double[] direction, double step)
    {
        double[]? above = At(compiled, x, direction, step);
        double[]? below = At(compiled, x, direction, -step);
        return above is null || below is null ? null : [.. above.Zip(below, (a, b) => a - b)];
    }

    private static double[]? At(CompiledProgram compiled, double[] x, double[] direction, double step)
    {
        double[] moved = [.. x.Zip(direction, (a, d) => a + step * d)];
        compiled.Frozen.Replay();
        double[] y = compiled.Shadow(moved);
        return compiled.Frozen.Diverged() ? null : y;
    }
}
