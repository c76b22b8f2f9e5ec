// An active value for a method of an object that nothing is known of.
// expect: DG0201 at watch.See(x)
using System;
using DiffGen;

namespace Rejected;

public static partial class UnknownObject
{
    public interface IWatch
    {
        void See(double value);
    }

    [Differentiable]
    public static double F(double x, IWatch watch)
    {
        watch.See(x);
        return x * x;
    }
}
