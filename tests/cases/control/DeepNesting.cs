// Ten levels of blocks, conditions and loops.
// point: x: 1.02
using System;
using DiffGen;

namespace Cases.Control;

public static partial class DeepNesting
{
    [Differentiable]
    public static double F(double x)
    {
        double s = x;
        for (int a = 0; a < 2; a++)
        {
            if (a >= 0)
            {
                for (int b = 0; b < 2; b++)
                {
                    while (s < 1000)
                    {
                        if (s > 500)
                            break;
                        for (int c = 0; c < 2; c++)
                        {
                            do
                            {
                                if (c == 1)
                                {
                                    switch (b)
                                    {
                                        case 0:
                                            s += x * a;
                                            break;
                                        default:
                                            s *= x;
                                            break;
                                    }
                                }
                                s = (s * 1.1) + x;
                            }
                            while (s < 3);
                        }
                    }
                }
            }
        }
        return s;
    }
}
