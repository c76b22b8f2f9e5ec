// A list pattern on something that is neither array nor span.
// expect: DG0116 at ['a', ..]
using System;
using DiffGen;

namespace Rejected;

public static partial class ListPattern
{
    [Differentiable]
    public static double F(double x, string text) => text is ['a', ..] ? x * x : 0;
}
