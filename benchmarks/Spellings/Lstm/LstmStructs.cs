using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>A record struct for a unit's state and one for its eight weights; the step of a unit is a method from state to state.</summary>
internal static partial class LstmStructs
{
    /// <summary>The state of one unit.</summary>
    public readonly record struct Unit(double Hidden, double Cell);

    /// <summary>A weight and a bias.</summary>
    public readonly partial record struct Gate(double Weight, double Bias)
    {
        [Differentiable]
        public double Of(double x) => (Weight * x) + Bias;
    }

    [Differentiable(Derivatives.Gradient)]
    public static double Loss(
        int layers, int width, ReadOnlySpan<double> main, ReadOnlySpan<double> extra, [NoDerivative] ReadOnlySpan<double> state,
        [NoDerivative] ReadOnlySpan<double> sequence)
    {
        var units = new Unit[layers * width];
        for (int layer = 0; layer < layers; layer++)
        {
            for (int i = 0; i < width; i++)
                units[(layer * width) + i] = new Unit(state[(2 * layer * width) + i], state[(((2 * layer) + 1) * width) + i]);
        }
        double total = 0;
        int count = 0;
        for (int start = 0; start + width < sequence.Length; start += width)
        {
            ReadOnlySpan<double> now = sequence.Slice(start, width), next = sequence.Slice(start + width, width);
            double sum = 2, picked = 0, ones = 0;
            for (int i = 0; i < width; i++)
            {
                double value = now[i] * extra[i];
                for (int layer = 0; layer < layers; layer++)
                {
                    ReadOnlySpan<double> parameters = main.Slice(8 * layer * width, 8 * width);
                    Unit unit = Step(
                        units[(layer * width) + i], value, GateOf(parameters, width, i, 0), GateOf(parameters, width, i, 1), GateOf(parameters, width, i, 2),
                        GateOf(parameters, width, i, 3));
                    units[(layer * width) + i] = unit;
                    value = unit.Hidden;
                }
                double prediction = (value * extra[width + i]) + extra[(2 * width) + i];
                sum += Math.Exp(prediction);
                picked += next[i] * prediction;
                ones += next[i];
            }
            total += picked - (ones * Math.Log(sum));
            count += width;
        }
        return -total / count;
    }

    [Differentiable]
    private static Gate GateOf(ReadOnlySpan<double> parameters, int width, int i, int row)
        => new(parameters[(row * width) + i], parameters[((row + 4) * width) + i]);

    [Differentiable]
    private static Unit Step(Unit unit, double input, Gate forget, Gate ingate, Gate outgate, Gate change)
    {
        double cell = (unit.Cell * Sigmoid(forget.Of(input))) + (Sigmoid(ingate.Of(unit.Hidden)) * Math.Tanh(change.Of(unit.Hidden)));
        return new Unit(Sigmoid(outgate.Of(input)) * Math.Tanh(cell), cell);
    }

    [Differentiable]
    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
