// Each call has a larger type argument than the one before: no end of instances.
// expect: DG0302 at Grow(new Box<Box<T>>(new Box<T>(box.Value)), n - 1)
using DiffGen;

namespace Rejected;

public readonly struct Box<T>(T value)
{
    public T Value { get; } = value;
}

public static partial class NestsWithoutEnd
{
    [Differentiable]
    public static double F(double x) => x * Grow(new Box<int>(1), 3) * x;

    [Differentiable]
    private static double Grow<T>(Box<T> box, int n) => n == 0 ? 1 : Grow(new Box<Box<T>>(new Box<T>(box.Value)), n - 1);
}
