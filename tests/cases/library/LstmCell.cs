// An LSTM over a short sequence with packed gates.
// point: w: [0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 0.7, -0.8, 0.2, 0.15, -0.35, 0.25], inputs: [0.5, -1, 0.8], target: 0.3
using System;
using DiffGen;

namespace Cases.Library;

public static partial class LstmCell
{
    [Differentiable]
    public static double F(double[] w, double[] inputs, [NoDerivative] double target)
    {
        var state = (H: 0.0, C: 0.0);
        foreach (double x in inputs)
            state = Step(w, x, state);
        double error = state.H - target;
        return 0.5 * error * error;
    }

    [Differentiable]
    private static (double H, double C) Step(ReadOnlySpan<double> w, double x, (double H, double C) s)
    {
        double input = Sigmoid(Gate(w, 0, x, s.H)), forget = Sigmoid(Gate(w, 1, x, s.H) + 1), output = Sigmoid(Gate(w, 2, x, s.H));
        double c = (forget * s.C) + (input * Math.Tanh(Gate(w, 3, x, s.H)));
        return (output * Math.Tanh(c), c);
    }

    [Differentiable]
    private static double Gate(ReadOnlySpan<double> w, int gate, double x, double h)
    {
        ReadOnlySpan<double> row = w[(3 * gate)..(3 * (gate + 1))];
        return (row[0] * x) + (row[1] * h) + row[2];
    }

    [Differentiable]
    private static double Sigmoid(double x)
    {
        if (x >= 0)
            return 1 / (1 + Math.Exp(-x));
        double e = Math.Exp(x);
        return e / (1 + e);
    }
}
