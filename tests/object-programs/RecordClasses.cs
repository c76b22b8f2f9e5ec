using System;

namespace DiffGen.ObjectPrograms;

public sealed record Point(double X, double Y)
{
    public double SquaredLength => X * X + Y * Y;
}

public record Options
{
    public double Rate { get; init; } = 0.5;
    public double Decay { get; init; }
    public string Name { get; init; } = "none";
}

public partial record Circle(Point Center, double Radius)
{
    [Differentiable]
    public double Distance(Point p)
    {
        (double x, double y) = p;
        double dx = x - Center.X, dy = y - Center.Y;
        return Math.Sqrt(dx * dx + dy * dy) - Radius;
    }
}

public static partial class Program
{
    [Differentiable]
    public static double Energy(Point a, Options options)
    {
        Point b = a with { X = a.X * options.Rate };
        for (int i = 0; i < 3; i++)
            b = new Point(b.Y * options.Decay, b.X + a.X);
        return a == b ? 0 : b.X * b.Y + b.X;
    }

    [Differentiable]
    public static Point Rotate(Point p, double angle) =>
        new(p.X * Math.Cos(angle) - p.Y * Math.Sin(angle), p.X * Math.Sin(angle) + p.Y * Math.Cos(angle));
}

public static class Probe
{
    public static void Run()
    {
        ObjectCheck.Gradient(typeof(Program), "Energy", () => [new Point(1.5, -0.5), new Options { Rate = 0.7, Decay = 1.2 }]);
        ObjectCheck.Gradient(typeof(Circle), "Distance", () => [new Point(1.5, -0.5), new Circle(new(0.3, 0.4), 0.2)]);
        (Point a, Options o) = Program.EnergyGradient(new(1, 2), new Options());
        ObjectCheck.True(a is not null && o.Name is null, "wrong defaults");
        (Point value, Point tangent) = Program.RotateJvp(new(1, 2), 0, new(0, 0), 1);
        ObjectCheck.Equal(-2, tangent.X);
        ObjectCheck.Equal(1, tangent.Y);
        (Point p, double angle) = Program.RotateVjp(new(1, 2), 0, new(1, 1));
        ObjectCheck.Equal(1, p.X);
        ObjectCheck.Equal(-1, angle);
        ObjectCheck.Throws<ArgumentNullException>(() => Program.EnergyGradient(null!, new Options()), "a");
        ObjectCheck.Throws<ArgumentNullException>(() => Program.RotateVjp(new(1, 2), 0, null!));
    }
}
