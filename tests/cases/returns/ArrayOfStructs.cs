// An array of records as result.
// point: x: 1.5, n: 3
using System;
using DiffGen;

namespace Cases.Returns;

public static partial class ArrayOfStructs
{
    public record struct Sample(double Time, double Value);

    [Differentiable]
    public static Sample[] F(double x, int n)
    {
        var samples = new Sample[n];
        for (int i = 0; i < n; i++)
            samples[i] = new Sample(i * x, Math.Sin(i * x));
        return samples;
    }
}
