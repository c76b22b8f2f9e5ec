// A marked indexer of a struct, read, assigned and both at once, with indices that the loop computes.
// point: x: 0.7, y: -1.3
using System;
using DiffGen;

namespace Cases.Members;

public static partial class Indexer
{
    [Differentiable]
    public static double F(double x, double y)
    {
        Triple t = default;
        t[0] = x;
        t[1] = y;
        for (int i = 0; i < 6; i++)
        {
            t[(i + 2) % 3] += t[i % 3] * t[(i + 1) % 3];
            if (t[2] > 50)
                break;
            t[i % 3] *= x;
        }
        return t[0] + t[1] * t[2];
    }

    public partial struct Triple
    {
        private double _a;
        private double _b;
        private double _c;

        [Differentiable]
        public double this[int index]
        {
            readonly get => index switch
            {
                0 => _a,
                1 => _b,
                2 => _c,
                _ => throw new ArgumentOutOfRangeException(nameof(index)),
            };
            set
            {
                if (index == 0)
                    _a = value;
                else if (index == 1)
                    _b = value;
                else
                    _c = value * 0.5;
            }
        }
    }
}
