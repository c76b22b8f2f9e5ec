// An indexer with two indices, one of which carries a derivative.
// point: x: 0.7
using System;
using DiffGen;

namespace Cases.Members;

public static partial class IndexerOfTwo
{
    [Differentiable]
    public static double F(double x)
    {
        var line = new Line { Slope = x, Offset = 1 - x };
        double s = 0;
        for (int i = 0; i < 3; i++)
            s += line[i, x * s] * line[2, x];
        return s;
    }

    public partial struct Line
    {
        public double Slope;
        public double Offset;

        [Differentiable]
        public readonly double this[int power, double at] => Math.Pow(Slope * at + Offset, power);
    }
}
