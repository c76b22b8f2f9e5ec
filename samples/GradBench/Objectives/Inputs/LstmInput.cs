using System;

namespace GradBench.Objectives.Inputs;

/// <summary>What <see cref="Lstm.Loss"/> takes.</summary>
public sealed record LstmInput(int Layers, int Width, int Length, double[] Main, double[] Extra, double[] State, double[] Sequence)
{
    private const int SuiteWidth = 14;

    /// <summary>An input of the given size and of the suite's width, the same in every run.</summary>
    public static LstmInput Create(int layers, int length)
    {
        var random = new Random(3);
        double[] sequence = Draws.Uniform(random, length * SuiteWidth, 0, 1);
        for (int i = 0; i < sequence.Length; i++)
            sequence[i] = sequence[i] < 0.5 ? 0 : 1;
        return new(
            layers, SuiteWidth, length, Draws.Uniform(random, 8 * layers * SuiteWidth, -1, 1), Draws.Uniform(random, 3 * SuiteWidth, -1, 1),
            Draws.Uniform(random, 2 * layers * SuiteWidth, -1, 1), sequence);
    }

    /// <summary>The value.</summary>
    public double Value() => Lstm.Loss(Layers, Width, Length, Main, Extra, State, Sequence);

    /// <summary>The gradient.</summary>
    public void Gradient(Span<double> dMain, Span<double> dExtra)
        => Lstm.LossGradient(Layers, Width, Length, Main, Extra, State, Sequence, dMain, dExtra);
}
