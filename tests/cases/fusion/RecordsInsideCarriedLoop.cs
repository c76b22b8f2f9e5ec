// The outer loop carries a value, its inner loop fuses, and the innermost saves on the tape while the outer one's values are read from there.
// point: x: 0.3, n: 3
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class RecordsInsideCarriedLoop
{
    [Differentiable]
    public static double F(double x, int n)
    {
        double c = x;
        for (int k = 0; k < 4; k++)
        {
            double total = 0;
            for (int i = 0; i < n; i++)
            {
                double p = c + i;
                for (int j = 0; j < 5; j++)
                    p = Math.Sin(p * c);
                total += p;
            }
            c = Math.Cos(total * c);
        }
        return c;
    }
}
