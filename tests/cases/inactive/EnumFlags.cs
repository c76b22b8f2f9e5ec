// Flags are combined, tested and counted.
// point: x: 1.5, options: EnumFlags.Options.Scale | EnumFlags.Options.Shift
// point: x: 1.5, options: EnumFlags.Options.None
using System;
using DiffGen;

namespace Cases.Inactive;

public static partial class EnumFlags
{
    [Flags]
    public enum Options : byte
    {
        None = 0,
        Scale = 1,
        Shift = 2,
        Root = 4,
    }

    [Differentiable]
    public static double F(double x, Options options)
    {
        double y = x;
        if ((options & Options.Scale) != 0)
            y *= 3 * x;
        if (options.HasFlag(Options.Shift))
            y += x;
        options |= Options.Root;
        options ^= Options.Scale;
        if (options >= Options.Root)
            y *= Math.Sqrt(y);
        return y * (byte)options;
    }
}
