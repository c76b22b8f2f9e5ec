using System;
using DiffGen;

namespace DiffGen.ObjectPrograms;

public partial class Layer
{
    public double[] W;
    public double[] B;
    public int Inputs { get; }

    public Layer(int inputs, int outputs, int seed)
    {
        Inputs = inputs;
        W = new double[inputs * outputs];
        B = new double[outputs];
        for (int i = 0; i < W.Length; i++)
            W[i] = Math.Sin(seed + i * 1.7) * 0.7;
        for (int i = 0; i < B.Length; i++)
            B[i] = Math.Cos(seed + i) * 0.1;
    }

    [Differentiable]
    public void Forward(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            double s = B[i];
            for (int j = 0; j < Inputs; j++)
                s += W[i * Inputs + j] * x[j];
            y[i] = Math.Tanh(s);
        }
    }
}

public partial class Mlp
{
    public Layer[] Layers { get; set; } = [];
    public double Scale = 1.5;

    [Differentiable]
    public double Loss(double[] x, [NoDerivative] double target)
    {
        double[] a = x;
        foreach (Layer layer in Layers)
        {
            double[] next = new double[layer.B.Length];
            layer.Forward(a, next);
            a = next;
        }
        double e = Scale * a[0] - target;
        return e * e;
    }
}

public static class Probe
{
    public static void Run()
    {
        ObjectCheck.Gradient(typeof(Mlp), "Loss", () => [new[] { 0.3, -0.8 }, 0.4, Make()]);
        Mlp model = Make(), d = Make();
        double first = model.Loss([0.3, -0.8], 0.4), last = first;
        for (int step = 0; step < 20; step++)
        {
            double[] dx = new double[2];
            last = model.LossValueAndGradient([0.3, -0.8], 0.4, dx, d);
            for (int l = 0; l < model.Layers.Length; l++)
            {
                for (int i = 0; i < model.Layers[l].W.Length; i++)
                    model.Layers[l].W[i] -= 0.1 * d.Layers[l].W[i];
                for (int i = 0; i < model.Layers[l].B.Length; i++)
                    model.Layers[l].B[i] -= 0.1 * d.Layers[l].B[i];
            }
        }
        ObjectCheck.True(last < 0.01 * first, "no progress");
    }

    private static Mlp Make() => new() { Layers = [new(2, 3, 1), new(3, 2, 5), new(2, 1, 9)] };
}
