// Singular values of a 2 x 2 matrix as a readonly struct, in closed form, deconstructed by the caller.
// point: m: new(3, 1, -0.5, 2)
using System;
using DiffGen;

namespace Cases.Library;

public static partial class Sylvester2x2
{
    public readonly partial record struct Matrix2(double M11, double M12, double M21, double M22)
    {
        public static Matrix2 Identity => new(1, 0, 0, 1);

        [Differentiable]
        public static Matrix2 operator *(Matrix2 a, Matrix2 b) => new(
            (a.M11 * b.M11) + (a.M12 * b.M21), (a.M11 * b.M12) + (a.M12 * b.M22),
            (a.M21 * b.M11) + (a.M22 * b.M21), (a.M21 * b.M12) + (a.M22 * b.M22));

        [Differentiable]
        public static Matrix2 operator +(Matrix2 a, Matrix2 b) => new(a.M11 + b.M11, a.M12 + b.M12, a.M21 + b.M21, a.M22 + b.M22);

        [Differentiable]
        public Matrix2 Transposed() => this with { M12 = M21, M21 = M12 };

        public double Determinant
        {
            [Differentiable]
            get => (M11 * M22) - (M12 * M21);
        }

        public double Trace
        {
            [Differentiable]
            get => M11 + M22;
        }
    }

    [Differentiable]
    public static double F(Matrix2 m)
    {
        (double large, double small) = SingularValues(m * (Matrix2.Identity + m));
        return large - (0.5 * small);
    }

    [Differentiable]
    private static (double Large, double Small) SingularValues(Matrix2 m)
    {
        Matrix2 gram = m.Transposed() * m;
        double mean = gram.Trace / 2, spread = Math.Sqrt((mean * mean) - gram.Determinant);
        return (Math.Sqrt(mean + spread), Math.Sqrt(mean - spread));
    }
}
