using System;

namespace DiffGen.Testing;

/// <summary>The derivative of one output along a line: the estimate, its own uncertainty, and the step it was made with.</summary>
internal readonly record struct DifferenceEstimate(double Value, double Uncertainty, double Step);

/// <summary>Five-point differences along a line, with a step chosen for each output.</summary>
/// <remarks>
/// The step descends from the largest sensible one until two successive estimates agree, so that functions whose domain ends
/// nearby, or which change quickly, are treated as well. Steps are powers of two: adding them to an argument is mostly exact.
/// </remarks>
internal static class Differences
{
    private const int Rungs = 12;
    private const int StepExponentPerRung = 3;

    /// <param name="line">The function at distance <c>t</c> from the point.</param>
    /// <param name="scale">The size of the arguments: steps are relative to it.</param>
    /// <param name="goal">A relative uncertainty that is small enough to stop at.</param>
    /// <param name="epsilon">The relative precision of the function's arithmetic.</param>
    public static DifferenceEstimate[] AtZero(Func<double, double[]> line, double scale, double goal, double epsilon)
    {
        double step = Math.ScaleB(1, Math.ILogB(Math.Pow(epsilon, 0.2) * Math.Max(scale, 1)));
        double[] center = line(0);
        var best = new DifferenceEstimate[center.Length];
        Array.Fill(best, new DifferenceEstimate(double.NaN, double.PositiveInfinity, step));

        (double[] coarse, double[] size) = FivePoint(line, step, center.Length);
        for (int rung = 0; rung < Rungs; rung++)
        {
            double fineStep = Math.ScaleB(step, -StepExponentPerRung);
            (double[] fine, double[] fineSize) = FivePoint(line, fineStep, center.Length);
            bool isSettled = true;
            for (int i = 0; i < center.Length; i++)
            {
                double magnitude = Math.Max(size[i], Math.Abs(center[i])) + scale * Math.Abs(coarse[i]);
                double roundoff = epsilon * magnitude / step;
                double uncertainty = Math.Abs(coarse[i] - fine[i]) + roundoff;
                if (uncertainty < best[i].Uncertainty)
                    best[i] = new DifferenceEstimate(coarse[i], uncertainty, step);
                isSettled &= best[i].Uncertainty <= goal * Math.Abs(best[i].Value) || roundoff > best[i].Uncertainty;
            }
            if (isSettled)
                break;
            (coarse, size, step) = (fine, fineSize, fineStep);
        }
        return best;
    }

    /// <summary>Four values suffice: the centre has no weight. Also returns the largest magnitude seen.</summary>
    private static (double[] Derivative, double[] Size) FivePoint(Func<double, double[]> line, double step, int outputs)
    {
        double[] farBelow = line(-2 * step);
        double[] below = line(-step);
        double[] above = line(step);
        double[] farAbove = line(2 * step);
        var derivative = new double[outputs];
        var size = new double[outputs];
        for (int i = 0; i < outputs; i++)
        {
            derivative[i] = (8 * (above[i] - below[i]) - (farAbove[i] - farBelow[i])) / (12 * step);
            size[i] = Math.Max(Math.Abs(above[i]), Math.Abs(below[i]));
        }
        return (derivative, size);
    }
}
