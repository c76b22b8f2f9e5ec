// A recursion over halves of a buffer adds to the same halves of its derivative; integers that it writes are seen in between.
// point: a: [1.0, 2.0, 3.0, 4.0, 5.0]
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class OnePassViews
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> a)
    {
        Span<int> visits = new int[1];
        return 0.5 * Halves(a, visits);
    }

    [Differentiable]
    private static double Halves(ReadOnlySpan<double> a, Span<int> visits)
    {
        visits[0]++;
        if (a.Length == 1)
            return a[0] * a[0] * visits[0];
        int half = a.Length / 2;
        double left = a[half] * Halves(a[..half], visits);
        double right = Halves(a[half..], visits);
        return left + (right * visits[0]);
    }
}
