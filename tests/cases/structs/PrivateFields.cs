// Private fields and marked property getters.
// point: b: new Box(1.5, 2)
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class PrivateFields
{
    [Differentiable]
    public static double F(Box b) => b.Area * b.Width;

    public partial struct Box
    {
        private readonly double _width;
        private readonly double _height;

        public Box(double width, double height)
        {
            _width = width;
            _height = height;
        }

        public double Width
        {
            [Differentiable]
            get => _width;
        }

        [Differentiable]
        public double Area => _width * _height;
    }
}
