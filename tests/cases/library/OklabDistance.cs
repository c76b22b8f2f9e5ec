// The distance of two colours in Oklab: two constant matrices as tables and a cube root between them.
// point: first: (0.8, 0.3, 0.1), second: (0.2, 0.4, 0.9)
using System;
using DiffGen;

namespace Cases.Library;

public static partial class OklabDistance
{
    private static readonly double[,] ToCone =
    {
        { 0.4122214708, 0.5363325363, 0.0514459929 },
        { 0.2119034982, 0.6806995451, 0.1073969566 },
        { 0.0883024619, 0.2817188376, 0.6299787005 },
    };

    private static readonly double[][] ToLab =
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ];

    [Differentiable]
    public static double F((double R, double G, double B) first, (double R, double G, double B) second)
    {
        Span<double> a = stackalloc double[3], b = stackalloc double[3];
        Convert(first, a);
        Convert(second, b);
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        return Math.Sqrt(sum);
    }

    [Differentiable]
    private static void Convert((double R, double G, double B) colour, Span<double> lab)
    {
        Span<double> cone = stackalloc double[3];
        for (int i = 0; i < 3; i++)
            cone[i] = Math.Cbrt((ToCone[i, 0] * colour.R) + (ToCone[i, 1] * colour.G) + (ToCone[i, 2] * colour.B));
        for (int i = 0; i < 3; i++)
        {
            lab[i] = 0;
            for (int j = 0; j < 3; j++)
                lab[i] += ToLab[i][j] * cone[j];
        }
    }
}
