// Increment and decrement of the old kind make a new value; after the postfix form the old one is used.
// point: x: 0.7
using DiffGen;

namespace Cases.Members;

public static partial class StaticIncrement
{
    [Differentiable]
    public static double F(double x)
    {
        Level a = new(x);
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            Level old = a++;
            s += old.Value * a.Value;
            a--;
            ++a;
        }
        return s;
    }

    public readonly partial record struct Level(double Value)
    {
        [Differentiable]
        public static Level operator ++(Level level) => new(level.Value * level.Value + 1);

        [Differentiable]
        public static Level operator --(Level level) => new(0.5 * level.Value);
    }
}
