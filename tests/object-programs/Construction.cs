using System;

namespace DiffGen.ObjectPrograms;

public class Shape
{
    protected double Area = 0.5;
    public Shape(double scale) => Area *= scale;

    public double GetArea => Area;
}

public class Layer : Shape
{
    public double[] W;
    public double B { get; set; } = 0.25;
    public int Calls;

    public Layer(double[] w, double b)
        : base(b)
    {
        W = w;
        if (b > 0)
            B += b;
        Area += w[0];
    }

    public Layer(double b)
        : this([b, b * b], b)
    {
    }
}

public class Pair(double first, double second)
{
    public double First = first;
    public double Second { get; init; } = second * first;
}

public static partial class Program
{
    [Differentiable]
    public static double Local(double x, double y)
    {
        var layer = new Layer(x);
        layer.B *= y;
        layer.Calls++;
        var pair = new Pair(layer.B, y) { First = x * y };
        return layer.W[0] * layer.W[1] * pair.First + pair.Second * layer.B;
    }

    [Differentiable]
    public static double InArray(double[] w, double x)
    {
        var layers = new Layer[3];
        for (int i = 0; i < layers.Length; i++)
            layers[i] = new Layer(w, x * (i - 1));
        layers[1].W[0] *= x;
        double sum = 0;
        foreach (Layer layer in layers)
            sum += layer.W[0] * layer.W[1] * layer.B;
        return sum;
    }

    [Differentiable]
    public static double Chain(double x, int n)
    {
        Pair current = new(x, 1);
        for (int i = 0; i < n; i++)
        {
            var next = new Pair(Math.Sin(current.First), current.Second * x);
            if (i == 2)
                continue;
            current = next;
        }
        return current.First * current.Second;
    }

    [Differentiable]
    public static double Maybe(double x, double[] w)
    {
        Layer? layer = x > 1 ? new Layer(w, x) : null;
        if (layer is null)
            return x * x;
        layer.W[1] = layer.W[0] * x;
        return layer.W[1] * layer.B * w[1];
    }
}

public static class Probe
{
    public static void Run()
    {
        ObjectCheck.Gradient(typeof(Program), "Local", () => [0.7, 1.3]);
        ObjectCheck.Gradient(typeof(Program), "Local", () => [-0.7, 1.3]);
        ObjectCheck.Gradient(typeof(Program), "InArray", () => [new[] { 0.7, -1.3 }, 0.8]);
        ObjectCheck.Gradient(typeof(Program), "Chain", () => [0.7, 5]);
        ObjectCheck.Gradient(typeof(Program), "Maybe", () => [1.7, new[] { 0.7, -1.3 }]);
        ObjectCheck.Gradient(typeof(Program), "Maybe", () => [0.7, new[] { 0.7, -1.3 }]);
    }
}
