// The memory of a captured array may be written; the loop's bound is read from memory that the call writes.
// point: x: [0.7, 2, 1.1]
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class WritesCapturedArray
{
    [Differentiable]
    public static double F(double[] x)
    {
        var count = new int[1];
        var work = new double[x.Length + 2];
        void Push(double v)
        {
            work[count[0]] = v;
            if (count[0] < x.Length)
                count[0]++;
        }

        Push(x[0]);
        double sum = 0;
        for (int i = 0; i < count[0]; i++)
        {
            sum += work[i] * x[i];
            Push(work[i] * x[1]);
            x[0] *= 1.5;
        }
        return sum + x[0];
    }
}
