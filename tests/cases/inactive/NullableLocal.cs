// An optional integer that the method itself sets and resets.
// point: x: [0.5, -3, 2]
using DiffGen;

namespace Cases.Inactive;

public static partial class NullableLocal
{
    [Differentiable]
    public static double F(double[] x)
    {
        int? found = null;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < 0 && found is null)
                found = i;
            x[i] *= x[i];
        }
        found ??= 0;
        found += 1;
        return x[0] * x[found.Value];
    }
}
