using System;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Jacobians of unusual arguments: matrices that do not fit, methods that throw, and inputs or outputs without elements.</summary>
public sealed class JacobianArgumentTests : IClassFixture<JacobianArgumentTests.Probes>
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public static partial class Functions
        {
            [Differentiable(Derivatives.Jacobian)]
            public static double[] Late(double[] x)
            {
                x[0] = 10 * x[0];
                if (x[0] < 0)
                    throw new InvalidOperationException();
                return new[] { x[0] * x[0], x[1] };
            }

            [Differentiable(Derivatives.SparseJacobian)]
            public static void Throwing(double[] x, int last)
            {
                x[0] = 10 * x[0];
                x[last] = x[0] * x[0];
            }

            [Differentiable(Derivatives.Jacobian, DetectAnomaly = true)]
            public static void Columns(double a, ReadOnlySpan<double> x, Span<double> y)
            {
                for (int i = 0; i < y.Length; i++)
                    y[i] = a * x[i];
            }

            [Differentiable(Derivatives.Jacobian, DetectAnomaly = true)]
            public static (double Sum, double Last) Rows(ReadOnlySpan<double> x)
            {
                double s = 1, last = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    s += x[i];
                    last = x[i] * s;
                }
                return (s, last);
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "a" })]
            public static void Mixed(float a, Span<double> y)
            {
                for (int i = 0; i < y.Length; i++)
                    y[i] = (double)a * a * (i + 1) / 3;
            }
        }

        public static class Probe
        {
            private static string Run(Action action)
            {
                try
                {
                    action();
                    return "";
                }
                catch (Exception e)
                {
                    return e.GetType().Name + " ";
                }
            }

            public static string LateWrongSize() { double[] x = [1, 2]; return Run(() => Functions.LateJacobian(x, new double[3])) + x[0]; }
            public static string LateThrowing() { double[] x = [-1, 2]; return Run(() => Functions.LateJacobian(x)) + x[0]; }
            public static string LateRight() { double[] x = [1, 2]; var m = Functions.LateJacobian(x); return $"{m[0, 0]} {m[0, 1]} {m[1, 0]} {m[1, 1]} {x[0]}"; }
            public static string SparseThrowing() { double[] x = [1, 2]; return Run(() => Functions.ThrowingSparseJacobian(x, 2)) + x[0]; }
            public static string NoRows() { var m = Functions.ColumnsJacobian(2, [], []); return $"{m.GetLength(0)} {m.GetLength(1)}"; }
            public static string SomeRows() { var m = Functions.ColumnsJacobian(2, [3], new double[1]); return $"{m[0, 0]} {m[0, 1]} {m[0, 2]}"; }
            public static string NoColumns() { var m = Functions.RowsJacobian([]); return $"{m.GetLength(0)} {m.GetLength(1)}"; }
            public static string SomeColumns() { var m = Functions.RowsJacobian([3]); return $"{m[0, 0]} {m[1, 0]}"; }
            public static string Mixed() { double[,] m = Functions.MixedJacobian(0.1f, new double[1]); return (m[0, 0] == 2 * (double)0.1f / 3).ToString(); }
        }
        """;

    private readonly Probes _probes;

    public JacobianArgumentTests(Probes probes) => _probes = probes;

    [Theory]
    [InlineData("LateWrongSize", "ArgumentException 1")]
    [InlineData("LateThrowing", "InvalidOperationException -1")]
    [InlineData("SparseThrowing", "IndexOutOfRangeException 1")]
    public void Nothing_is_written_where_a_trial_of_the_method_tells_that_there_is_no_matrix(string probe, string expected) =>
        Assert.Equal(expected, _probes.Call(probe));

    [Fact]
    public void Once_the_matrix_fits_the_method_writes_as_usual() => Assert.Equal("200 0 0 1 10", _probes.Call("LateRight"));

    [Theory]
    [InlineData("NoRows", "0 1")]
    [InlineData("SomeRows", "3 2 0")]
    [InlineData("NoColumns", "2 0")]
    [InlineData("SomeColumns", "1 7")]
    public void Inputs_and_outputs_may_have_no_elements(string probe, string expected) => Assert.Equal(expected, _probes.Call(probe));

    [Fact]
    public void A_double_output_of_a_float_input_has_a_double_derivative() => Assert.Equal("True", _probes.Call("Mixed"));

    /// <summary>The compiled probes, shared by all tests of the class.</summary>
    public sealed class Probes : IDisposable
    {
        private readonly GeneratorRun _run = GeneratorRun.Compile(Source).AssertClean();

        public string Call(string probe) => _run.Invoke<string>("Own.Probe", probe);

        public void Dispose() => _run.Dispose();
    }
}
