// All observations of bundle adjustment into one array of residuals, with flat buffers: a sparse Jacobian.
// point: cams: CaseData.Flat("ba_general", "input.cams"), points: CaseData.Flat("ba_general", "input.X"), weights: CaseData.Flat("ba_general", "input.w"), obs: CaseData.Integers("ba_general", "input.obs"), feats: CaseData.Flat("ba_general", "input.feats")
// kink: residuals of the order of a thousand, differences are rough; the reference data is exact
// jacobian: ba_general 1e-9 jacobian sparse
using System;
using DiffGen;

namespace Cases.Objectives;

public static partial class BundleAdjustment
{
    [Differentiable]
    public static double[] F(double[] cams, double[] points, double[] weights, int[] obs, [NoDerivative] double[] feats)
    {
        int p = weights.Length;
        var residuals = new double[3 * p];
        for (int o = 0; o < p; o++)
        {
            Project(cams.AsSpan(11 * obs[2 * o], 11), points.AsSpan(3 * obs[(2 * o) + 1], 3), out double px, out double py);
            residuals[2 * o] = weights[o] * (px - feats[2 * o]);
            residuals[(2 * o) + 1] = weights[o] * (py - feats[(2 * o) + 1]);
            residuals[(2 * p) + o] = 1 - (weights[o] * weights[o]);
        }
        return residuals;
    }

    [Differentiable]
    private static void Project(ReadOnlySpan<double> cam, ReadOnlySpan<double> x, out double px, out double py)
    {
        Span<double> xo = stackalloc double[3];
        Span<double> xc = stackalloc double[3];
        for (int i = 0; i < 3; i++)
            xo[i] = x[i] - cam[3 + i];
        Rotate(cam[..3], xo, xc);
        px = xc[0] / xc[2];
        py = xc[1] / xc[2];
        double square = (px * px) + (py * py);
        double distortion = 1 + (cam[9] * square) + (cam[10] * square * square);
        px = (px * distortion * cam[6]) + cam[7];
        py = (py * distortion * cam[6]) + cam[8];
    }

    [Differentiable]
    private static void Rotate(ReadOnlySpan<double> r, ReadOnlySpan<double> x, Span<double> y)
    {
        double theta2 = 0;
        for (int i = 0; i < 3; i++)
            theta2 += r[i] * r[i];
        if (theta2 == 0)
        {
            for (int i = 0; i < 3; i++)
                y[i] = x[i] + (r[(i + 1) % 3] * x[(i + 2) % 3]) - (r[(i + 2) % 3] * x[(i + 1) % 3]);
            return;
        }
        double theta = Math.Sqrt(theta2), c = Math.Cos(theta), s = Math.Sin(theta);
        double along = 0;
        for (int i = 0; i < 3; i++)
            along += r[i] / theta * x[i];
        for (int i = 0; i < 3; i++)
        {
            int j = (i + 1) % 3, k = (i + 2) % 3;
            double cross = ((r[j] * x[k]) - (r[k] * x[j])) / theta;
            y[i] = (x[i] * c) + (cross * s) + (r[i] / theta * along * (1 - c));
        }
    }
}
