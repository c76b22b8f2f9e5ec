// A static method of a struct, with members of all kinds around it.
// point: x: 1.5
using DiffGen;

namespace Cases.Declarations;

public readonly partial struct Struct
{
    private readonly double _unrelated;

    public Struct(double unrelated) => _unrelated = unrelated;

    public double Unrelated => _unrelated;

    [Differentiable]
    internal static double F(double x) => x / (1 + (x * x));
}
