// Forward kinematics of a hand: chains of 4 x 4 matrices in a jagged array, skinned vertices, a global rotation.
// point: theta: CaseData.Flat("ht_simple_small_1_p20", "input.theta"), parents: CaseData.Integers("ht_simple_small_1_p20", "input.data.model.parents"), relatives: CaseData.Rows("ht_simple_small_1_p20", "input.data.model.base_relatives"), inverses: CaseData.Rows("ht_simple_small_1_p20", "input.data.model.inverse_base_absolutes"), positions: CaseData.Matrix("ht_simple_small_1_p20", "input.data.model.base_positions"), weights: CaseData.Matrix("ht_simple_small_1_p20", "input.data.model.weights"), mirrored: CaseData.Flag("ht_simple_small_1_p20", "input.data.model.is_mirrored"), correspondences: CaseData.Integers("ht_simple_small_1_p20", "input.data.correspondences"), points: CaseData.Matrix("ht_simple_small_1_p20", "input.data.points")
// jacobian: ht_simple_small_1_p20 1e-9 jacobian
using System;
using DiffGen;

namespace Cases.Objectives;

public static partial class HandTracking
{
    [Differentiable(Wrt = new[] { nameof(theta) })]
    public static double[] F(
        double[] theta, int[] parents, double[][] relatives, double[][] inverses, double[,] positions, double[,] weights, bool mirrored, int[] correspondences, double[,] points)
    {
        int bones = parents.Length, vertices = positions.GetLength(0);
        var pose = new double[3, bones + 3];
        for (int i = 0; i < 3; i++)
        {
            pose[i, 0] = theta[i];
            pose[i, 1] = 1;
            pose[i, 2] = theta[i + 3];
        }
        int next = 6, column = 5;
        for (int finger = 0; finger < 5; finger++)
        {
            for (int i = 2; i < 5; i++)
            {
                pose[0, column] = theta[next++];
                if (i == 2)
                    pose[1, column] = theta[next++];
                column++;
            }
            column++;
        }

        var absolutes = new double[bones][];
        var transform = new double[16];
        var rotation = new double[16];
        var skinned = new double[3, vertices];
        for (int b = 0; b < bones; b++)
        {
            Euler(pose[0, b + 3], pose[1, b + 3], pose[2, b + 3], rotation);
            var relative = new double[16];
            Multiply(relatives[b], rotation, relative);
            if (parents[b] < 0)
            {
                absolutes[b] = relative;
            }
            else
            {
                absolutes[b] = new double[16];
                Multiply(absolutes[parents[b]], relative, absolutes[b]);
            }
            Multiply(absolutes[b], inverses[b], transform);
            for (int v = 0; v < vertices; v++)
            {
                for (int r = 0; r < 3; r++)
                {
                    double s = 0;
                    for (int c = 0; c < 4; c++)
                        s += transform[(4 * r) + c] * positions[v, c];
                    skinned[r, v] += s * weights[v, b];
                }
            }
        }
        if (mirrored)
        {
            for (int v = 0; v < vertices; v++)
                skinned[0, v] *= -1;
        }

        double[,] global = AngleAxis(pose[0, 0], pose[1, 0], pose[2, 0]);
        var errors = new double[3 * correspondences.Length];
        for (int i = 0; i < correspondences.Length; i++)
        {
            int v = correspondences[i];
            for (int r = 0; r < 3; r++)
            {
                double position = pose[r, 2];
                for (int c = 0; c < 3; c++)
                    position += global[r, c] * pose[c, 1] * skinned[c, v];
                errors[(3 * i) + r] = points[i, r] - position;
            }
        }
        return errors;
    }

    [Differentiable]
    private static void Euler(double x, double z, double y, double[] m)
    {
        double sx = Math.Sin(x), cx = Math.Cos(x), sy = Math.Sin(y), cy = Math.Cos(y), sz = Math.Sin(z), cz = Math.Cos(z);
        Array.Clear(m);
        m[0] = cz * cy;
        m[1] = (cz * sy * sx) - (sz * cx);
        m[2] = (cz * sy * cx) + (sz * sx);
        m[4] = sz * cy;
        m[5] = (sz * sy * sx) + (cz * cx);
        m[6] = (sz * sy * cx) - (cz * sx);
        m[8] = -sy;
        m[9] = cy * sx;
        m[10] = cy * cx;
        m[15] = 1;
    }

    [Differentiable]
    private static void Multiply(double[] a, double[] b, double[] result)
    {
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                double s = 0;
                for (int k = 0; k < 4; k++)
                    s += a[(4 * i) + k] * b[(4 * k) + j];
                result[(4 * i) + j] = s;
            }
        }
    }

    [Differentiable]
    private static double[,] AngleAxis(double x, double y, double z)
    {
        double norm = Math.Sqrt((x * x) + (y * y) + (z * z));
        var r = new double[3, 3];
        if (norm < 1e-4)
        {
            for (int i = 0; i < 3; i++)
                r[i, i] = 1;
            return r;
        }
        x /= norm;
        y /= norm;
        z /= norm;
        double s = Math.Sin(norm), c = Math.Cos(norm);
        r[0, 0] = (x * x) + ((1 - (x * x)) * c);
        r[0, 1] = (x * y * (1 - c)) - (z * s);
        r[0, 2] = (x * z * (1 - c)) + (y * s);
        r[1, 0] = (x * y * (1 - c)) + (z * s);
        r[1, 1] = (y * y) + ((1 - (y * y)) * c);
        r[1, 2] = (y * z * (1 - c)) - (x * s);
        r[2, 0] = (x * z * (1 - c)) - (y * s);
        r[2, 1] = (z * y * (1 - c)) + (x * s);
        r[2, 2] = (z * z) + ((1 - (z * z)) * c);
        return r;
    }
}
