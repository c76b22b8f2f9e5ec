namespace DiffGen.Cases.Tests;

public sealed partial class LentArraysTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using DiffGen;
        namespace Own;

        public static class Keeper
        {
            public static List<int[]> Known { get; } = [];

            public static int Remember(int[] order)
            {
                Known.Add(order);
                return order.Length;
            }

            // Other derivatives are taken while arrays are lent.
            public static int Nested(int n)
            {
                double[] x = [1.5, 2.5, 3.5];
                Functions.JaggedGradient(x, new double[3]);
                Functions.RectangularGradient(x, new double[3]);
                return n;
            }
        }

        public static partial class Functions
        {
            [Differentiable(Derivatives.Default | Derivatives.Pullback | Derivatives.Hvp)]
            public static double Jagged(double[] x)
            {
                var rows = new double[x.Length][];
                for (int i = 0; i < rows.Length; i++)
                    rows[i] = new double[i + 1];
                for (int i = 0; i < rows.Length; i++)
                {
                    for (int j = 0; j <= i; j++)
                        rows[i][j] += x[i] * x[j] * (j + 1);
                }
                double sum = 0;
                for (int i = 1; i < rows.Length; i++)
                    sum += Math.Sin(rows[i][i - 1]) * rows[i - 1][i - 1];
                return sum;
            }

            [Differentiable(Derivatives.Default | Derivatives.Pullback | Derivatives.Hvp)]
            public static double Rectangular(double[] x)
            {
                var square = new double[x.Length, x.Length];
                for (int i = 0; i < x.Length; i++)
                {
                    for (int j = 0; j < i; j++)
                        square[i, j] += x[i] * x[j] + square[j, j];
                    square[i, i] += x[i];
                }
                double sum = 0;
                for (int i = 1; i < x.Length; i++)
                    sum += square[i, i - 1] * square[i, 0] + square[i - 1, i];
                return sum;
            }

            [Differentiable(Derivatives.Default | Derivatives.Pullback | Derivatives.Hvp)]
            public static double Exchanged(double[] x)
            {
                double[][] rows = [new double[x.Length], new double[x.Length]];
                x.CopyTo(rows[0], 0);
                for (int k = 0; k < 3; k++)
                {
                    var fresh = new double[x.Length];
                    for (int i = 0; i < x.Length; i++)
                        fresh[i] = Math.Sin(rows[0][i]) + rows[1][x.Length - 1 - i];
                    rows[1] = rows[0];
                    rows[0] = fresh;
                }
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                    sum += rows[0][i] * rows[1][i];
                return sum;
            }

            [Differentiable(Derivatives.Jvp | Derivatives.Vjp)]
            public static double[] Returned(double[] x)
            {
                double[][] rows = [new double[x.Length], new double[x.Length]];
                for (int i = 0; i < x.Length; i++)
                {
                    rows[0][i] = x[i] * x[i];
                    rows[1][i] = Math.Sin(rows[0][i]);
                }
                return rows[1];
            }

            [Differentiable(Derivatives.Jvp)]
            public static void Stored(double[] x, double[][] to)
            {
                var row = new double[x.Length];
                for (int i = 0; i < x.Length; i++)
                    row[i] = x[i] * x[i];
                to[1] = row;
            }

            [Differentiable(Derivatives.Jvp)]
            public static void StoredBySwitch(double[] x, double[][] to)
            {
                var local = new double[2][];
                double[][] chosen = x[0] > 0 ? to : local;
                for (int k = 0; k < 2; k++)
                    chosen[k] = new double[x.Length];
                for (int i = 0; i < x.Length; i++)
                    chosen[1][i] = x[i] * x[i];
            }

            [Differentiable(Derivatives.Jvp)]
            public static void StoredByCallee(double[] x, double[][] to)
            {
                double[][] rows = [new double[x.Length], new double[x.Length]];
                Square(x, rows, 1);
                Square(rows[1], to, 1);
                Make(rows[1], to, 1);
            }

            [Differentiable]
            static void Square(double[] x, double[][] rows, int at)
            {
                for (int i = 0; i < x.Length; i++)
                    rows[at][i] = x[i] * x[i];
                if (at > 1)
                    Square(x, rows, at - 1);
            }

            [Differentiable(Derivatives.Jvp)]
            static void Make(double[] x, double[][] rows, int at)
            {
                rows[at] = new double[x.Length];
                for (int i = 0; i < x.Length; i++)
                    rows[at][i] = 2 * x[i];
                if (at > 1)
                    Make(x, rows, at - 1);
            }

            [Differentiable(Derivatives.Jvp)]
            public static void HandedOn(double[] x, double[][] to)
            {
                var row = new double[x.Length];
                for (int i = 0; i < x.Length; i++)
                    row[i] = x[i] * x[i];
                Hand(row, to, 1);
            }

            [Differentiable(Derivatives.Jvp)]
            static void Hand(double[] row, double[][] to, int depth)
            {
                if (depth > 0)
                    Hand(row, to, depth - 1);
                else
                    to[1] = row;
            }

            [Differentiable]
            public static double Remembered(double[] x)
            {
                var order = new int[x.Length];
                for (int i = 0; i < x.Length; i++)
                    order[i] = x.Length - 1 - i;
                int n = Keeper.Remember(order);
                double sum = 0;
                for (int i = 0; i < n; i++)
                    sum += x[order[i]] * x[i] * (i + 1);
                return sum;
            }

            [Differentiable(Derivatives.Default | Derivatives.Pullback)]
            public static double Recursive(double[] x) => Tree(x, new double[] { 1, 2 }, 0);

            [Differentiable]
            static double Tree(double[] x, double[] above, int depth)
            {
                if (depth == x.Length)
                    return above[0] * above[1];
                double[][] rows = [new double[2], new double[2]];
                rows[0][0] = Math.Sin(x[depth]) + above[1];
                rows[0][1] = x[0] * x[depth];
                rows[1][0] = above[0] * rows[0][0];
                rows[1][1] = Tree(x, rows[0], depth + 1);
                var square = new double[2, 2];
                square[0, 1] = rows[1][1] * x[depth];
                square[1, 0] = rows[0][0] * above[0];
                return Tree(x, rows[1], depth + 1) + square[0, 1] * square[1, 0];
            }

            [Differentiable]
            public static double Meanwhile(double[] x)
            {
                double[][] rows = [new double[3], new double[3]];
                for (int i = 0; i < 3; i++)
                    rows[0][i] = x[i] * x[i];
                int n = Keeper.Nested(3);
                for (int i = 0; i < n; i++)
                    rows[1][i] = Math.Exp(0.1 * rows[0][i]);
                return rows[1][0] * rows[1][1] + rows[1][2] * rows[0][1];
            }

            [Differentiable(Derivatives.Gradient, Parallel = true)]
            public static double OnThreads(double[] x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    var square = new double[2, 2];
                    square[0, 0] = Math.Sin(x[i]);
                    square[1, 1] = x[i] * x[i];
                    square[0, 1] = square[0, 0] * square[1, 1];
                    sum += square[0, 1] * square[0, 1] + square[1, 0];
                }
                return sum;
            }

            /// <summary>A derivative in full; what it says of references that others keep is checked by whoever holds it.</summary>
            public static double[][] Run(string method, double[] x)
            {
                double[] dx = new double[x.Length], hx = new double[x.Length], seed = new double[x.Length];
                for (int i = 0; i < x.Length; i++)
                    seed[i] = i + 1;
                double[][] to = [new double[x.Length], new double[x.Length]], dTo = [new double[x.Length], new double[x.Length]];
                switch (method)
                {
                    case "Jagged": return [[JaggedValueAndGradient(x, dx)], dx];
                    case "JaggedJvp": return [[JaggedJvp(x, seed).Tangent]];
                    case "JaggedHvp": JaggedHvp(x, seed, hx); return [hx];
                    case "Rectangular": return [[RectangularValueAndGradient(x, dx)], dx];
                    case "RectangularHvp": RectangularHvp(x, seed, hx); return [hx];
                    case "Exchanged": return [[ExchangedValueAndGradient(x, dx)], dx];
                    case "ExchangedHvp": ExchangedHvp(x, seed, hx); return [hx];
                    case "Returned": var (value, tangent) = ReturnedJvp(x, seed); return [value, tangent];
                    case "ReturnedVjp": ReturnedVjp(x, seed, dx); return [dx];
                    case "Stored": StoredJvp(x, to, seed, dTo); return [to[1], dTo[1]];
                    case "StoredBySwitch": StoredBySwitchJvp(x, to, seed, dTo); return [to[0], to[1], dTo[0], dTo[1]];
                    case "StoredByCallee": StoredByCalleeJvp(x, to, seed, dTo); return [to[1], dTo[1]];
                    case "HandedOn": HandedOnJvp(x, to, seed, dTo); return [to[1], dTo[1]];
                    case "Remembered": return [[RememberedValueAndGradient(x, dx)], dx];
                    case "Recursive": return [[RecursiveValueAndGradient(x, dx)], dx];
                    case "Meanwhile": return [[MeanwhileValueAndGradient(x, dx)], dx];
                    case "OnThreads": return [[OnThreadsValueAndGradient(x, dx)], dx];
                    case "Split": return Split(x);
                    default: throw new ArgumentException(method);
                }
            }

            // Records that live at the same time, each read more than once.
            private static double[][] Split(double[] x)
            {
                double[] y = [.. x];
                y[0] += 1;
                using var jagged = JaggedForward(x, out double first);
                using var other = JaggedForward(y, out double second);
                using var exchanged = ExchangedForward(x, out double third);
                using var recursive = RecursiveForward(x, out double fourth);
                double[][] results = [[first, second, third, fourth], new double[x.Length], new double[x.Length], new double[x.Length], new double[x.Length], new double[x.Length]];
                exchanged.Pullback(1, results[1]);
                jagged.Pullback(1, results[2]);
                RectangularGradient(x, results[3]);
                other.Pullback(1, results[3]);
                jagged.Pullback(2, results[4]);
                recursive.Pullback(1, results[5]);
                return results;
            }
        }
        """;
}
