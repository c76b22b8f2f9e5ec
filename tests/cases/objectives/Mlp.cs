// A small network with tanh layers and softmax cross-entropy, sample by sample, weights in one flat buffer.
// point: sizes: CaseData.Integers("mlp_4_5_3_b2", "input.sizes"), w: CaseData.Flat("mlp_4_5_3_b2", "input.w"), x: CaseData.Flat("mlp_4_5_3_b2", "input.x"), y: CaseData.Integers("mlp_4_5_3_b2", "input.y")
// objective: mlp_4_5_3_b2 primal
// reference: mlp_4_5_3_b2 1e-11 gradient
using System;
using DiffGen;

namespace Cases.Objectives;

public static partial class Mlp
{
    [Differentiable(Wrt = new[] { nameof(w) })]
    public static double F(int[] sizes, ReadOnlySpan<double> w, ReadOnlySpan<double> x, int[] y)
    {
        int widest = 0;
        foreach (int size in sizes)
            widest = Math.Max(widest, size);
        double loss = 0;
        double[] current = new double[widest], next = new double[widest];
        for (int sample = 0; sample < y.Length; sample++)
        {
            for (int i = 0; i < sizes[0]; i++)
                current[i] = x[(sample * sizes[0]) + i];
            int offset = 0;
            for (int layer = 1; layer < sizes.Length; layer++)
            {
                int inputs = sizes[layer - 1], outputs = sizes[layer];
                ReadOnlySpan<double> weights = w.Slice(offset, inputs * outputs);
                ReadOnlySpan<double> bias = w.Slice(offset + (inputs * outputs), outputs);
                for (int o = 0; o < outputs; o++)
                {
                    double z = bias[o];
                    for (int i = 0; i < inputs; i++)
                        z += weights[(o * inputs) + i] * current[i];
                    next[o] = layer + 1 < sizes.Length ? Math.Tanh(z) : z;
                }
                (current, next) = (next, current);
                offset += (inputs + 1) * outputs;
            }
            int classes = sizes[^1];
            double top = current[0];
            for (int i = 1; i < classes; i++)
                top = Math.Max(top, current[i]);
            double sum = 0;
            for (int i = 0; i < classes; i++)
                sum += Math.Exp(current[i] - top);
            loss += Math.Log(sum) + top - current[y[sample]];
        }
        return loss / y.Length;
    }
}
