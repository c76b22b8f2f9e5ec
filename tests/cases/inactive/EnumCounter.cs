// An enum that a loop counts up, and that a default parameter has.
// point: x: 1.5, last: EnumCounter.Level.High
using DiffGen;

namespace Cases.Inactive;

public static partial class EnumCounter
{
    public enum Level
    {
        Low,
        Middle,
        High,
    }

    [Differentiable]
    public static double F(double x, Level last = Level.Middle)
    {
        double y = 1;
        for (Level level = Level.Low; level <= last; level++)
            y *= x + (int)level;
        return y;
    }
}
