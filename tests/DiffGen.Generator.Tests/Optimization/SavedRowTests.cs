using System;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Generator.Tests.Optimization;

/// <summary>Which memory is saved once for all iterations of a loop that read it.</summary>
public sealed class SavedRowTests
{
    private const string Swap = "(input, output) = (output, input);";

    [Theory]
    [InlineData("", Swap, "", true)]
    [InlineData("SavedRow", Swap, "", false)]
    [InlineData("", "output.AsSpan().CopyTo(input);", "", true)]
    // Both names stand for one array from the second layer on.
    [InlineData("", "input = output;", "", false)]
    // They may, if the sign of what was computed says so.
    [InlineData("", "if (output[0] > 0) (input, output) = (output, input); else input = output;", "", false)]
    // An output is written where later ones read.
    [InlineData("", Swap, "input[o] = output[o];", false)]
    [InlineData("", Swap, "if (output[o] > 9) break;", false)]
    public void A_row_is_saved_where_the_loop_leaves_it_alone(string disable, string next, string afterOutput, bool saved)
    {
        using GeneratorRun run = GeneratorRun.Compile($$"""
            using System;
            using DiffGen;

            public static partial class M
            {
                [Differentiable(Derivatives.Gradient)]
                public static double F(double[] w, int layers)
                {
                    var input = new double[3];
                    var output = new double[3];
                    for (int i = 0; i < 3; i++)
                        input[i] = 0.4 + 0.3 * i;
                    for (int layer = 0; layer < layers; layer++)
                    {
                        for (int o = 0; o < 3; o++)
                        {
                            double sum = 0.1;
                            for (int i = 0; i < 3; i++)
                                sum += w[o * 3 + i] * input[i];
                            output[o] = Math.Tanh(sum);
                            {{afterOutput}}
                        }
                        {{next}}
                    }
                    return input[0] + 2 * input[1] * input[2];
                }

                public static void Test()
                {
                    double[] w = [0.3, -0.2, 0.5, 0.7, 0.1, -0.4, 0.2, 0.9, -0.6], dw = new double[9];
                    for (int layers = 0; layers < 4; layers++)
                    {
                        FGradient(w, layers, dw);
                        for (int k = 0; k < 9; k++)
                        {
                            double at = w[k];
                            w[k] = at + 1e-5;
                            double above = F(w, layers);
                            w[k] = at - 1e-5;
                            double difference = (above - F(w, layers)) / 2e-5;
                            w[k] = at;
                            if (Math.Abs(dw[k] - difference) > 1e-8)
                                throw new Exception($"{layers} layers: dw[{k}] is {dw[k]} and not {difference}");
                        }
                    }
                }
            }
            """, GeneratorOptions.Default with { Disable = disable }).AssertCleanWithAnalyzers();
        run.Invoke("M", "Test");
        Assert.Equal(saved, run.GeneratedText.Contains("of 'input' once for all iterations of", StringComparison.Ordinal));
    }
}
