// A plane truss: stiffness assembled from bars, supports removed, Cholesky's solution, mass and stress as the objective.
// point: nodes: [0, 0, 1, 0.1, 2, 0, 1, 1.1], areas: [1, 1.2, 0.8, 1, 0.9], bars: [new(0, 1), new(1, 2), new(0, 3), new(1, 3), new(2, 3)], load: 0.7
using System;
using DiffGen;

namespace Cases.Library;

public static partial class TrussDesign
{
    public readonly record struct Bar(int From, int To);

    private const double Modulus = 10;
    private static readonly int[] Supports = [0, 1, 5];

    [Differentiable]
    public static double F(double[] nodes, double[] areas, Bar[] bars, double load)
    {
        int n = nodes.Length;
        var stiffness = new double[n][];
        for (int i = 0; i < n; i++)
            stiffness[i] = new double[n];
        double mass = 0;
        for (int b = 0; b < bars.Length; b++)
        {
            var (cos, sin, length) = Direction(nodes, bars[b]);
            mass += areas[b] * length;
            Assemble(stiffness, bars[b], Modulus * areas[b] / length, cos, sin);
        }
        double[] u = new double[n];
        u[7] = -load;
        u[2] = 0.25 * load;
        foreach (int s in Supports)
        {
            for (int j = 0; j < n; j++)
                stiffness[s][j] = stiffness[j][s] = 0;
            stiffness[s][s] = 1;
            u[s] = 0;
        }
        Solve(stiffness, u);
        double stress = 0;
        for (int b = 0; b < bars.Length; b++)
        {
            var (cos, sin, length) = Direction(nodes, bars[b]);
            int i = 2 * bars[b].From, j = 2 * bars[b].To;
            double strain = ((cos * (u[j] - u[i])) + (sin * (u[j + 1] - u[i + 1]))) / length;
            stress += Math.Pow(Math.Abs(Modulus * strain), 4);
        }
        return mass + Math.Sqrt(Math.Sqrt(stress));
    }

    [Differentiable]
    private static (double Cos, double Sin, double Length) Direction(double[] nodes, Bar bar)
    {
        double dx = nodes[2 * bar.To] - nodes[2 * bar.From], dy = nodes[(2 * bar.To) + 1] - nodes[(2 * bar.From) + 1];
        double length = Math.Sqrt((dx * dx) + (dy * dy));
        return length > 0 ? (dx / length, dy / length, length) : throw new ArgumentException("A bar has no length.");
    }

    [Differentiable]
    private static void Assemble(double[][] k, Bar bar, double factor, double cos, double sin)
    {
        ReadOnlySpan<double> d = [-cos, -sin, cos, sin];
        ReadOnlySpan<int> index = [2 * bar.From, (2 * bar.From) + 1, 2 * bar.To, (2 * bar.To) + 1];
        for (int r = 0; r < 4; r++)
        {
            for (int c = 0; c < 4; c++)
                k[index[r]][index[c]] += factor * d[r] * d[c];
        }
    }

    [Differentiable]
    private static void Solve(double[][] a, double[] b)
    {
        int n = b.Length;
        for (int j = 0; j < n; j++)
        {
            double[] row = a[j];
            double d = row[j];
            for (int k = 0; k < j; k++)
                d -= row[k] * row[k];
            if (d <= 1e-14)
                throw new InvalidOperationException("The truss is a mechanism.");
            row[j] = Math.Sqrt(d);
            for (int i = j + 1; i < n; i++)
            {
                double s = a[i][j];
                for (int k = 0; k < j; k++)
                    s -= a[i][k] * row[k];
                a[i][j] = s / row[j];
            }
        }
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < i; k++)
                b[i] -= a[i][k] * b[k];
            b[i] /= a[i][i];
        }
        for (int i = n - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < n; k++)
                b[i] -= a[k][i] * b[k];
            b[i] /= a[i][i];
        }
    }
}
