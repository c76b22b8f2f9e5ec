using System;
using System.Linq;
using DiffGen.RandomPrograms.Tests.Generation;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Execution;

/// <summary>Compares the companions of one program with the program, with each other, and with differences.</summary>
internal sealed partial class Checker(RandomProgram program, CompiledProgram compiled)
{
    private const int Points = 2;
    private const int Attempts = 6;
    private const double Huge = 1e6;
    private const double Steep = 1e7;

    private readonly RandomSource _random = new(program.Seed ^ 0x5EED5EED5EED5EEDUL);
    private readonly PointCounts _counts = new();
    private readonly bool _float = program.UsesFloat;

    public Outcome Run()
    {
        int inputs = Driver.InputCount(program);
        for (int attempt = 0; attempt < Attempts && _counts.Checked < Points; attempt++)
        {
            if (CheckPoint(Vector(inputs, 2)) is { } failure)
                return failure with { Points = _counts };
        }
        return new Outcome(program, Verdict.Passed) { Points = _counts };
    }

    private Outcome? CheckPoint(double[] x)
    {
        double[] y;
        try
        {
            y = compiled.Primal(x);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or ArithmeticException)
        {
            _counts.Discarded++;
            return null;
        }
        catch (Exception e)
        {
            return new Outcome(program, Verdict.InvalidProgram, e.GetType().Name, e.Message);
        }
        double[] direction = Vector(x.Length, 1);
        Differences differences = Differences.Of(compiled, x, direction, _float);
        if (!y.All(v => Math.Abs(v) < Huge) || differences.Values is { } d && !d.All(v => Math.Abs(v) < Steep))
        {
            _counts.Discarded++;
            return null;
        }
        if (compiled.Jvp is null)
            return Count(differences);
        string step = "FJvp";
        try
        {
            return CheckCompanions(x, y, direction, differences, ref step);
        }
        catch (Exception e)
        {
            return new Outcome(program, Verdict.CompanionThrows, step, e.ToString());
        }
    }

    private Outcome? CheckCompanions(double[] x, double[] y, double[] dx, Differences differences, ref string step)
    {
        (double[] values, double[] dy) = compiled.Jvp!(x, dx);
        if (!SameBits(values, y))
            return Fail(Verdict.ValueDiffers, "FJvp", $"primal {Text(y)}\nFJvp   {Text(values)}");
        if (differences.Mismatch(dy) is { } mismatch)
            return Fail(Verdict.Differences, "FJvp", mismatch);

        step = "FVjp";
        double[] cotangents = Vector(y.Length, 1);
        double[] cotangentsBefore = [.. cotangents];
        (values, double[] xBar) = compiled.Vjp!(x, cotangents);
        if (!SameBits(values, y.AsSpan(y.Length - values.Length)) && !program.Parameters.Any(p => p.Modifier == "out"))
            return Fail(Verdict.ValueDiffers, "FVjp", $"primal {Text(y)}\nFVjp   {Text(values)}");
        if (!dy.All(v => Math.Abs(v) < Steep * 10))
        {
            _counts.Discarded++;
            return null;
        }
        if (CompareModes(cotangentsBefore, dy, xBar, dx) is { } text)
            return Fail(Verdict.ForwardAgainstReverse, "FVjp", text);

        if (compiled.ValueAndGradient is not null)
        {
            step = "FValueAndGradient";
            (values, double[] gradient) = compiled.ValueAndGradient(x);
            if (!SameBits(values, y))
                return Fail(Verdict.ValueDiffers, step, $"primal {Text(y)}\n{step} {Text(values)}");
            if (CompareGradient(x, y, gradient) is { } difference)
                return Fail(Verdict.GradientAgainstVjp, step, difference);
            step = "FGradient";
            if (CompareGradient(x, y, compiled.Gradient!(x)) is { } other)
                return Fail(Verdict.GradientAgainstVjp, step, other);
        }
        step = "FHvp";
        return CheckSecondOrder(x, dx) ?? Count(differences);
    }

    private Outcome? Count(Differences differences)
    {
        if (differences.Values is null)
            _counts.Kinks++;
        else
            _counts.Checked++;
        return null;
    }

    private string? CompareModes(double[] yBar, double[] dy, double[] xBar, double[] dx)
    {
        double forward = 0, reverse = 0, magnitude = 0;
        for (int i = 0; i < dy.Length; i++)
        {
            forward += yBar[i] * dy[i];
            magnitude += Math.Abs(yBar[i] * dy[i]);
        }
        for (int i = 0; i < dx.Length; i++)
        {
            reverse += xBar[i] * dx[i];
            magnitude += Math.Abs(xBar[i] * dx[i]);
        }
        double tolerance = _float ? 2e-3 * (magnitude + 0.01) : 1e-11 * (magnitude + 1e-3);
        return Math.Abs(forward - reverse) <= tolerance ? null
            : $"forward {forward:R}\nreverse {reverse:R}\ntangents {Text(dy)}\ncotangents {Text(xBar)}";
    }

    private string? CompareGradient(double[] x, double[] y, double[] gradient)
    {
        var yBar = new double[y.Length];
        yBar[0] = 1;
        (_, double[] expected) = compiled.Vjp!(x, yBar);
        double scale = expected.Max(Math.Abs);
        double tolerance = (_float ? 1e-4 : 1e-12) * (scale + 1e-3);
        for (int i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(expected[i] - gradient[i]) <= tolerance))
                return $"FVjp {Text(expected)}\ngradient {Text(gradient)}";
        }
        return null;
    }

    private Outcome Fail(Verdict verdict, string companion, string detail) => new(program, verdict, companion, detail);

    private static bool SameBits(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length != b.Length)
            return false;
        for (int i = 0; i < a.Length; i++)
        {
            if (BitConverter.DoubleToInt64Bits(a[i]) != BitConverter.DoubleToInt64Bits(b[i]) && !(double.IsNaN(a[i]) && double.IsNaN(b[i])))
                return false;
        }
        return true;
    }

    private double[] Vector(int length, double size)
    {
        var v = new double[length];
        for (int i = 0; i < length; i++)
            v[i] = (float)_random.Real(-size, size);
        return v;
    }

    private static string Text(double[] v) => "[" + string.Join(", ", v.Select(e => e.ToString("R", System.Globalization.CultureInfo.InvariantCulture))) + "]";
}
