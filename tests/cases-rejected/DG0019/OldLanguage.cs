// The project compiles an older C#.
// expect: DG0019 at F
// language: CSharp12
using System;
using DiffGen;

namespace Rejected;

public static partial class OldLanguage
{
    [Differentiable]
    public static double F(double x) => x * x;
}
