// The changed operand is an element of an array of structs.
// point: a: new[] { new Cases.Members.CompoundOperatorOnElement.Sum { Value = 0.5 }, new Cases.Members.CompoundOperatorOnElement.Sum { Value = -1.5 } }, x: 0.3
using DiffGen;

namespace Cases.Members;

public static partial class CompoundOperatorOnElement
{
    [Differentiable]
    public static double F(Sum[] a, double x)
    {
        for (int i = 0; i < 5; i++)
            a[i % 2] += x * a[(i + 1) % 2].Value;
        return a[0].Value * a[1].Value;
    }

    public partial struct Sum
    {
        public double Value;

        [Differentiable]
        public void operator +=(double term) => Value += term * Value;
    }
}
