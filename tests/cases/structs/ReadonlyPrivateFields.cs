// A readonly struct whose private fields a marked member of it reads.
// point: x: 0.7, y: 1.3
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class ReadonlyPrivateFields
{
    public readonly partial struct Line
    {
        private readonly double _slope;
        private readonly Offset _offset;

        [Differentiable]
        public Line(double slope, double offset)
        {
            _slope = slope;
            _offset = new Offset(offset);
        }

        [Differentiable]
        public double At(double x) => (_slope * x) + Math.Exp(_offset.Value);
    }

    public readonly record struct Offset(double Value);

    [Differentiable]
    public static double F(double x, double y) => new Line(x, y).At(x * y);
}
