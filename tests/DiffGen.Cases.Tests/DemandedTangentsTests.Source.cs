namespace DiffGen.Cases.Tests;

// Methods that fill rows of memory, and look at some of them.
public sealed partial class DemandedTangentsTests
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public struct Point { public double X, Y; }

        public static partial class Functions
        {
            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Flat(double[] t, int[] table, double[] y)
            {
                int rows = 40;
                var p = new double[3 * rows];
                for (int bone = 0; bone < t.Length; bone++)
                {
                    double sin = Math.Sin(t[bone]);
                    for (int v = 0; v < rows; v++)
                    {
                        for (int r = 0; r < 3; r++)
                            p[3 * v + r] += sin * (v - r + bone);
                    }
                }
                for (int v = 0; v < rows; v++)
                {
                    double x = p[3 * v], z = p[3 * v + 2];
                    for (int r = 0; r < 3; r++)
                        p[3 * v + r] = t[0] * x + z * (r + 1);
                }
                for (int i = 0; i < table.Length; i++)
                {
                    for (int r = 0; r < 3; r++)
                        y[3 * i + r] = p[3 * table[i] + r] * t[1];
                }
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Parts(double[] t, int[] table, double[] y)
            {
                int rows = 40;
                double[] a = new double[rows], b = new double[rows];
                for (int v = 1; v < rows; v++)
                {
                    a[v] = Math.Cos(t[0] * v);
                    b[v] = a[v] * t[1];
                }
                for (int i = 0; i < table.Length; i++)
                {
                    if (table[i] % 2 == 0)
                        y[i] = a[table[i]] * b[table[i]];
                    else
                        y[i] = b[table[i]];
                }
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Matrix(double[] t, int[] table, double[] y)
            {
                int rows = 40;
                var p = new double[rows, 2];
                for (int v = 0; v < rows; v++)
                {
                    p[v, 0] = t[0] * v;
                    p[v, 1] = t[1] * v * t[2];
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i], 0] * p[table[i], 1];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Views(double[] t, int[] table, double[] y)
            {
                int rows = 40, width = t.Length;
                var p = new double[width * rows];
                for (int v = 0; v < rows; v++)
                {
                    Span<double> row = p.AsSpan(v * width, width);
                    for (int r = 0; r < width; r++)
                        row[r] = t[r] * t[r] * v;
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i] * width] + p[table[i] * width + 1];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Structs(double[] t, int[] table, double[] y)
            {
                var p = new Point[40];
                for (int v = 0; v < p.Length; v++)
                {
                    p[v].X = t[0] * v;
                    p[v].Y = t[1] * t[2];
                }
                for (int v = 0; v < p.Length; v++)
                    p[v].X = p[v].X * p[v].Y;
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]].X;
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Scratch(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                for (int v = 0; v < p.Length; v++)
                {
                    var s = new double[3];
                    for (int r = 0; r < 3; r++)
                        s[r] = t[r] * v;
                    p[v] = s[0] * s[1] + s[2];
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Twice(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                for (int v = 0; v < p.Length; v++)
                    p[v] = t[0] * v;
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]];
                for (int v = 0; v < p.Length; v++)
                    p[v] *= t[1];
                for (int i = 0; i < table.Length; i++)
                    y[i] += p[39 - table[i]];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void AllRows(double[] t, int[] table, double[] y)
            {
                var p = new double[table.Length];
                for (int v = 0; v < p.Length; v++)
                    p[v] = t[0] * (v + 1);
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[i] * t[1];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void FromNeighbour(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                p[0] = t[0];
                for (int v = 1; v < p.Length; v++)
                    p[v] = p[v - 1] * t[1];
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void LateTable(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                var own = new int[table.Length];
                for (int v = 0; v < p.Length; v++)
                    p[v] = t[0] * v * t[1];
                for (int i = 0; i < table.Length; i++)
                    own[i] = 39 - table[i];
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[own[i]];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void SumOfRows(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                double sum = 0;
                for (int v = 0; v < p.Length; v++)
                {
                    p[v] = t[0] * v * t[1];
                    sum += p[v];
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]] + sum;
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void ScratchOutside(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                var s = new double[3];
                for (int v = 0; v < p.Length; v++)
                {
                    for (int r = 0; r < 3; r++)
                        s[r] = t[r] * v;
                    p[v] += s[0] * s[1] + s[2];
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void LastScratch(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                var s = new double[3];
                for (int v = 0; v < p.Length; v++)
                {
                    for (int r = 0; r < 3; r++)
                        s[r] = t[r] * v;
                    p[v] = s[0] * s[1] + s[2];
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]] * s[1];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void ValueOfAll(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                var sizes = new double[40];
                for (int v = 0; v < p.Length; v++)
                {
                    p[v] = t[0] * (v + 1) * t[1];
                    sizes[v] = Diff.StopGradient(p[v]);
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]] * sizes[i];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void PartOfRow(double[] t, int[] table, double[] y)
            {
                int rows = table.Length == 0 ? 0 : 40;
                var p = new double[3 * rows + 1];
                for (int v = 0; v < rows; v++)
                    p[3 * v] += t[0] * v;
                for (int v = 0; v < rows; v++)
                    p[3 * v + 2] += p[3 * v] * t[1];
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[3 * table[i]] + p[3 * table[i] + 1] + p[3 * table[i] + 2] + p[3 * (table[i] + 40 - table[i])];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static double[] Returned(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                for (int v = 0; v < p.Length; v++)
                    p[v] = t[0] * v;
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]] * t[1];
                return p;
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Weighted(double[] t, int[] table, double[] y, double[] w, int width)
            {
                int rows = 40;
                var p = new double[2 * rows];
                for (int bone = 0; bone < t.Length; bone++)
                {
                    for (int v = 0; v < rows; v++)
                    {
                        for (int r = 0; r < 2; r++)
                            p[2 * v + r] += t[bone] * w[v * width + bone] * (r + 1);
                    }
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[2 * table[i]] * p[2 * table[i] + 1];
            }

            [Differentiable(Derivatives.SparseJacobian, Wrt = new[] { "t" })]
            public static void Pattern(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                for (int k = 0; k < t.Length; k++)
                {
                    for (int v = 0; v < p.Length; v++)
                    {
                        if (v % (k + 2) == 0)
                            p[v] += t[k] * v;
                    }
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Row(double[] t, int[] table, double[] y, double[] w, int width)
            {
                var p = new double[40];
                for (int v = 0; v < p.Length; v++)
                {
                    ReadOnlySpan<double> row = w.AsSpan(v * width, t.Length);
                    for (int r = 0; r < row.Length; r++)
                        p[v] += row[r] * t[r];
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]];
            }
        }
        """;
}
