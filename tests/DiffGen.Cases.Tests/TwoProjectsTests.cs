using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.TestKit;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Marked methods of another project, of which only companions are known.</summary>
public sealed class TwoProjectsTests
{
    /// <summary>How the other project is seen: as the compiler sees it, as an editor does, and as its full assembly.</summary>
    public enum Seen
    {
        Reference, Source, Assembly,
    }

    private const string Library = """
        using System;
        using DiffGen;
        using System.Runtime.CompilerServices;
        [assembly: InternalsVisibleTo("Friend")]

        namespace Library;

        public partial struct Point
        {
            public double X;
            public double Y;

            [Differentiable]
            public readonly double Dot(Point other) => X * other.X + Y * other.Y * Y;

            [Differentiable]
            public readonly double Length => Math.Sqrt(X * X + Y * Y);

            [Differentiable]
            public void Grow(double by) => X *= by * Y;

            [Differentiable]
            public static Point operator +(Point a, Point b) => new() { X = a.X * b.Y, Y = a.Y + b.Y };
        }

        public record struct Size
        {
            public double Width { get; set; }

            public double Height { get; init; }
        }

        public struct Hidden
        {
            private double _value;

            public Hidden(double value) => _value = value;

            public readonly double Value => _value;
        }

        public static partial class Functions
        {
            [Differentiable]
            public static double Bump(double x, double y) => Math.Exp(-x * x) * y;

            [Differentiable(Name = "Renamed")]
            public static double Wave(double x) => Math.Sin(x);

            [Differentiable]
            public static double Energy(double[] p, ReadOnlySpan<double> w)
            {
                double s = 0;
                for (int i = 0; i < p.Length; i++)
                {
                    p[i] *= 0.5;
                    s += w[i] * p[i] * p[i];
                }
                return s;
            }

            [Differentiable]
            public static void Rotate(double angle, ref double x, out double y)
            {
                y = x * Math.Sin(angle);
                x *= Math.Cos(angle);
            }

            [Differentiable]
            public static (double Sum, double Product) Both(double x, (double A, double B) p) => (x + p.A, x * p.B);

            [Differentiable]
            public static double Scaled(double x, [NoDerivative] double scale, int n = 2) => x * x * scale * n;

            [Differentiable(Derivatives.Jvp)]
            public static double OnlyForward(double x) => x * x;

            [Differentiable(Derivatives.Gradient)]
            public static double Neither(double x) => x * x;

            [Differentiable(Wrt = new[] { nameof(x) })]
            public static double ByX(double x, double y) => x * y;

            [Differentiable]
            public static Point Turned(Point p, in Size by, ref Size last)
            {
                last = new Size { Width = last.Width * by.Height, Height = p.X };
                return new Point { X = p.X * by.Width, Y = p.Y + by.Height * last.Width };
            }

            [Differentiable]
            internal static double Internal(double x) => x * x * x;
        }
        """;

    private const string Program = """
        using System;
        using DiffGen;
        using Library;

        namespace User;

        public static partial class Program
        {
        {0}
        }
        """;

    public static IEnumerable<object[]> Bodies =>
        from body in new[]
        {
            "double s = Functions.Bump(x, y); return s * s * y;",
            "return Functions.Wave(x * y) + Functions.Wave(y);",
            "double s = x; for (int i = 0; i < 4; i++) { s = Functions.Bump(s, y + i) + 0.5 * s; if (s > 3) break; } return s;",
            "double s = 0; int i = 0; while (i < 3) { i++; if (s > 1) continue; s += Functions.Scaled(x * s + y, s); } return s;",
            "double s = 0; for (int i = 0; i < 3; i++) { Functions.Rotate(x + i, ref y, out double z); s += y * z; } return s;",
            "var a = new double[] { x, y, x * y }; double s = Functions.Energy(a, a.AsSpan().ToArray()); a[1] *= s; return s * Functions.Energy(a, [x, 1, y]) + a[0] * a[2];",
            "double[] a = [x, y]; for (int i = 0; i < 3; i++) a[i % 2] += Functions.Energy(a, [1, x]); return a[0] * a[1];",
            "var (s, p) = Functions.Both(x, (y, x * y)); (s, p) = Functions.Both(s, (p, x)); return s * p;",
            "var p = new Point { X = x, Y = y }; p.X *= y; p = p with { Y = p.X * p.Y }; return p.X * p.Y;",
            "var p = new Point { X = x, Y = y }; double s = 0; for (int i = 0; i < 3; i++) { s += p.Dot(new Point { X = y, Y = s }) * p.Length; p.Grow(x + i); } return s;",
            "var p = new Point { X = x, Y = y }; p += p; return (p + new Point { X = y, Y = x }).X * p.Y;",
            "var last = new Size { Width = x, Height = y }; var p = new Point { X = x, Y = 1 }; for (int i = 0; i < 3; i++) p = Functions.Turned(p, new Size { Width = y, Height = i }, ref last); return p.X * p.Y + last.Width * last.Height;",
            "return x > 100 ? Functions.OnlyForward(Diff.StopGradient(x)) : Functions.Bump(y, x);",
        }
        from seen in Enum.GetValues<Seen>()
        select new object[] { body, seen };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Companions_of_the_other_project_give_the_derivative(string body, Seen seen)
    {
        using GeneratorRun run = Compile($"[Differentiable] public static double F(double x, double y) {{ {body} }}", seen);
        run.AssertCleanWithAnalyzers();
        double[] at = [0.7, -1.3];
        var gradient = (ValueTuple<double, double>)run.Invoke("User.Program", "FGradient", at[0], at[1])!;
        double[] reverse = [gradient.Item1, gradient.Item2];
        for (int i = 0; i < 2; i++)
        {
            (double value, double forward) = ((double, double))run.Invoke("User.Program", "FJvp", at[0], at[1], i == 0 ? 1.0 : 0.0, i == 1 ? 1.0 : 0.0)!;
            Assert.Equal(run.Invoke<double>("User.Program", "F", at[0], at[1]), value);
            const double Step = 1e-6;
            double difference = (At(i, Step) - At(i, -Step)) / (2 * Step);
            Assert.Equal(difference, forward, 1e-6 * (1 + Math.Abs(difference)));
            Assert.Equal(forward, reverse[i], 1e-12 * (1 + Math.Abs(forward)));
        }

        double At(int i, double step) => run.Invoke<double>("User.Program", "F", at[0] + (i == 0 ? step : 0), at[1] + (i == 1 ? step : 0));
    }

    [Theory]
    [InlineData("Functions.Neither(x)")]
    [InlineData("Functions.ByX(x, x)")]
    public void Without_companions_by_all_parameters_the_call_is_an_error(string call)
    {
        foreach (Seen seen in Enum.GetValues<Seen>())
        {
            using GeneratorRun run = Compile($"[Differentiable] public static double F(double x) => {call};", seen);
            Assert.Equal("DG0301", Assert.Single(run.AnalyzerDiagnostics).Id);
            Assert.Empty(run.GeneratedFiles);
        }
    }

    [Fact]
    public void A_companion_that_only_one_mode_has_serves_that_mode()
    {
        using GeneratorRun forward = Compile("[Differentiable(Derivatives.Jvp)] public static double F(double x) => Functions.OnlyForward(x) * x;", Seen.Reference);
        forward.AssertCleanWithAnalyzers();
        Assert.Equal((8.0, 12.0), forward.Invoke("User.Program", "FJvp", 2.0, 1.0));

        using GeneratorRun reverse = Compile("[Differentiable] public static double F(double x) => Functions.OnlyForward(x) * x;", Seen.Reference);
        Diagnostic found = Assert.Single(reverse.AnalyzerDiagnostics);
        Assert.Equal("DG0207", found.Id);
        Assert.Contains("no companion Vjp", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Internal_companions_serve_friends()
    {
        using GeneratorRun run = Compile("[Differentiable] public static double F(double x) => Functions.Internal(x) * x;", Seen.Reference, "Friend");
        run.AssertCleanWithAnalyzers();
        Assert.Equal(32.0, run.Invoke<double>("User.Program", "FGradient", 2.0));
    }

    private static GeneratorRun Compile(string members, Seen seen, string name = "User")
    {
        using GeneratorRun library = GeneratorRun.Compile(Library, GeneratorOptions.Default with { AssemblyName = "Library" }).AssertCleanWithAnalyzers();
        MetadataReference reference = seen switch
        {
            Seen.Source => library.Output.ToMetadataReference(),
            var other => MetadataReference.CreateFromImage(library.Image(forReference: other == Seen.Reference)),
        };
        return GeneratorRun.Compile(
            Program.Replace("{0}", members, StringComparison.Ordinal),
            GeneratorOptions.Default with { AssemblyName = name, References = [reference], Libraries = [library.Image()] });
    }
}
