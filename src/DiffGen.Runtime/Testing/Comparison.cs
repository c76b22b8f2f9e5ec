using System;

namespace DiffGen.Testing;

/// <summary>Collects comparisons of one quantity and remembers the worst.</summary>
internal sealed class Comparison(string quantity, double tolerance)
{
    private GradientCheckReport _worst = new() { Quantity = quantity, Tolerance = tolerance };
    private int _components;

    /// <summary>Compares with an estimate from differences, which is itself only known up to its uncertainty.</summary>
    /// <param name="scale">The size of derivatives to be expected: it caps what uncertainty may excuse.</param>
    public void Add(int index, string where, DifferenceEstimate expected, double actual, double scale)
    {
        double excused = Math.Min(8 * expected.Uncertainty, tolerance * Math.Max(scale, Math.Abs(expected.Value)));
        Add(index, where, expected.Value, actual, tolerance * Math.Max(Math.Abs(expected.Value), Math.Abs(actual)) + excused, expected.Step);
    }

    /// <summary>Compares with a value that is as exact as the one under test.</summary>
    public void Add(int index, string where, double expected, double actual, double allowed, double step = 0)
    {
        _components++;
        // Infinities that agree have no difference.
        double difference = actual == expected ? 0 : Math.Abs(actual - expected);
        double severity = difference == 0 ? 0 : difference / allowed;
        if (double.IsNaN(severity))
            severity = double.PositiveInfinity;
        if (_worst.WorstIndex >= 0 && severity <= _worst.Severity)
            return;
        _worst = _worst with
        {
            WorstIndex = index,
            Where = where,
            Expected = expected,
            Actual = actual,
            RelativeError = difference == 0 ? 0 : difference / Math.Max(Math.Abs(expected), Math.Abs(actual)),
            Step = step,
            Severity = severity,
        };
    }

    /// <exception cref="GradientCheckException">A component disagrees.</exception>
    public GradientCheckReport Finish()
    {
        GradientCheckReport report = _worst with { Components = _components };
        return report.IsPassed ? report : throw new GradientCheckException(report);
    }
}
