using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;

namespace DiffGen.Cases.Tests.Checking;

/// <summary>Five-point differences of a case's primal.</summary>
internal static class Differences
{
    private const int MaximumInputs = 40;

    /// <summary>The derivative of every output along a direction.</summary>
    public static double[] Directional(ICaseDriver driver, CaseFile file, int point, double[] x, double[] direction) =>
        Directional(moved => driver.Primal(point, moved).Values, file, x, direction);

    /// <summary>The derivative of a function along a direction.</summary>
    public static double[] Directional(Func<double[], double[]> function, CaseFile file, double[] x, double[] direction)
    {
        double step = file.IsSinglePrecision ? 0.015625 : 0.0009765625;
        double[] near = Difference(1), far = Difference(2);
        return [.. near.Zip(far, (a, b) => ((8 * a) - b) / (12 * step))];

        double[] Difference(int multiple) => [.. function(Moved(multiple * step)).Zip(function(Moved(-multiple * step)), (a, b) => a - b)];

        double[] Moved(double distance) => [.. x.Zip(direction, (a, b) => a + (distance * b))];
    }

    /// <summary>All inputs, or some spread over them where there are many.</summary>
    public static IEnumerable<int> Chosen(int inputs)
    {
        int stride = Math.Max(1, inputs / MaximumInputs);
        for (int i = 0; i < inputs; i += stride)
            yield return i;
    }
}
