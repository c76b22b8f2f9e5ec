// Output of active values, in a loop that overwrites them.
// point: x: [0.5, -3, 2]
using System;
using DiffGen;

namespace Cases.Inactive;

public static partial class ConsoleOutput
{
    [Differentiable]
    public static double F(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            x[i] *= x[i];
            sum += x[i];
            Console.Write($"{i}: {x[i]} of {sum,8:F3}");
            Console.WriteLine(sum);
        }
        Console.WriteLine("{0} of {1}", sum, x.Length);
        return sum;
    }
}
