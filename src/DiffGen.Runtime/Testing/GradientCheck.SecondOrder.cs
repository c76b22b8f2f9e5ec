using System;
using System.Numerics;

namespace DiffGen.Testing;

// Second derivatives are the first derivatives of the gradient, so differences of the gradient check them.
public static partial class GradientCheck
{
    /// <summary>Checks Hessian-vector products: along each input and along <see cref="Probes"/> dense directions.</summary>
    /// <param name="gradient">The gradient, itself checked by <c>Gradient</c>.</param>
    /// <param name="hvp">Maps a point and a direction to the Hessian times the direction.</param>
    /// <param name="x">The point.</param>
    /// <param name="tolerance">The relative error to allow.</param>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport Hvp<T>(Func<T[], T[]> gradient, Func<T[], T[], T[]> hvp, T[] x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
        => CompareTangents("Hvp", gradient, hvp, x, tolerance ?? DefaultTolerance<T>());

    /// <summary>Checks a Hessian, component by component.</summary>
    /// <param name="gradient">The gradient, itself checked by <c>Gradient</c>.</param>
    /// <param name="hessian">Maps a point to the matrix of second derivatives.</param>
    /// <param name="x">The point.</param>
    /// <param name="tolerance">The relative error to allow.</param>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport Hessian<T>(Func<T[], T[]> gradient, Func<T[], T[,]> hessian, T[] x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
        => CompareMatrix("Hessian", gradient, RequireShape(hessian(Copy(x)), x.Length, x.Length, "Hessian"), x, tolerance ?? DefaultTolerance<T>());

    /// <summary>Checks the diagonal of a Hessian.</summary>
    /// <param name="gradient">The gradient, itself checked by <c>Gradient</c>.</param>
    /// <param name="diagonal">Maps a point to the second derivatives by each input alone.</param>
    /// <param name="x">The point.</param>
    /// <param name="tolerance">The relative error to allow.</param>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport HessianDiagonal<T>(Func<T[], T[]> gradient, Func<T[], T[]> diagonal, T[] x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
    {
        double allowed = tolerance ?? DefaultTolerance<T>();
        T[] actual = RequireLength(diagonal(Copy(x)), x.Length, "diagonal of the Hessian");
        double[] slope = ToDouble(gradient(Copy(x)));
        var comparison = new Comparison("diagonal of the Hessian", allowed);
        for (int i = 0; i < x.Length; i++)
        {
            int component = i;
            T[] direction = Unit<T>(x.Length, i);
            double size = Math.Abs(double.CreateChecked(x[i]));
            DifferenceEstimate expected = Differences.AtZero(
                t => [double.CreateChecked(gradient(Along(x, direction, t))[component])], size, allowed / 16, Epsilon<T>())[0];
            comparison.Add(i, "", expected, double.CreateChecked(actual[i]), Math.Abs(slope[i]) / Math.Max(size, 1));
        }
        return comparison.Finish();
    }

    /// <summary>Checks that a Hessian is symmetric: to the bit unless a tolerance is given.</summary>
    /// <param name="hessian">Maps a point to the matrix of second derivatives.</param>
    /// <param name="x">The point.</param>
    /// <param name="tolerance">The relative error to allow.</param>
    /// <exception cref="GradientCheckException">It is not symmetric.</exception>
    public static GradientCheckReport HessianSymmetry<T>(Func<T[], T[,]> hessian, T[] x, double tolerance = 0)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T[,] matrix = RequireShape(hessian(Copy(x)), x.Length, x.Length, "Hessian");
        var comparison = new Comparison("symmetry of the Hessian", tolerance);
        for (int row = 0; row < x.Length; row++)
        {
            for (int column = 0; column < row; column++)
            {
                double below = double.CreateChecked(matrix[row, column]);
                double above = double.CreateChecked(matrix[column, row]);
                comparison.Add(row, $", column [{column}], against its mirror image", above, below, tolerance * Math.Max(Math.Abs(above), Math.Abs(below)));
            }
        }
        return comparison.Finish();
    }
}
