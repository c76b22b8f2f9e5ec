using System;

namespace GradBench.Objectives;

/// <summary>A function of a few numbers.</summary>
public delegate double Function(ReadOnlySpan<double> x);

/// <summary>Writes a function's gradient.</summary>
public delegate void FunctionGradient(ReadOnlySpan<double> x, Span<double> gradient);

/// <summary>The suite's minimiser: gradient descent whose steps grow after ten successes in a row, and shrink after a failure.</summary>
public static class Descent
{
    /// <summary>The length of a gradient, or of a step, that ends the search.</summary>
    public const double Tolerance = 1e-5;

    /// <summary>The factor of the first step.</summary>
    public const double FirstRate = 1e-5;

    /// <summary>So many successes in a row double the rate.</summary>
    public const int SuccessesUntilFaster = 10;

    /// <summary>Where a function is least, as found from a start.</summary>
    public static double[] Minimise(Function function, FunctionGradient differentiate, ReadOnlySpan<double> start)
    {
        double[] x = start.ToArray();
        var moved = new double[x.Length];
        var gradient = new double[x.Length];
        double value = function(x);
        differentiate(x, gradient);
        double rate = FirstRate;
        int successes = 0;
        while (Length(gradient) > Tolerance)
        {
            if (successes == SuccessesUntilFaster)
            {
                rate *= 2;
                successes = 0;
            }
            for (int i = 0; i < x.Length; i++)
                moved[i] = x[i] - (rate * gradient[i]);
            if (Distance(x, moved) <= Tolerance)
                break;
            double movedValue = function(moved);
            if (movedValue < value)
            {
                (x, moved) = (moved, x);
                value = movedValue;
                differentiate(x, gradient);
                successes++;
            }
            else
            {
                rate /= 2;
                successes = 0;
            }
        }
        return x;
    }

    private static double Length(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double e in x)
            sum += e * e;
        return Math.Sqrt(sum);
    }

    private static double Distance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        return Math.Sqrt(sum);
    }
}
