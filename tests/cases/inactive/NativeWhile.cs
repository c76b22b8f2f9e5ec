// A native integer that a while loop carries, decides by and converts.
// point: x: 1.25, start: 40
using DiffGen;

namespace Cases.Inactive;

public static partial class NativeWhile
{
    [Differentiable]
    public static double F(double x, nuint start)
    {
        double y = x;
        nint left = checked((nint)start);
        while (left > 0)
        {
            y = (left & 1) == 0 ? y * x : y + (x / left);
            left >>= 1;
            left -= nint.Max(0, left / 8);
        }
        return y + (long)left;
    }
}
