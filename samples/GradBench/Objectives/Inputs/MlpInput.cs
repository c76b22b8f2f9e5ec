using System;

namespace GradBench.Objectives.Inputs;

/// <summary>What <see cref="Mlp.Loss"/> takes.</summary>
public sealed record MlpInput(int[] Sizes, double[] W, double[] X, int[] Labels)
{
    /// <summary>An input of the given widths and batch, the same in every run. Weights are scaled by the number of inputs.</summary>
    public static MlpInput Create(int[] sizes, int batch)
    {
        var random = new Random(11);
        int count = 0;
        for (int layer = 1; layer < sizes.Length; layer++)
            count += (sizes[layer - 1] + 1) * sizes[layer];
        var w = new double[count];
        int offset = 0;
        for (int layer = 1; layer < sizes.Length; layer++)
        {
            double[] weights = Draws.Normal(random, (sizes[layer - 1] + 1) * sizes[layer], 1 / Math.Sqrt(sizes[layer - 1]));
            weights.CopyTo(w, offset);
            offset += weights.Length;
        }
        return new(sizes, w, Draws.Normal(random, batch * sizes[0]), Draws.Integers(random, batch, sizes[^1]));
    }

    /// <summary>The value.</summary>
    public double Value() => Mlp.Loss(Sizes, W, X, Labels);

    /// <summary>The gradient.</summary>
    public void Gradient(Span<double> dw) => Mlp.LossGradient(Sizes, W, X, Labels, dw);
}
