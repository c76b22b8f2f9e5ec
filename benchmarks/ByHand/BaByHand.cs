using System;
using GradBench.Objectives;

namespace DiffGen.Benchmarks.ByHand;

/// <summary>Residuals and sparse Jacobian of bundle adjustment, a hand-derived block for each observation.</summary>
internal static class BaByHand
{
    private const int Width = 15;

    public static void ResidualsAndJacobian(
        ReadOnlySpan<double> cams, ReadOnlySpan<double> points, ReadOnlySpan<double> weights, ReadOnlySpan<int> observations, ReadOnlySpan<double> features,
        Span<double> reprojection, Span<double> weightErrors, Span<int> rows, Span<int> columns, Span<double> values)
    {
        int count = weights.Length, firstWeight = cams.Length + points.Length;
        for (int i = 0; i < count; i++)
        {
            int camera = Ba.CameraSize * observations[2 * i], point = 3 * observations[(2 * i) + 1], start = 2 * Width * i;
            Block(
                cams.Slice(camera, Ba.CameraSize), points.Slice(point, 3), weights[i], features.Slice(2 * i, 2), reprojection.Slice(2 * i, 2),
                values.Slice(start, 2 * Width));
            for (int row = 0; row < 2; row++)
            {
                rows[(2 * i) + row] = start + (row * Width);
                Span<int> column = columns.Slice(start + (row * Width), Width);
                for (int j = 0; j < Ba.CameraSize; j++)
                    column[j] = camera + j;
                for (int j = 0; j < 3; j++)
                    column[Ba.CameraSize + j] = cams.Length + point + j;
                column[Width - 1] = firstWeight + i;
            }
        }
        int first = 2 * Width * count;
        for (int i = 0; i < count; i++)
        {
            weightErrors[i] = 1 - (weights[i] * weights[i]);
            values[first + i] = -2 * weights[i];
            columns[first + i] = firstWeight + i;
            rows[(2 * count) + i] = first + i;
        }
        rows[3 * count] = first + count;
    }

    private static void Block(ReadOnlySpan<double> cam, ReadOnlySpan<double> point, double w, ReadOnlySpan<double> feature, Span<double> error, Span<double> j)
    {
        var x = new Vector(point[0] - cam[3], point[1] - cam[4], point[2] - cam[5]);
        Turn turn = Turn.By(cam[0], cam[1], cam[2]);
        Vector c = turn.Apply(x);
        double depth = 1 / c.Z, p0 = c.X * depth, p1 = c.Y * depth;
        double radius = (p0 * p0) + (p1 * p1), k1 = cam[9], k2 = cam[10], f = cam[6];
        double distortion = 1 + (k1 * radius) + (k2 * radius * radius);
        double scale = w * f, slope = 2 * scale * (k1 + (2 * k2 * radius));
        double d00 = (scale * distortion) + (slope * p0 * p0), d01 = slope * p0 * p1, d11 = (scale * distortion) + (slope * p1 * p1);
        double q0 = p0 * distortion, q1 = p1 * distortion;
        double e0 = (q0 * f) + cam[7] - feature[0], e1 = (q1 * f) + cam[8] - feature[1];
        error[0] = w * e0;
        error[1] = w * e1;
        Row(new(d00 * depth, d01 * depth, -((d00 * p0) + (d01 * p1)) * depth), turn, x, j[..Width]);
        Row(new(d01 * depth, d11 * depth, -((d01 * p0) + (d11 * p1)) * depth), turn, x, j[Width..]);
        j[6] = w * q0;
        j[7] = w;
        j[8] = 0;
        j[9] = scale * p0 * radius;
        j[10] = j[9] * radius;
        j[14] = e0;
        j[21] = w * q1;
        j[22] = 0;
        j[23] = w;
        j[24] = scale * p1 * radius;
        j[25] = j[24] * radius;
        j[29] = e1;
    }

    // What a residual's slope along the camera's axes means for rotation, centre and point. The rotation goes through the right Jacobian of
    // the exponential map.
    private static void Row(Vector slope, in Turn turn, Vector x, Span<double> row)
    {
        Vector v = turn.Back(slope), u = x.Cross(v), s = u.Cross(turn.Axis), t = s.Cross(turn.Axis);
        row[0] = u.X - (turn.First * s.X) + (turn.Second * t.X);
        row[1] = u.Y - (turn.First * s.Y) + (turn.Second * t.Y);
        row[2] = u.Z - (turn.First * s.Z) + (turn.Second * t.Z);
        row[3] = -v.X;
        row[4] = -v.Y;
        row[5] = -v.Z;
        row[11] = v.X;
        row[12] = v.Y;
        row[13] = v.Z;
    }

    private readonly record struct Vector(double X, double Y, double Z)
    {
        public Vector Cross(Vector other) => new((Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));

        public double Dot(Vector other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);
    }

    // A rotation by rows, its axis, and two coefficients of the right Jacobian.
    private readonly record struct Turn(Vector Row0, Vector Row1, Vector Row2, Vector Axis, double First, double Second)
    {
        public static Turn By(double x, double y, double z)
        {
            double square = (x * x) + (y * y) + (z * z);
            if (square == 0)
                return new(new(1, -z, y), new(z, 1, -x), new(-y, x, 1), default, 0, 0);
            double angle = Math.Sqrt(square), inverse = 1 / angle;
            (double s, double c) = Math.SinCos(angle);
            double rest = 1 - c, a = x * inverse, b = y * inverse, d = z * inverse;
            return new(
                new(c + (rest * a * a), (rest * a * b) - (s * d), (rest * a * d) + (s * b)),
                new((rest * a * b) + (s * d), c + (rest * b * b), (rest * b * d) - (s * a)),
                new((rest * a * d) - (s * b), (rest * b * d) + (s * a), c + (rest * d * d)),
                new(a, b, d),
                rest * inverse,
                1 - (s * inverse));
        }

        public Vector Apply(Vector v) => new(Row0.Dot(v), Row1.Dot(v), Row2.Dot(v));

        public Vector Back(Vector v) => new(
            (Row0.X * v.X) + (Row1.X * v.Y) + (Row2.X * v.Z), (Row0.Y * v.X) + (Row1.Y * v.Y) + (Row2.Y * v.Z), (Row0.Z * v.X) + (Row1.Z * v.Y) + (Row2.Z * v.Z));
    }
}
