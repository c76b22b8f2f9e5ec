using System;

namespace DiffGen.ObjectPrograms;

[Differentiable]
public partial class Model
{
    public double[] W = [];
    public float[,]? M;
    public double Bias { get; set; }
    public Head? First;
    public Head? Second;
    public Head[] Heads = [];
    public (double X, int N)[] Pairs = [];
    public int Inputs;
    [NoDerivative] public double Rate = 0.1;
    public string Name = "";

    [Differentiable]
    public double Loss(double x)
    {
        double s = Bias;
        foreach (double w in W)
            s += Math.Sin(w * x);
        foreach (Head head in Heads)
            s *= head.Gain;
        if (M is not null)
            s += M[0, 0] * First!.Gain;
        return s * s;
    }
}

public class Head
{
    public double Gain = 2;
    public int Id = 3;
}

[Differentiable]
public partial struct State
{
    public double X;
    public double[] V;
    public int N;
}

public static class Probe
{
    public static void Run()
    {
        Model model = Make(), zero = model.Zero();
        ObjectCheck.Equal(0, zero.Dot(zero));
        ObjectCheck.True(zero.W.Length == 2 && zero.Inputs == 7 && zero.Rate == 0.1 && zero.Name == "m" && zero.First!.Id == 3, "members were not kept");
        ObjectCheck.True(ReferenceEquals(zero.First, zero.Second) && !ReferenceEquals(zero.First, model.First) && zero.Heads.Length == 2, "another graph");
        ObjectCheck.Equal(1 + 4 + 9 + 16 + 0.25 + 25 + 1 + 36 + 49, model.Dot(model));
        zero.Add(model);
        zero.Add(model, 0.5);
        ObjectCheck.Equal(1.5 * model.Dot(model), zero.Dot(model));
        zero.Scale(2);
        ObjectCheck.Equal(3 * model.Dot(model), zero.Dot(model));
        ObjectCheck.Equal(15, zero.First!.Gain);
        ObjectCheck.Throws<ArgumentException>(() => model.Add(new Model()));
        ObjectCheck.Throws<ArgumentNullException>(() => model.Add(null!));

        Model d = model.Zero();
        double before = model.Loss(0.3);
        for (int i = 0; i < 50; i++)
        {
            model.LossGradient(0.3, d);
            model.Add(d, -0.0001);
        }
        ObjectCheck.True(model.Loss(0.3) < before, "no descent");

        var state = new State { X = 2, V = [3, 4], N = 5 };
        State none = state.Zero();
        none.Add(state, 2);
        ObjectCheck.Equal(2 * (4 + 9 + 16), none.Dot(state));
        ObjectCheck.True(none.N == 5, "a member was not kept");
        none.Scale(0.5);
        ObjectCheck.Equal(4, none.V[1]);
    }

    private static Model Make()
    {
        var shared = new Head { Gain = 5 };
        return new()
        {
            W = [1, 2], M = new float[,] { { 3, 4 } }, Bias = 0.5, First = shared, Second = shared, Heads = [new() { Gain = 1 }, new() { Gain = 6 }],
            Pairs = [(7, 1)], Inputs = 7, Name = "m",
        };
    }
}
