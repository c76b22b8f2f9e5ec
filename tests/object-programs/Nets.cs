using System;

namespace DiffGen.ObjectPrograms;

public struct Net
{
    public double[] W;
    public double Bias;
    public int Count;
    [NoDerivative] public double[]? Data;

    public readonly int Size => W.Length;
}

public record struct Scaled(Net Inner, double Factor, double[][] Rows);

public partial struct Affine
{
    private double[] _a;
    private double _b;

    public Affine(double[] a, double b)
    {
        _a = a;
        _b = b;
    }

    public readonly double B => _b;

    [Differentiable]
    public readonly double At(double x)
    {
        double s = _b;
        for (int i = 0; i < _a.Length; i++)
            s = s * x + _a[i] * Math.Sin(x);
        return s;
    }
}

public static partial class Program
{
    [Differentiable]
    public static double Loss(Net net, double x)
    {
        double s = net.Bias * net.Count;
        for (int i = 0; i < net.W.Length; i++)
            s += Math.Sin(net.W[i] * x) * (net.Data is null ? 1 : net.Data[i]);
        return s * s;
    }

    [Differentiable]
    public static double Nested(Scaled s, (double[] Values, double Shift) extra)
    {
        double sum = s.Factor * s.Inner.Bias;
        for (int i = 0; i < s.Inner.W.Length; i++)
        {
            s.Inner.W[i] = s.Inner.W[i] * s.Inner.W[i] + extra.Shift;
            sum += s.Inner.W[i] * s.Rows[i][i] * extra.Values[i];
        }
        return sum;
    }

    [Differentiable]
    public static double Copy(Net net, double x)
    {
        Net other = net with { Bias = net.Bias * x };
        other.W = net.W[1..];
        return Inner(other) + Inner(net);
    }

    [Differentiable]
    private static double Inner(in Net net)
    {
        double s = net.Bias;
        foreach (double w in net.W)
            s *= 1 + w * w;
        return s;
    }
}

public static class Probe
{
    public static void Run()
    {
        ObjectCheck.Gradient(typeof(Program), "Loss", () => [MakeNet(), 0.7]);
        ObjectCheck.Gradient(typeof(Program), "Copy", () => [MakeNet(), 0.7]);
        ObjectCheck.Gradient(typeof(Program), "Nested", () => [new Scaled(MakeNet(), 1.4, [[1, 2, 3], [4, 5, 6], [7, 8, 9]]), (new double[] { 0.5, -1, 2 }, 0.3)]);
        ObjectCheck.Gradient(typeof(Affine), "At", () => [0.7, new Affine([1, -2, 0.5], 0.4)]);
        Net net = MakeNet(), d = new() { W = new double[3], Bias = 7, Count = 5, Data = net.Data };
        double dx = Program.LossGradient(net, 0.7, ref d);
        double bias = d.Bias, w = d.W[1];
        ObjectCheck.True(d.Count == 5, "an inactive field was touched");
        Program.LossVjp(net, 0.7, 2, ref d);
        ObjectCheck.Equal(3 * bias, d.Bias);
        ObjectCheck.Equal(3 * w, d.W[1]);
        (Net fresh, double x) = Program.LossGradient(net, 0.7);
        ObjectCheck.Equal(w, fresh.W[1]);
        ObjectCheck.Equal(dx, x);
        ObjectCheck.Throws<ArgumentException>(() => { Net wrong = new() { W = new double[2] }; Program.LossGradient(net, 0.7, ref wrong); }, "W has 2");
        ObjectCheck.Throws<ArgumentException>(() => { Net same = net; Program.LossGradient(net, 0.7, ref same); }, "shares memory");
        ObjectCheck.Throws<ArgumentException>(() => { Net none = default; Program.LossGradient(net, 0.7, ref none); }, "is null");
        (double value, double tangent) = Program.LossJvp(net, 0.7, fresh, 0);
        ObjectCheck.True(tangent > 0 && value > 0, "no ascent");
    }

    private static Net MakeNet() => new() { W = [0.3, -0.8, 1.1], Bias = 0.2, Count = 3, Data = [1, 2, 3] };
}
