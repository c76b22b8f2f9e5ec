// The nearest of several centres of five numbers each, the first of equal ones.
// point: x: LaneData.Signed(5 * 5, 2), m: LaneData.Signed(5 * 7)
// lengths: x: LaneData.Signed(5 * N, 2), m: LaneData.Signed(5 * 7)
// lanes: 8
// sums: 4
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SideBySideNearest
{
    [Differentiable]
    public static double F(double[] x, double[] m)
    {
        double total = 0;
        for (int p = 0; p < x.Length / 5; p++)
        {
            double least = double.PositiveInfinity;
            int place = -1;
            for (int c = 0; c < m.Length / 5; c++)
            {
                double distance = 0;
                for (int j = 0; j < 5; j++)
                {
                    double difference = x[5 * p + j] - m[5 * c + j];
                    distance += difference * difference;
                }
                if (distance < least)
                {
                    least = distance;
                    place = c;
                }
            }
            total += least * (place + 1);
        }
        return total;
    }
}
