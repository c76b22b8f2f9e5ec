// An optional integer: tests, values and lifted comparisons.
// point: x: 1.5, n: 3
// point: x: 1.5, n: null
using DiffGen;

namespace Cases.Inactive;

public static partial class NullableInteger
{
    [Differentiable]
    public static double F(double x, int? n)
    {
        double y = x;
        if (n.HasValue)
            y *= n.Value * x;
        if (n > 2)
            y += x;
        if (n == null)
            y -= 2 * x;
        int count = n ?? 4;
        for (int i = 0; i < count + n.GetValueOrDefault(); i++)
            y *= x;
        return y + (n is null ? x : 0);
    }
}
