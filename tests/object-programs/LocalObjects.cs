using System;

namespace DiffGen.ObjectPrograms;

public partial class Point
{
    public double X;
    public double Y { get; set; }
}

public partial class Segment
{
    public Point A = new();
    public Point B = new();
    public Point? C;
    public double[,] M = { { 1, 2 }, { 3, 4 } };
    public double[][] J = [[1, 2, 3], [4]];
    [NoDerivative] public Point? Frozen;
    public string? Name;
    public int Count { get; set; }

    [Differentiable]
    public double Length(double s)
    {
        double dx = A.X - B.X, dy = A.Y - B.Y * s;
        Count++;
        A.X = Math.Sin(A.X * s);
        double extra = C is null ? 0 : C.X * C.Y;
        if (C != null)
            C.X *= s;
        Point p = s > 1 ? A : B;
        p.Y += p.X * s;
        return Math.Sqrt(dx * dx + dy * dy) + extra + p.Y * p.Y + M[1, 0] * M[0, 1] + J[0][2] * J[1][0] * (Frozen is null ? 1 : Frozen.X);
    }

    [Differentiable]
    public static double Distance(Point a, Point b) => (a.X - b.X) * (a.X - b.X) + a.Y * b.Y;

    [Differentiable]
    public double Swap(int n)
    {
        Point p = A, q = B;
        for (int i = 0; i < n; i++)
        {
            p.X += q.Y * q.Y;
            (p, q) = (q, p);
        }
        return p.X * q.X;
    }

    [Differentiable]
    public double Both() => Distance(A, B) + Distance(A, A);
}

public static class Probe
{
    public static void Run()
    {
        ObjectCheck.Gradient(typeof(Segment), "Length", () => [0.7, Make(true)]);
        ObjectCheck.Gradient(typeof(Segment), "Length", () => [1.7, Make(false)]);
        ObjectCheck.Gradient(typeof(Segment), "Distance", () => [new Point { X = 1, Y = 2 }, new Point { X = 3, Y = -1 }]);
        ObjectCheck.Gradient(typeof(Segment), "Swap", () => [5, Make(true)]);
        ObjectCheck.Gradient(typeof(Segment), "Both", () => [Make(true)]);
    }

    private static Segment Make(bool third) => new()
    {
        A = new() { X = 1.5, Y = 0.3 }, B = new() { X = -0.4, Y = 2 }, C = third ? new() { X = 0.2, Y = 0.9 } : null,
    };
}
