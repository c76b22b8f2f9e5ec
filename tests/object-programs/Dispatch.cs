#nullable disable
using System;
using DiffGen;

namespace DiffGen.ObjectPrograms;

public abstract partial class Shape
{
    public double Weight = 1;

    [Differentiable]
    public abstract double Area(double scale);

    [Differentiable]
    public virtual double Perimeter(double scale) => 0.5 * Area(scale) * scale * Weight;

    // Not virtual itself, but calls what is.
    [Differentiable]
    public double Ratio(double scale)
    {
        double s = 0;
        for (int i = 1; i < 4; i++)
        {
            s += Area(scale * i) / Perimeter(s + scale);
            if (s > 8)
                break;
        }
        return s;
    }
}

public sealed partial class Circle : Shape
{
    public double R;

    [Differentiable]
    public override double Area(double s) => Math.PI * R * R * s * s;

    [Differentiable]
    public override double Perimeter(double scale) => (2 * Math.PI * R * scale) + base.Perimeter(scale);
}

public partial class Box : Shape
{
    public double W { get; set; }

    public double H { get; set; }

    [Differentiable]
    public override double Area(double scale) => W * H * scale * scale * Weight;
}

public sealed partial class RoundedBox : Box
{
    public double Radius;

    [Differentiable]
    public override double Area(double scale) => base.Area(scale) - ((4 - Math.PI) * Radius * Radius * scale * scale);
}

public partial interface IModel
{
    [Differentiable]
    double Eval(double x);
}

public sealed partial class Polynomial : IModel
{
    public double[] C = [];

    [Differentiable]
    public double Eval(double x)
    {
        double s = 0;
        for (int i = C.Length - 1; i >= 0; i--)
            s = (s * x) + C[i];
        return s;
    }
}

public sealed partial class Product : IModel
{
    public IModel Left = new Polynomial();
    public IModel Right = new Polynomial();
    [NoDerivative] public double Frozen = 0.5;

    [Differentiable]
    public double Eval(double x) => Left.Eval(x) * Right.Eval(x * Frozen);
}

public partial struct Shifted : IModel
{
    public double Shift;

    [Differentiable]
    public readonly double Eval(double x) => Math.Sin(x + Shift);
}

public sealed partial class Unmarked : IModel
{
    [Differentiable]
    public double Eval(double x) => x;
}

public static partial class Geometry
{
    [Differentiable]
    public static double Total(Shape[] shapes, double scale)
    {
        double s = 0;
        foreach (Shape shape in shapes)
        {
            if (shape is null)
                continue;
            s += shape.Area(scale) * shape.Perimeter(s + 1);
        }
        return s;
    }

    [Differentiable]
    public static double Error(IModel model, double[] x, [NoDerivative] double[] y)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double e = model.Eval(x[i]) - y[i];
            x[i] *= e;
            s += e * e;
        }
        return s + model.Eval(s * 0.1);
    }

    [Differentiable]
    public static double Mixed(double shift, double x)
    {
        var s = new Shifted { Shift = shift };
        return s.Eval(x) * shift;
    }
}

public static class Probe
{
    public static void Run()
    {
        Shape[] shapes = [new Circle { R = 0.4 }, new Box { W = 0.3, H = 0.5, Weight = 1.1 }, null, new RoundedBox { W = 0.7, H = 0.6, Radius = 0.1, Weight = 0.8 }, new Circle { R = 0.2 }];
        Shape[] d = [new Circle(), new Box(), null, new RoundedBox(), new Circle()];
        double dScale = Geometry.TotalGradient(shapes, 1.5, d);
        Compare(Numbers(shapes), Numbers(d), () => Geometry.Total(shapes, 1.5));
        ObjectCheck.Equal(Difference(v => Geometry.Total(shapes, v), 1.5), dScale, 1e-7);
        (double value, double tangent) = Geometry.TotalJvp(shapes, 1.5, d, 0);
        ObjectCheck.Equal(Geometry.Total(shapes, 1.5), value, 0);
        double norm = 0;
        foreach (var (get, _) in Numbers(d))
            norm += get() * get();
        ObjectCheck.Equal(norm, tangent, 1e-12);
        foreach (Shape shape in shapes)
        {
            if (shape is null)
                continue;
            (double scale, Shape fresh) = shape.RatioGradient(0.7);
            Compare(Numbers([shape]), Numbers([fresh]), () => shape.Ratio(0.7));
            ObjectCheck.Equal(Difference(v => shape.Ratio(v), 0.7), scale, 1e-7);
            ObjectCheck.True(fresh.GetType() == shape.GetType(), "another class");
        }
        Interfaces();
        Errors(shapes);
    }

    private static void Interfaces()
    {
        Polynomial p = new() { C = [0.5, -1, 0.25] }, q = new() { C = [1.5, 2] };
        IModel model = new Product { Left = p, Right = new Product { Left = q, Right = new Polynomial { C = [1, 0.1] } } };
        double[] y = [0.1, 0.2, 0.3];
        double[] dx = new double[3];
        double[] X() => [0.4, -0.7, 1.3];
        Polynomial dp = new() { C = new double[3] }, dq = new() { C = new double[2] };
        var dModel = new Product { Left = dp, Right = new Product { Left = dq, Right = new Polynomial { C = new double[2] } } };
        double value = Geometry.ErrorValueAndGradient(model, X(), y, dModel, dx);
        ObjectCheck.Equal(Geometry.Error(model, X(), y), value, 0);
        for (int i = 0; i < 3; i++)
            ObjectCheck.Equal(Difference(v => { double old = p.C[i]; p.C[i] = v; double f = Geometry.Error(model, X(), y); p.C[i] = old; return f; }, p.C[i]), dp.C[i], 1e-7);
        for (int i = 0; i < 2; i++)
            ObjectCheck.Equal(Difference(v => { double old = q.C[i]; q.C[i] = v; double f = Geometry.Error(model, X(), y); q.C[i] = old; return f; }, q.C[i]), dq.C[i], 1e-7);
        for (int i = 0; i < 3; i++)
            ObjectCheck.Equal(Difference(v => { double[] x = X(); x[i] = v; return Geometry.Error(model, x, y); }, X()[i]), dx[i], 1e-7);
        ObjectCheck.Equal(0.5, dModel.Frozen, 0);
        (double dShift, double dv) = Geometry.MixedGradient(0.3, 0.9);
        ObjectCheck.Equal(Difference(v => Geometry.Mixed(v, 0.9), 0.3), dShift, 1e-7);
        ObjectCheck.Equal(Difference(v => Geometry.Mixed(0.3, v), 0.9), dv, 1e-7);
    }

    private static void Errors(Shape[] shapes)
    {
        ObjectCheck.Throws<ArgumentException>(() => shapes[1].AreaGradient(2.0, new Circle()), "Circle");
        ObjectCheck.Throws<ArgumentException>(() => shapes[1].AreaVjp(2.0, 1.0, new RoundedBox()), "RoundedBox");
        ObjectCheck.Throws<ArgumentNullException>(() => shapes[1].AreaGradient(2.0, null));
        ObjectCheck.Throws<ArgumentException>(() => Geometry.TotalGradient(shapes, 1.5, [new Circle(), new Circle(), null, new RoundedBox(), new Circle()]), "Circle");
        ObjectCheck.Throws<ArgumentException>(() => Geometry.ErrorGradient(new Polynomial(), [1], [1], new Unmarked(), new double[1]), "Unmarked");
        IModel boxed = default(Shifted);
        ObjectCheck.Throws<NotSupportedException>(() => boxed.EvalJvp(1, 1, boxed), "Shifted");
    }

    private static (Func<double> Get, Action<double> Set)[] Numbers(Shape[] shapes)
    {
        var numbers = new System.Collections.Generic.List<(Func<double>, Action<double>)>();
        foreach (Shape shape in shapes)
        {
            if (shape is null)
                continue;
            numbers.Add((() => shape.Weight, v => shape.Weight = v));
            if (shape is Circle circle)
                numbers.Add((() => circle.R, v => circle.R = v));
            if (shape is Box box)
            {
                numbers.Add((() => box.W, v => box.W = v));
                numbers.Add((() => box.H, v => box.H = v));
            }
            if (shape is RoundedBox rounded)
                numbers.Add((() => rounded.Radius, v => rounded.Radius = v));
        }
        return [.. numbers];
    }

    private static void Compare((Func<double> Get, Action<double> Set)[] numbers, (Func<double> Get, Action<double> Set)[] derivatives, Func<double> f)
    {
        ObjectCheck.True(numbers.Length == derivatives.Length, "another number of members");
        for (int i = 0; i < numbers.Length; i++)
        {
            double before = numbers[i].Get();
            double difference = Difference(v => { numbers[i].Set(v); return f(); }, before);
            numbers[i].Set(before);
            ObjectCheck.Equal(difference, derivatives[i].Get(), 1e-7);
        }
    }

    private static double Difference(Func<double, double> f, double x)
    {
        const double h = 1e-4;
        return ((8 * (f(x + h) - f(x - h))) - (f(x + (2 * h)) - f(x - (2 * h)))) / (12 * h);
    }
}
