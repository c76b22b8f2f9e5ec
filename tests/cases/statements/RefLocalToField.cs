// ref locals to fields of a local struct, of an element, and through another ref local.
// point: x: 1.3, y: -0.4
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class RefLocalToField
{
    private struct Pair
    {
        public double A;
        public double B;
    }

    [Differentiable]
    public static double F(double x, double y)
    {
        var p = new Pair { A = x, B = y };
        var table = new Pair[2];
        ref double a = ref p.A;
        ref Pair first = ref table[0];
        ref double b = ref first.B;
        for (int i = 0; i < 3; i++)
        {
            a *= p.B + i;
            b += a * a;
            first.A += b;
            table[1].A += table[0].A * a;
        }
        ref readonly Pair last = ref table[1];
        return p.A + (b * last.A);
    }
}
