using System;

namespace GradBench.Objectives.Inputs;

/// <summary>Arrays of random numbers, the same in every run.</summary>
internal static class Draws
{
    /// <summary>Numbers spread evenly between two bounds.</summary>
    public static double[] Uniform(Random random, int count, double low, double high)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = low + ((high - low) * random.NextDouble());
        return values;
    }

    /// <summary>Numbers of a standard normal distribution times <paramref name="scale"/>.</summary>
    public static double[] Normal(Random random, int count, double scale = 1)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = scale * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return values;
    }

    /// <summary>Integers from zero up to, but without, a bound.</summary>
    public static int[] Integers(Random random, int count, int bound)
    {
        var values = new int[count];
        for (int i = 0; i < count; i++)
            values[i] = random.Next(bound);
        return values;
    }
}
