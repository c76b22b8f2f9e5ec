// A jagged array of structs.
// point: rows: new P[][] { [new P(1, 2)], [new P(3, 4), new P(5, 6)] }
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class StructBufferField
{
    public record struct P(double X, double Y);

    [Differentiable]
    public static double F(P[][] rows)
    {
        double s = 0;
        foreach (P[] row in rows)
        {
            for (int i = 0; i < row.Length; i++)
            {
                row[i].X *= row[i].Y;
                s += row[i].X * row[0].X;
            }
        }
        return s;
    }
}
