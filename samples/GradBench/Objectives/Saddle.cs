using System;
using DiffGen;

namespace GradBench.Objectives;

/// <summary>
/// The saddle of a simple function: the least of its largest values. The largest value is found by gradient descent, and the search for the least
/// differentiates that descent: derivatives of derivatives.
/// </summary>
public static partial class Saddle
{
    /// <summary>Where the saddle is: two coordinates by which the function is least, then two by which it is largest.</summary>
    /// <param name="start">Two coordinates, where all searches start.</param>
    /// <param name="isOuterForward">Whether the search for the least uses forward or reverse mode, and the last search for the largest too.</param>
    /// <param name="isInnerForward">Whether the search inside uses forward or reverse mode.</param>
    public static double[] Solve(double[] start, bool isOuterForward, bool isInnerForward)
    {
        (double s, double t) = (start[0], start[1]);
        void DifferentiateLargest(ReadOnlySpan<double> x, Span<double> gradient)
        {
            if (isOuterForward)
            {
                gradient[0] = LargestJvp(x[0], x[1], s, t, isInnerForward, 1, 0).Tangent;
                gradient[1] = LargestJvp(x[0], x[1], s, t, isInnerForward, 0, 1).Tangent;
            }
            else
            {
                (gradient[0], gradient[1]) = LargestGradient(x[0], x[1], s, t, isInnerForward);
            }
        }
        double[] least = Descent.Minimise(x => Largest(x[0], x[1], s, t, isInnerForward), DifferentiateLargest, start);
        double[] largest = Descent.Minimise(
            y => -Height(least[0], least[1], y[0], y[1]),
            (y, gradient) =>
            {
                (double du, double dv) = Slope(least[0], least[1], y[0], y[1], isOuterForward);
                gradient[0] = -du;
                gradient[1] = -dv;
            },
            start);
        return [.. least, .. largest];
    }

    // The suite's descent, as in Descent, upwards and with its state in numbers: this one is differentiated.
    [Differentiable(Derivatives.Jvp | Derivatives.Gradient, Wrt = new[] { nameof(x), nameof(y) })]
    private static double Largest(double x, double y, double u, double v, bool isForward)
    {
        double value = Height(x, y, u, v);
        (double du, double dv) = Slope(x, y, u, v, isForward);
        double rate = Descent.FirstRate;
        int successes = 0;
        while (Math.Sqrt((du * du) + (dv * dv)) > Descent.Tolerance)
        {
            if (successes == Descent.SuccessesUntilFaster)
            {
                rate *= 2;
                successes = 0;
            }
            double stepU = rate * du;
            double stepV = rate * dv;
            if (Math.Sqrt((stepU * stepU) + (stepV * stepV)) <= Descent.Tolerance)
                break;
            double moved = Height(x, y, u + stepU, v + stepV);
            if (moved > value)
            {
                u += stepU;
                v += stepV;
                value = moved;
                (du, dv) = Slope(x, y, u, v, isForward);
                successes++;
            }
            else
            {
                rate /= 2;
                successes = 0;
            }
        }
        return value;
    }

    [Differentiable]
    private static double Height(double x, double y, double u, double v) => (x * x) + (y * y) - ((u * u) + (v * v));

    // By the last two coordinates.
    [Differentiable]
    private static (double U, double V) Slope(double x, double y, double u, double v, bool isForward)
    {
        if (isForward)
            return (HeightJvp(x, y, u, v, 0, 0, 1, 0).Tangent, HeightJvp(x, y, u, v, 0, 0, 0, 1).Tangent);
        (_, _, double du, double dv) = HeightGradient(x, y, u, v);
        return (du, dv);
    }
}
