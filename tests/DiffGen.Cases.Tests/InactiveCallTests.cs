using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Output and logging run exactly once, in the order of the method itself, in every companion.</summary>
public sealed class InactiveCallTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using DiffGen;
        namespace Own;

        public interface ILog
        {
            [NoDerivative]
            void Write(string message, params object[] values);
        }

        public sealed class Lines : ILog
        {
            public List<string> All { get; } = [];

            public void Write(string message, params object[] values) => All.Add(string.Format(message, values));
        }

        public static partial class Model
        {
            [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Gradient | Derivatives.Pullback)]
            public static double Loss(double[] x, ILog log)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    x[i] *= x[i];
                    log.Write("{0}: {1}", i, x[i]);
                    sum += x[i] * Math.Sin(x[i]);
                    Console.WriteLine($"{sum:F3}");
                }
                log.Write(sum.ToString());
                return sum;
            }
        }

        public static class Probe
        {
            public static string Run(string companion)
            {
                var log = new Lines();
                var console = new StringWriter();
                TextWriter before = Console.Out;
                Console.SetOut(console);
                try
                {
                    double[] x = [0.5, -1.5, 2], d = [1, 1, 1];
                    switch (companion)
                    {
                        case "Loss": Model.Loss(x, log); break;
                        case "Jvp": Model.LossJvp(x, log, d); break;
                        case "Vjp": Model.LossVjp(x, log, 1, d); break;
                        case "Gradient": Model.LossGradient(x, log, d); break;
                        case "ValueAndGradient": Model.LossValueAndGradient(x, log, d); break;
                        case "Pullback":
                            using (var tape = Model.LossForward(x, log, out _))
                                tape.Pullback(1, d);
                            break;
                    }
                }
                finally
                {
                    Console.SetOut(before);
                }
                return string.Join("\n", log.All) + console;
            }
        }
        """;

    [Fact]
    public void Runs_once_in_order()
    {
        using GeneratorRun run = GeneratorRun.Compile(Source).AssertCleanWithAnalyzers();
        string expected = run.Invoke<string>("Own.Probe", "Run", "Loss");
        Assert.Equal(7, expected.Split('\n').Length);
        Assert.All(["Jvp", "Vjp", "Gradient", "ValueAndGradient", "Pullback"], companion => Assert.Equal(expected, run.Invoke<string>("Own.Probe", "Run", companion)));
    }
}
