// An extern method has no body.
// expect: DG0010 at F
using System.Runtime.InteropServices;
using System;
using DiffGen;

namespace Rejected;

public static partial class Extern
{
    [DllImport("m", EntryPoint = "sin")]
    [Differentiable]
    public static extern double F(double x);
}
