// Operators that change their left operand, alone, in a loop and on an element, whose old value the reverse sweep needs.
// point: x: 0.7, y: -1.3
// point: x: 2, y: 0.5
using System;
using DiffGen;

namespace Cases.Members;

public static partial class CompoundOperators
{
    [Differentiable]
    public static double F(double x, double y)
    {
        var a = new Pair { X = x, Y = y };
        for (int i = 0; i < 4; i++)
        {
            a += new Pair { X = y, Y = x * i };
            if (a.X * a.Y > 100)
                break;
            a *= 0.5 + 0.1 * i;
            a -= new Pair { X = a.Y, Y = a.X };
        }
        a++;
        ++a;
        Pair b = ++a;
        return a.X * a.Y + b.X * x;
    }

    public partial struct Pair
    {
        public double X;
        public double Y;

        [Differentiable]
        public void operator +=(Pair other)
        {
            X += other.X * Y;
            Y += other.Y * X;
        }

        [Differentiable]
        public void operator -=(Pair other) => (X, Y) = (X - other.X, Y * other.Y);

        [Differentiable]
        public void operator *=(double factor)
        {
            X *= factor;
            Y *= X;
        }

        [Differentiable]
        public void operator ++()
        {
            X += 1;
            Y *= X;
        }
    }
}
