// An explicit implementation is marked; marked code calls the struct's own member, which does the same.
// point: x: 0.7, y: 2
using DiffGen;

namespace Cases.Members;

public static partial class ExplicitImplementation
{
    public interface IShape
    {
        double Area(double scale);
    }

    [Differentiable]
    public static double F(double x, double y) => new Square { Side = x }.Of(y) * y;

    public partial struct Square : IShape
    {
        public double Side;

        [Differentiable]
        public readonly double Of(double scale) => Side * Side * scale;

        [Differentiable]
        readonly double IShape.Area(double scale) => Side * Side * scale;
    }
}
