using System;
using System.Linq;
using DiffGen.TestKit;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Marked methods that mean something only together with a caller are no errors by themselves, and have no companions.</summary>
public sealed class OpenMethodTests
{
    private const string Source = """
        using System;
        using System.Numerics;
        using DiffGen;

        namespace Open;

        public interface IFunction
        {
            static abstract double Eval(double x);
        }

        public interface ISource
        {
            double Next(double x);
        }

        public static partial class Methods
        {
            [Differentiable]
            public static double Integrate([Differentiable] Func<double, double> f, double a, double b, int n)
            {
                double sum = 0;
                for (int i = 0; i < n; i++)
                    sum += f(a + (i * (b - a) / n));
                return sum;
            }

            [Differentiable]
            public static T Fold<T>([Differentiable] Func<T, T, T> f, ReadOnlySpan<T> values)
                where T : struct, INumber<T>
            {
                T all = T.Zero;
                foreach (T value in values)
                    all = f(all, value);
                return all;
            }

            [Differentiable]
            public static double Sum<TF>(double x)
                where TF : struct, IFunction => TF.Eval(x) + TF.Eval(2 * x);

            [Differentiable]
            public static double Run<TSource>(TSource source, double x)
                where TSource : struct, ISource => source.Next(x);

            [Differentiable]
            public static double WithMarkedLocal(double x)
            {
                [Differentiable]
                static double Square(double v) => v * v;

                return Square(x);
            }

            [Differentiable]
            public static double Used(double x) => Integrate(v => v * v, 0, x, 10) + Fold((a, b) => a + (b * b), [x, 2, x]);

            public static bool IsRight() => Math.Abs(UsedGradient(0.5) - (((UsedOf(0.5 + 1e-6)) - UsedOf(0.5 - 1e-6)) / 2e-6)) < 1e-6;

            private static double UsedOf(double x) => Used(x);
        }
        """;

    [Fact]
    public void Are_no_errors_by_themselves()
    {
        using GeneratorRun run = GeneratorRun.Compile(Source).AssertCleanWithAnalyzers();
        Assert.DoesNotContain(run.GeneratedFiles, file => file.Text.Contains("IntegrateJvp", StringComparison.Ordinal) || file.Text.Contains(" SumJvp", StringComparison.Ordinal));
        Assert.True(run.Invoke<bool>("Open.Methods", "IsRight"));
    }

    [Theory]
    [InlineData("public static double F(double x) => x * GJvp<double>(x, 1).Tangent;", "DG0122")]
    [InlineData("public static double F(double x) => H<Bad>(x); private struct Bad : I { public static double Eval(double x) => x * x; }", "DG0201")]
    [InlineData("public static double F(double x) => H<Hidden>(x); private struct Hidden : I { static double I.Eval(double x) => x; }", "DG0100")]
    public void Faults_behind_type_arguments_are_reported(string member, string id)
    {
        string source = $$"""
            using System.Numerics;
            using DiffGen;

            namespace Open;

            public interface I
            {
                static abstract double Eval(double x);
            }

            public static partial class Methods
            {
                [Differentiable]
                {{member}}

                [Differentiable]
                private static double H<T>(double x)
                    where T : struct, I => T.Eval(x);

                [Differentiable]
                private static T G<T>(T x)
                    where T : INumber<T> => x * x;
            }
            """;
        using GeneratorRun run = GeneratorRun.Compile(source);
        Assert.Null(run.GeneratorException);
        Assert.Contains(id, run.AnalyzerDiagnostics.Select(diagnostic => diagnostic.Id));
        Assert.DoesNotContain(run.GeneratedFiles, file => file.Text.Contains(" FJvp(", StringComparison.Ordinal));
        Assert.DoesNotContain(run.CompilerDiagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
