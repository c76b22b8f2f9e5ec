using System;
using DiffGen;

namespace GradBench.Objectives;

/// <summary>Hand tracking: how far points of a scan are from where a posed model of a hand has them.</summary>
/// <remarks>
/// A model is flat arrays: the parent of each bone (−1 for none, and always an earlier bone); per bone a 4 × 4 matrix to its parent and one from
/// absolute coordinates, row after row; per vertex its homogeneous position and its weight for each bone; three vertices per triangle.
/// </remarks>
public static partial class Ht
{
    /// <summary>Numbers that pose the hand: three of rotation, three of translation, four per finger.</summary>
    public const int ThetaSize = 26;

    /// <summary>Bones that the fingers and the wrist take; a model may have more.</summary>
    public const int LeastBones = 1 + (4 * Fingers);

    private const int Fingers = 5;

    /// <summary>Differences of points to the vertices that they correspond to, three numbers each.</summary>
    /// <param name="theta">The pose.</param>
    /// <param name="parents">The parent of each bone.</param>
    /// <param name="baseRelatives">16 numbers per bone.</param>
    /// <param name="inverseBaseAbsolutes">16 numbers per bone.</param>
    /// <param name="basePositions">Four numbers per vertex.</param>
    /// <param name="weights">For each vertex a number per bone.</param>
    /// <param name="isMirrored">Whether the first coordinate changes sign.</param>
    /// <param name="correspondences">A vertex per point.</param>
    /// <param name="points">Three numbers per point.</param>
    /// <param name="errors">Receives three numbers per point.</param>
    [Differentiable(Derivatives.Jacobian, Wrt = new[] { nameof(theta) })]
    [Differentiable(Derivatives.Jacobian, Name = "SimpleFast", FloatingPoint = FloatingPoint.Fast, Wrt = new[] { nameof(theta) })]
    public static void Simple(
        ReadOnlySpan<double> theta, ReadOnlySpan<int> parents, ReadOnlySpan<double> baseRelatives, ReadOnlySpan<double> inverseBaseAbsolutes,
        ReadOnlySpan<double> basePositions, ReadOnlySpan<double> weights, bool isMirrored, ReadOnlySpan<int> correspondences, ReadOnlySpan<double> points,
        Span<double> errors)
    {
        int vertices = basePositions.Length / 4;
        var positions = new double[3 * vertices];
        Pose(theta, parents, baseRelatives, inverseBaseAbsolutes, basePositions, weights, isMirrored, positions);
        for (int i = 0; i < correspondences.Length; i++)
        {
            int vertex = correspondences[i];
            for (int r = 0; r < 3; r++)
                errors[(3 * i) + r] = points[(3 * i) + r] - positions[(3 * vertex) + r];
        }
    }

    /// <summary>Differences of points to places in the triangles that they correspond to, three numbers each.</summary>
    /// <param name="du0">Moves all places at once: added to the first coordinate of each in its triangle. 0, where the function is evaluated.</param>
    /// <param name="du1">The same for the second coordinate. The two make the first two columns of the Jacobian, as the suite defines it.</param>
    /// <param name="theta">The pose.</param>
    /// <param name="us">Two coordinates per point, of its place in the triangle.</param>
    /// <param name="parents">The parent of each bone.</param>
    /// <param name="baseRelatives">16 numbers per bone.</param>
    /// <param name="inverseBaseAbsolutes">16 numbers per bone.</param>
    /// <param name="basePositions">Four numbers per vertex.</param>
    /// <param name="weights">For each vertex a number per bone.</param>
    /// <param name="triangles">Three vertices per triangle.</param>
    /// <param name="isMirrored">Whether the first coordinate changes sign.</param>
    /// <param name="correspondences">A triangle per point.</param>
    /// <param name="points">Three numbers per point.</param>
    /// <param name="errors">Receives three numbers per point.</param>
    [Differentiable(Derivatives.Jacobian, Wrt = new[] { nameof(du0), nameof(du1), nameof(theta) })]
    [Differentiable(Derivatives.Jacobian, Name = "ComplicatedFast", FloatingPoint = FloatingPoint.Fast, Wrt = new[] { nameof(du0), nameof(du1), nameof(theta) })]
    public static void Complicated(
        double du0, double du1, ReadOnlySpan<double> theta, ReadOnlySpan<double> us, ReadOnlySpan<int> parents, ReadOnlySpan<double> baseRelatives,
        ReadOnlySpan<double> inverseBaseAbsolutes, ReadOnlySpan<double> basePositions, ReadOnlySpan<double> weights, ReadOnlySpan<int> triangles,
        bool isMirrored, ReadOnlySpan<int> correspondences, ReadOnlySpan<double> points, Span<double> errors)
    {
        int vertices = basePositions.Length / 4;
        var positions = new double[3 * vertices];
        Pose(theta, parents, baseRelatives, inverseBaseAbsolutes, basePositions, weights, isMirrored, positions);
        for (int i = 0; i < correspondences.Length; i++)
        {
            int triangle = 3 * correspondences[i];
            int first = 3 * triangles[triangle];
            int second = 3 * triangles[triangle + 1];
            int third = 3 * triangles[triangle + 2];
            double u0 = us[2 * i] + du0;
            double u1 = us[(2 * i) + 1] + du1;
            for (int r = 0; r < 3; r++)
            {
                double place = (u0 * positions[first + r]) + (u1 * positions[second + r]) + ((1 - u0 - u1) * positions[third + r]);
                errors[(3 * i) + r] = points[(3 * i) + r] - place;
            }
        }
    }

    // Where the vertices of the posed hand are, three numbers each.
    [Differentiable]
    private static void Pose(
        ReadOnlySpan<double> theta, ReadOnlySpan<int> parents, ReadOnlySpan<double> baseRelatives, ReadOnlySpan<double> inverseBaseAbsolutes,
        ReadOnlySpan<double> basePositions, ReadOnlySpan<double> weights, bool isMirrored, Span<double> positions)
    {
        int bones = parents.Length;
        int vertices = basePositions.Length / 4;
        var angles = new double[3 * bones];
        BoneAngles(theta, angles);
        var rotation = new double[16];
        var relative = new double[16];
        var absolutes = new double[16 * bones];
        var transform = new double[16];
        for (int bone = 0; bone < bones; bone++)
        {
            EulerRotation(angles[3 * bone], angles[(3 * bone) + 1], angles[(3 * bone) + 2], rotation);
            Span<double> absolute = absolutes.AsSpan(16 * bone, 16);
            if (parents[bone] < 0)
            {
                Multiply(baseRelatives.Slice(16 * bone, 16), rotation, absolute);
            }
            else
            {
                Multiply(baseRelatives.Slice(16 * bone, 16), rotation, relative);
                Multiply(absolutes.AsSpan(16 * parents[bone], 16), relative, absolute);
            }
            Multiply(absolute, inverseBaseAbsolutes.Slice(16 * bone, 16), transform);
            for (int v = 0; v < vertices; v++)
            {
                for (int r = 0; r < 3; r++)
                {
                    double sum = 0;
                    for (int c = 0; c < 4; c++)
                        sum += transform[(4 * r) + c] * basePositions[(4 * v) + c];
                    positions[(3 * v) + r] += sum * weights[(v * bones) + bone];
                }
            }
        }

        var global = new double[9];
        AngleAxisRotation(theta[0], theta[1], theta[2], global);
        for (int v = 0; v < vertices; v++)
        {
            double x = isMirrored ? -positions[3 * v] : positions[3 * v];
            double y = positions[(3 * v) + 1];
            double z = positions[(3 * v) + 2];
            for (int r = 0; r < 3; r++)
                positions[(3 * v) + r] = (global[3 * r] * x) + (global[(3 * r) + 1] * y) + (global[(3 * r) + 2] * z) + theta[3 + r];
        }
    }

    // Each finger bends in the last three of its four bones, and spreads in the first of these. Per bone there are angles by x, z and y. The wrist,
    // bone 0, has none.
    [Differentiable]
    private static void BoneAngles(ReadOnlySpan<double> theta, Span<double> angles)
    {
        int next = 6;
        int bone = 2;
        for (int finger = 0; finger < Fingers; finger++)
        {
            for (int joint = 0; joint < 3; joint++)
            {
                angles[3 * bone] = theta[next++];
                if (joint == 0)
                    angles[(3 * bone) + 1] = theta[next++];
                bone++;
            }
            bone++;
        }
    }

    // The rotation by x, then y, then z, as a matrix of four rows.
    [Differentiable]
    private static void EulerRotation(double x, double z, double y, Span<double> m)
    {
        double sx = Math.Sin(x);
        double cx = Math.Cos(x);
        double sy = Math.Sin(y);
        double cy = Math.Cos(y);
        double sz = Math.Sin(z);
        double cz = Math.Cos(z);
        m.Clear();
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

    // The rotation about an axis by its length, as a matrix of three rows.
    [Differentiable]
    private static void AngleAxisRotation(double x, double y, double z, Span<double> m)
    {
        double angle = Math.Sqrt((x * x) + (y * y) + (z * z));
        if (angle < 1e-4)
        {
            m[0] = 1;
            m[4] = 1;
            m[8] = 1;
            return;
        }
        x /= angle;
        y /= angle;
        z /= angle;
        double s = Math.Sin(angle);
        double c = Math.Cos(angle);
        m[0] = (x * x) + ((1 - (x * x)) * c);
        m[1] = (x * y * (1 - c)) - (z * s);
        m[2] = (x * z * (1 - c)) + (y * s);
        m[3] = (x * y * (1 - c)) + (z * s);
        m[4] = (y * y) + ((1 - (y * y)) * c);
        m[5] = (y * z * (1 - c)) - (x * s);
        m[6] = (x * z * (1 - c)) - (y * s);
        m[7] = (z * y * (1 - c)) + (x * s);
        m[8] = (z * z) + ((1 - (z * z)) * c);
    }

    // The product of two matrices of four rows.
    [Differentiable]
    private static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> product)
    {
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                double sum = 0;
                for (int k = 0; k < 4; k++)
                    sum += a[(4 * i) + k] * b[(4 * k) + j];
                product[(4 * i) + j] = sum;
            }
        }
    }
}
