using System;
using DiffGen;

namespace GradBench.Objectives;

/// <summary>
/// A particle in the field of two charges, one of which can be moved so that the particle hits the origin. The field is a derivative, and so is what
/// the search for the best place needs: derivatives of derivatives.
/// </summary>
public static partial class Particle
{
    private const double TimeStep = 0.1;
    private const int MostSteps = 1_000_000;

    /// <summary>The square of the distance by which the particle misses the origin where it meets the axis.</summary>
    /// <param name="w">How far the first charge is moved.</param>
    /// <param name="isForward">Whether the field is a derivative of forward or of reverse mode.</param>
    [Differentiable(Derivatives.Jvp | Derivatives.Gradient)]
    public static double Miss(double w, bool isForward)
    {
        double x = 0, y = 8;
        double vx = 0.75, vy = 0;
        for (int step = 0; step < MostSteps; step++)
        {
            double fx, fy;
            if (isForward)
            {
                fx = -PotentialJvp(x, y, w, 1, 0, 0).Tangent;
                fy = -PotentialJvp(x, y, w, 0, 1, 0).Tangent;
            }
            else
            {
                (double gx, double gy, _) = PotentialGradient(x, y, w);
                fx = -gx;
                fy = -gy;
            }
            x += TimeStep * vx;
            y += TimeStep * vy;
            if (y <= 0)
            {
                double hit = x - (y / vy * vx);
                return hit * hit;
            }
            vx += TimeStep * fx;
            vy += TimeStep * fy;
        }
        throw new ArgumentOutOfRangeException(nameof(w), "The particle does not come down to the axis.");
    }

    /// <summary>The place of the charge for which the particle hits the origin.</summary>
    /// <param name="w">Where the search starts.</param>
    /// <param name="isOuterForward">Whether the search uses forward or reverse mode.</param>
    /// <param name="isInnerForward">Whether the field is made by forward or by reverse mode.</param>
    public static double Solve(double w, bool isOuterForward, bool isInnerForward)
    {
        void Differentiate(ReadOnlySpan<double> x, Span<double> gradient)
            => gradient[0] = isOuterForward ? MissJvp(x[0], isInnerForward, 1).Tangent : MissGradient(x[0], isInnerForward);
        return Descent.Minimise(x => Miss(x[0], isInnerForward), Differentiate, [w])[0];
    }

    [Differentiable]
    private static double Potential(double x, double y, double w) => (1 / Distance(x, y, 10, 10 - w)) + (1 / Distance(x, y, 10, 0));

    [Differentiable]
    private static double Distance(double x, double y, double cx, double cy) => Math.Sqrt(((x - cx) * (x - cx)) + ((y - cy) * (y - cy)));
}
