// The mark stands on the definition or on the implementation of a partial method; the default value on the definition.
// point: x: 0.7
using DiffGen;

namespace Cases.Members;

public static partial class PartialMethods
{
    [Differentiable]
    public static double F(double x)
    {
        double s = 0;
        for (int i = 0; i < 3; i++)
            s += Squared(x + s) + Squared(s, x) + Halved(s);
        return s;
    }

    [Differentiable]
    private static partial double Halved(double x);

    public static partial double Squared(double x, double factor = 2);
}

public static partial class PartialMethods
{
    private static partial double Halved(double x) => x / 2;

    [Differentiable]
    public static partial double Squared(double x, double factor) => factor * x * x;
}
