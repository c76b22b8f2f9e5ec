// The mark stands on the accessor: the other one has no derivative and is not used.
// point: x: 0.7
using DiffGen;

namespace Cases.Members;

public static partial class MarkOnAccessor
{
    [Differentiable]
    public static double F(double x) => new Box { Width = x, Height = x * x }.Volume * x;

    public partial struct Box
    {
        public double Width;
        public double Height;

        public double Volume
        {
            [Differentiable]
            readonly get => Width * Width * Height;
            set => Height = value;
        }
    }
}
