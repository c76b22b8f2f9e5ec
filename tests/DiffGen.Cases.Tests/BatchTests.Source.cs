namespace DiffGen.Cases.Tests;

public sealed partial class BatchTests
{
    private const string Functions = """
        using System;
        using System.Numerics;
        using DiffGen;
        namespace Own;

        public struct Pose { public double X, Y, Angle; }

        public readonly record struct Tagged(double X, int Tag, float Y);

        public static partial class Functions
        {
            [Differentiable(Derivatives.Batch | Derivatives.Gradient)]
            public static double Plain(double x, in double y) => Math.Exp(-x * x) * Math.Sin(y) + Math.Log(1 + x * x) * Math.Sqrt(1 + y * y);

            [Differentiable(Derivatives.Batch | Derivatives.Gradient)]
            public static float Single(float x, float y) => MathF.Exp(-x * x) * MathF.Sin(y) + x * y;

            [Differentiable(Derivatives.Batch | Derivatives.Gradient, Wrt = new[] { nameof(x) })]
            public static double Uniform(double x, double limit, double[] table, int n, double y)
            {
                double s = y;
                for (int k = 0; k < n; k++)
                    s = s * x + table[k];
                return x > limit ? s + Math.Log(x) : s - x * limit;
            }

            [Differentiable(Derivatives.Batch | Derivatives.Gradient)]
            public static double Poses(Pose pose, double t)
            {
                double c = Math.Cos(pose.Angle), s = Math.Sin(pose.Angle);
                double u = c * pose.X - s * pose.Y - t, v = s * pose.X + c * pose.Y;
                return u * u + v * v;
            }

            [Differentiable(Derivatives.Batch | Derivatives.Gradient)]
            public static double Mixed(Tagged p, (double A, float B) pair) => p.X * p.Y * p.Tag + pair.A * pair.B;

            [Differentiable(Derivatives.Batch | Derivatives.Gradient)]
            public static float Vectors(Vector3 v, float t) => v.X * v.Y - MathF.Sqrt(v.Z * v.Z + t * t);

            // The logarithm is NaN where it is not taken; ties and kinks beside it; the last argument does nothing.
            [Differentiable(Derivatives.Batch | Derivatives.Gradient)]
            public static double Branches(double x, double y, double unused)
            {
                double s = x > 0 ? Math.Log(x) : x * y;
                if (y > x)
                    s += Math.Abs(y - 0.25) * Math.Max(x, 0.5);
                return s;
            }

            [Differentiable(Derivatives.Batch | Derivatives.Gradient)]
            public static double Early(double x)
            {
                if (x < 0)
                    return 0;
                if (x > 3)
                    throw new ArgumentOutOfRangeException(nameof(x));
                double s = 1;
                int k = 0;
                while (s > 0.1)
                {
                    s *= 0.5 * x / (1 + x);
                    k++;
                }
                return s * x + k;
            }

            [Differentiable(Derivatives.Batch | Derivatives.Gradient)]
            public static double Scratch(double x, int n)
            {
                Span<double> powers = stackalloc double[8];
                var sines = new double[n];
                powers[0] = 1;
                for (int k = 1; k < powers.Length; k++)
                    powers[k] = powers[k - 1] * x;
                double s = 0;
                for (int k = 0; k < n; k++)
                {
                    sines[k] = Math.Sin(powers[k % 8] + k);
                    s += sines[k] * powers[7 - k % 8];
                }
                return s;
            }

            [Differentiable(Derivatives.Batch | Derivatives.Gradient)]
            public static double Recursive(double x, int n) => n == 0 ? x : Math.Sin(Recursive(x, n - 1)) * x;

            [Differentiable(Derivatives.Batch | Derivatives.Gradient)]
            public static double Names(double value, double dValue, int i) => value * dValue + i;

            [Differentiable(Derivatives.Batch | Derivatives.Gradient, Name = "Looked", Wrt = new[] { nameof(x) })]
            [Differentiable(Derivatives.Batch, FloatingPoint = FloatingPoint.Fast, Name = "Quick")]
            public static double Twice(double x, double y) => Math.Tanh(x * y) + x / y + y / (x + 3);
        }

        public partial class Model
        {
            public double Scale = 1.5;

            [Differentiable(Derivatives.Batch | Derivatives.Gradient, Wrt = new[] { nameof(x) })]
            public double Scaled(double x) => Scale * Math.Sin(x);
        }
        """;

    private const string Probe = """
        using System;
        using System.Linq;
        using System.Numerics;
        namespace Own;

        public static class Probe
        {
            private static int s_count;
            private static bool s_exact;

            /// <summary>How many numbers were compared, or what differs first.</summary>
            public static string Run(bool exact)
            {
                s_exact = exact;
                s_count = 0;
                for (int n = 0; n <= 67; n++)
                {
                    if (Compare(n) is { } difference)
                        return $"length {n}: {difference}";
                }
                return s_count.ToString();
            }

            private static string? Compare(int n)
            {
                var random = new Random(n);
                double[] x = Numbers(random, n), y = Numbers(random, n), v = new double[n], dx = Garbage(n), dy = Garbage(n), table = Numbers(random, 5);
                float[] a = [.. x.Select(k => (float)k)], b = [.. y.Select(k => (float)k)], w = new float[n], da = new float[n], db = new float[n];
                Functions.PlainGradientBatch(x, y, v, dx, dy);
                if (Find(n, i => { var (f, g) = Functions.PlainValueAndGradient(x[i], y[i]); return [f, v[i], g.x, dx[i], g.y, dy[i]]; }) is { } plain)
                    return "Plain " + plain;
                Functions.SingleGradientBatch(a, b, w, da, db);
                if (Find(n, i => { var (f, g) = Functions.SingleValueAndGradient(a[i], b[i]); return [f, w[i], g.x, da[i], g.y, db[i]]; }) is { } single)
                    return "Single " + single;
                Functions.UniformGradientBatch(x, 0.2, table, 5, 0.5, v, dx);
                if (Find(n, i => { var (f, g) = Functions.UniformValueAndGradient(x[i], 0.2, table, 5, 0.5); return [f, v[i], g, dx[i]]; }) is { } uniform)
                    return "Uniform " + uniform;
                Pose[] poses = [.. x.Select((k, i) => new Pose { X = k, Y = y[i], Angle = k - y[i] })], dPoses = new Pose[n];
                Functions.PosesGradientBatch(poses, y, v, dPoses, dy);
                if (Find(n, i => { var (f, g) = Functions.PosesValueAndGradient(poses[i], y[i]); return [f, v[i], g.pose.X, dPoses[i].X, g.pose.Y, dPoses[i].Y, g.pose.Angle, dPoses[i].Angle, g.t, dy[i]]; }) is { } pose)
                    return "Poses " + pose;
                Tagged[] tagged = [.. x.Select((k, i) => new Tagged(k, i, b[i]))], dTagged = [.. tagged];
                (double, float)[] pairs = [.. x.Select((k, i) => (k + 1, a[i]))], dPairs = [.. pairs];
                Functions.MixedGradientBatch(tagged, pairs, v, dTagged, dPairs);
                if (Find(n, i => { var (f, g) = Functions.MixedValueAndGradient(tagged[i], pairs[i]); return [f, v[i], g.p.X, dTagged[i].X, g.p.Y, dTagged[i].Y, 0, dTagged[i].Tag, g.pair.A, dPairs[i].Item1, g.pair.B, dPairs[i].Item2]; }) is { } mixed)
                    return "Mixed " + mixed;
                Vector3[] vectors = [.. a.Select((k, i) => new Vector3(k, b[i], k * b[i]))], dVectors = new Vector3[n];
                Functions.VectorsGradientBatch(vectors, b, w, dVectors, db);
                if (Find(n, i => { var (f, g) = Functions.VectorsValueAndGradient(vectors[i], b[i]); return [f, w[i], g.v.X, dVectors[i].X, g.v.Y, dVectors[i].Y, g.v.Z, dVectors[i].Z, g.t, db[i]]; }) is { } vector)
                    return "Vectors " + vector;
                double[] unused = Garbage(n), dUnused = Garbage(n);
                Functions.BranchesGradientBatch(x, y, unused, v, dx, dy, dUnused);
                if (Find(n, i => { var (f, g) = Functions.BranchesValueAndGradient(x[i], y[i], unused[i]); return [f, v[i], g.x, dx[i], g.y, dy[i], 0, dUnused[i]]; }) is { } branches)
                    return "Branches " + branches;
                Functions.EarlyGradientBatch(x, v, dx);
                if (Find(n, i => { var (f, g) = Functions.EarlyValueAndGradient(x[i]); return [f, v[i], g, dx[i]]; }) is { } early)
                    return "Early " + early;
                Functions.ScratchGradientBatch(x, 11, v, dx);
                if (Find(n, i => { var (f, g) = Functions.ScratchValueAndGradient(x[i], 11); return [f, v[i], g, dx[i]]; }) is { } scratch)
                    return "Scratch " + scratch;
                Functions.RecursiveGradientBatch(x, 3, v, dx);
                if (Find(n, i => { var (f, g) = Functions.RecursiveValueAndGradient(x[i], 3); return [f, v[i], g, dx[i]]; }) is { } recursive)
                    return "Recursive " + recursive;
                Functions.NamesGradientBatch(value: x, dValue: y, i: 3, value_: v, dValue_: dx, dDValue: dy);
                if (Find(n, i => { var (f, g) = Functions.NamesValueAndGradient(x[i], y[i], 3); return [f, v[i], g.value, dx[i], g.dValue, dy[i]]; }) is { } names)
                    return "Names " + names;
                Functions.LookedGradientBatch(x, 0.7, v, dx);
                if (Find(n, i => { var (f, g) = Functions.LookedValueAndGradient(x[i], 0.7); return [f, v[i], g, dx[i]]; }) is { } looked)
                    return "Looked " + looked;
                var model = new Model();
                model.ScaledGradientBatch(x, v, dx);
                if (Find(n, i => { var (f, g) = model.ScaledValueAndGradient(x[i]); return [f, v[i], g, dx[i]]; }) is { } scaled)
                    return "Scaled " + scaled;
                return null;
            }

            /// <summary>The largest relative difference between fast and strict.</summary>
            public static double Fast()
            {
                double[] x = Numbers(new Random(1), 67), y = [.. x.Select(k => k + 2)], v = new double[67], u = new double[67], dx = new double[67], ex = new double[67], dy = new double[67];
                Functions.QuickGradientBatch(x, y, v, dx, dy);
                double worst = 0;
                for (int i = 0; i < 67; i++)
                {
                    Functions.LookedGradientBatch(x.AsSpan(i, 1), y[i], u.AsSpan(i, 1), ex.AsSpan(i, 1));
                    worst = Math.Max(worst, Math.Max(Math.Abs(u[i] - v[i]) / Math.Abs(u[i]), Math.Abs(dx[i] - ex[i]) / Math.Abs(ex[i])));
                }
                return worst;
            }

            public static string Fails(int which)
            {
                double[] x = new double[20], y = new double[20], v = new double[20], dx = new double[20], dy = new double[20], bad = new double[19];
                double[] late = [.. Enumerable.Repeat(1.0, 13), 4, 2];
                try
                {
                    switch (which)
                    {
                        case 0: Functions.PlainGradientBatch(x, bad, v, dx, dy); break;
                        case 1: Functions.PlainGradientBatch(x, y, bad, dx, dy); break;
                        case 2: Functions.PlainGradientBatch(x, y, v, bad, dy); break;
                        case 3: Functions.PlainGradientBatch(x, y, v, dx, bad); break;
                        case 4: Functions.PlainGradientBatch(x, y, v, dx, dx); break;
                        case 5: Functions.PlainGradientBatch(x, y, x, dx, dy); break;
                        case 6: Functions.PlainGradientBatch(x, y, v, y, dy); break;
                        case 7: Functions.UniformGradientBatch(x, 1, v, 5, 2, v, dx); break;
                        case 8: Functions.UniformGradientBatch(x, 1, null!, 5, 2, v, dx); break;
                        case 9: Functions.EarlyGradientBatch(late, new double[15], new double[15]); break;
                        case 10: Functions.UniformGradientBatch(x, 1, [1, 2], 5, 2, v, dx); break;
                        case 11: Functions.PlainGradientBatch(x, x, v, dx, dy); break;
                        case 12: Functions.UniformGradientBatch([], 1, [1, 2], 5, 2, [], []); break;
                    }
                    return "nothing";
                }
                catch (ArgumentException e)
                {
                    return $"{e.GetType().Name} {e.Message.Split('\n')[0]}";
                }
                catch (IndexOutOfRangeException)
                {
                    return "IndexOutOfRangeException";
                }
            }

            public static long Allocated()
            {
                double[] x = new double[100], y = new double[100], v = new double[100], dx = new double[100], dy = new double[100];
                var poses = new Pose[100];
                var dPoses = new Pose[100];
                long start = 0;
                for (int round = 0; round < 20; round++)
                {
                    if (round == 10)
                        start = GC.GetAllocatedBytesForCurrentThread();
                    Functions.PlainGradientBatch(x, y, v, dx, dy);
                    Functions.PosesGradientBatch(poses, y, v, dPoses, dy);
                    Functions.ScratchGradientBatch(x, 11, v, dx);
                    Functions.EarlyGradientBatch(x, v, dx);
                    Functions.RecursiveGradientBatch(x, 4, v, dx);
                }
                return GC.GetAllocatedBytesForCurrentThread() - start;
            }

            private static double[] Numbers(Random random, int n) => [.. Enumerable.Range(0, n).Select(i => i % 9 == 4 ? 0.25 : random.NextDouble() * 2.2 - 1)];

            private static double[] Garbage(int n) => [.. Enumerable.Repeat(1e300, n)];

            // Pairs of what one call gives and what the batch does; the first is the value.
            private static string? Find(int n, Func<int, double[]> pairs)
            {
                for (int i = 0; i < n; i++)
                {
                    double[] both = pairs(i);
                    for (int k = 0; k < both.Length; k += 2)
                    {
                        s_count++;
                        bool same = both[k] == both[k + 1] || double.IsNaN(both[k]) && double.IsNaN(both[k + 1]);
                        if (!same && (k == 0 || s_exact || !(Math.Abs(both[k] - both[k + 1]) <= 1e-12 * Math.Abs(both[k]))))
                            return $"number {k / 2} of input {i} is {both[k + 1]:R} and should be {both[k]:R}";
                    }
                }
                return null;
            }
        }
        """;
}
