using System;

namespace DiffGen.Benchmarks.ByHand;

/// <summary>Rotations and matrices of 3 × 4 numbers that a hand is posed with, and their derivatives.</summary>
internal static class HandPose
{
    public const int Matrix = 12;

    /// <summary>C = A B. The last row of B, which is not stored, is (0, 0, 0, 1), or zeros where B is the derivative of a rotation.</summary>
    public static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> product, bool isSlope)
    {
        for (int i = 0; i < Matrix; i += 4)
        {
            for (int j = 0; j < 4; j++)
                product[i + j] = (a[i] * b[j]) + (a[i + 1] * b[4 + j]) + (a[i + 2] * b[8 + j]);
            product[i + 3] += isSlope ? 0 : a[i + 3];
        }
    }

    /// <summary>The rotation by three angles: x, then y, then z; angles are in the order x, z, y.</summary>
    public static void Rotation(ReadOnlySpan<double> angles, Span<double> r)
    {
        (double sx, double cx) = Math.SinCos(angles[0]);
        (double sz, double cz) = Math.SinCos(angles[1]);
        (double sy, double cy) = Math.SinCos(angles[2]);
        Fill(
            r, cz * cy, (cz * sy * sx) - (sz * cx), (cz * sy * cx) + (sz * sx), sz * cy, (sz * sy * sx) + (cz * cx), (sz * sy * cx) - (cz * sx), -sy, cy * sx,
            cy * cx);
    }

    /// <summary>The derivative of the rotation by the angle x, or by the angle z.</summary>
    public static void RotationSlope(ReadOnlySpan<double> angles, bool byX, Span<double> r)
    {
        (double sx, double cx) = Math.SinCos(angles[0]);
        (double sz, double cz) = Math.SinCos(angles[1]);
        (double sy, double cy) = Math.SinCos(angles[2]);
        if (byX)
            Fill(r, 0, (cz * sy * cx) + (sz * sx), (sz * cx) - (cz * sy * sx), 0, (sz * sy * cx) - (cz * sx), -(sz * sy * sx) - (cz * cx), 0, cy * cx, -cy * sx);
        else
            Fill(r, -sz * cy, -(sz * sy * sx) - (cz * cx), (cz * sx) - (sz * sy * cx), cz * cy, (cz * sy * sx) - (sz * cx), (cz * sy * cx) + (sz * sx), 0, 0, 0);
    }

    /// <summary>The rotation about an axis by its length, and its derivatives by the axis: four matrices of 3 × 3.</summary>
    public static void AngleAxis(ReadOnlySpan<double> r, Span<double> matrices)
    {
        matrices.Clear();
        double norm = Math.Sqrt((r[0] * r[0]) + (r[1] * r[1]) + (r[2] * r[2]));
        if (norm < 1e-4)
        {
            matrices[0] = matrices[4] = matrices[8] = 1;
            return;
        }
        Span<double> a = [r[0] / norm, r[1] / norm, r[2] / norm];
        (double s, double c) = Math.SinCos(norm);
        double rest = 1 - c;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
                matrices[(3 * i) + j] = (a[i] * a[j] * rest) + (i == j ? c : 0);
        }
        AddSkew(matrices[..9], a[0] * s, a[1] * s, a[2] * s);
        for (int p = 0; p < 3; p++)
        {
            Span<double> slope = matrices.Slice(9 * (p + 1), 9);
            Span<double> axis = [-a[0] * a[p] / norm, -a[1] * a[p] / norm, -a[2] * a[p] / norm];
            axis[p] += 1 / norm;
            for (int i = 0; i < 3; i++)
            {
                for (int j = 0; j < 3; j++)
                    slope[(3 * i) + j] = (((axis[i] * a[j]) + (a[i] * axis[j])) * rest) + (a[i] * a[j] * s * a[p]) - (i == j ? s * a[p] : 0);
            }
            double along = c * a[p];
            AddSkew(slope, (axis[0] * s) + (a[0] * along), (axis[1] * s) + (a[1] * along), (axis[2] * s) + (a[2] * along));
        }
    }

    private static void AddSkew(Span<double> m, double x, double y, double z)
    {
        m[1] -= z;
        m[2] += y;
        m[3] += z;
        m[5] -= x;
        m[6] -= y;
        m[7] += x;
    }

    private static void Fill(
        Span<double> r, double r00, double r01, double r02, double r10, double r11, double r12, double r20, double r21, double r22)
    {
        (r[0], r[1], r[2], r[3]) = (r00, r01, r02, 0);
        (r[4], r[5], r[6], r[7]) = (r10, r11, r12, 0);
        (r[8], r[9], r[10], r[11]) = (r20, r21, r22, 0);
    }
}
