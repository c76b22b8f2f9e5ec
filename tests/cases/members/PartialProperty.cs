// A partial property and a partial indexer of a struct, marked on either part.
// point: x: 0.7
using DiffGen;

namespace Cases.Members;

public static partial class PartialProperty
{
    [Differentiable]
    public static double F(double x)
    {
        var p = new Point { X = x };
        return p.Cubed * p[2] + p[1];
    }

    public partial struct Point
    {
        public double X;

        [Differentiable]
        public readonly partial double Cubed { get; }

        public readonly partial double this[int n] { get; }
    }

    public partial struct Point
    {
        public readonly partial double Cubed => X * X * X;

        [Differentiable]
        public readonly partial double this[int n] => n * X * X;
    }
}
