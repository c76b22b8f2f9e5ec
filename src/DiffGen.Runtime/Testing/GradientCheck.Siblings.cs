using System;
using System.Numerics;

namespace DiffGen.Testing;

// Companions against each other. No differences are needed, so these are exact up to rounding: the tolerance is relative to the sum of the
// magnitudes of the terms that were added, 1e-12 for double.
public static partial class GradientCheck
{
    /// <summary>
    /// The dot-product test: w·(J v) = (Jᵀ w)·v for dense directions v and cotangents w. It needs no differences, so it is exact up
    /// to rounding.
    /// </summary>
    /// <param name="jvp">Maps a point and a direction to the tangent of the result.</param>
    /// <param name="vjp">Maps a point and a cotangent of the result to the adjoints of the inputs.</param>
    /// <param name="x">The point.</param>
    /// <param name="tolerance">The error to allow, relative to the sum of the magnitudes of all terms.</param>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport JvpAgainstVjp<T>(Func<T[], T[], T[]> jvp, Func<T[], T[], T[]> vjp, T[] x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
    {
        double allowed = tolerance ?? DotProductTolerance<T>();
        var comparison = new Comparison("Vjp against Jvp", allowed);
        var random = new Random(1);
        for (int k = 0; k < Probes; k++)
        {
            T[] direction = Dense<T>(x.Length, random);
            T[] tangent = jvp(Copy(x), Copy(direction));
            T[] cotangent = Dense<T>(tangent.Length, random);
            T[] adjoint = RequireLength(vjp(Copy(x), Copy(cotangent)), x.Length, "Vjp");
            AddDots(comparison, k, cotangent, tangent, adjoint, direction, allowed);
        }
        return comparison.Finish();
    }

    /// <summary>Compares a gradient with tangents along each input and along dense directions: g·v is the tangent along v.</summary>
    /// <param name="gradient">The gradient of a scalar function.</param>
    /// <param name="jvp">Maps a point and a direction to the tangent of the scalar.</param>
    /// <param name="x">The point.</param>
    /// <param name="tolerance">The error to allow, relative to the sum of the magnitudes of all terms.</param>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport GradientAgainstJvp<T>(Func<T[], T[]> gradient, Func<T[], T[], T> jvp, T[] x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T[] row = RequireLength(gradient(Copy(x)), x.Length, "gradient");
        return CompareProducts("gradient against Jvp", Matrix(1, x.Length, (_, j) => row[j]), (at, v) => [jvp(at, v)], "direction", x, tolerance);
    }

    /// <summary>Compares a Jacobian with tangents: J v for unit vectors v, hence column by column, and for dense ones.</summary>
    /// <param name="jacobian">Maps a point to the Jacobian, a row per output.</param>
    /// <param name="jvp">Maps a point and a direction to the tangent of the result.</param>
    /// <param name="x">The point.</param>
    /// <param name="tolerance">The error to allow, relative to the sum of the magnitudes of all terms.</param>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport JacobianAgainstJvp<T>(Func<T[], T[,]> jacobian, Func<T[], T[], T[]> jvp, T[] x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
        => CompareProducts("Jacobian against Jvp", RequireColumns(jacobian(Copy(x)), x.Length), jvp, "column", x, tolerance);

    /// <summary>Compares a Jacobian with adjoints: Jᵀ w for unit vectors w, hence row by row, and for dense ones.</summary>
    /// <param name="jacobian">Maps a point to the Jacobian, a row per output.</param>
    /// <param name="vjp">Maps a point and a cotangent of the result to the adjoints of the inputs.</param>
    /// <param name="x">The point.</param>
    /// <param name="tolerance">The error to allow, relative to the sum of the magnitudes of all terms.</param>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport JacobianAgainstVjp<T>(Func<T[], T[,]> jacobian, Func<T[], T[], T[]> vjp, T[] x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T[,] matrix = RequireColumns(jacobian(Copy(x)), x.Length);
        return CompareProducts(
            "Jacobian against Vjp", Matrix(x.Length, matrix.GetLength(0), (i, j) => matrix[j, i]), vjp, "row", x, tolerance);
    }

    /// <summary>Compares a Hessian with Hessian-vector products: column by column, and for dense vectors.</summary>
    /// <param name="hessian">Maps a point to the matrix of second derivatives.</param>
    /// <param name="hvp">Maps a point and a direction to the Hessian times the direction.</param>
    /// <param name="x">The point.</param>
    /// <param name="tolerance">The error to allow, relative to the sum of the magnitudes of all terms.</param>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport HessianAgainstHvp<T>(Func<T[], T[,]> hessian, Func<T[], T[], T[]> hvp, T[] x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
        => CompareProducts(
            "Hessian against Hvp", RequireShape(hessian(Copy(x)), x.Length, x.Length, "Hessian"), hvp, "column", x, tolerance);

    /// <summary>Checks that Hessian-vector products are those of a symmetric matrix: w·(H v) = v·(H w) for dense v and w.</summary>
    /// <param name="hvp">Maps a point and a direction to the Hessian times the direction.</param>
    /// <param name="x">The point.</param>
    /// <param name="tolerance">The error to allow, relative to the sum of the magnitudes of all terms.</param>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport HvpSymmetry<T>(Func<T[], T[], T[]> hvp, T[] x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
    {
        double allowed = tolerance ?? DotProductTolerance<T>();
        var comparison = new Comparison("symmetry of Hvp", allowed);
        var random = new Random(1);
        for (int k = 0; k < Probes; k++)
        {
            T[] v = Dense<T>(x.Length, random);
            T[] w = Dense<T>(x.Length, random);
            T[] hv = RequireLength(hvp(Copy(x), Copy(v)), x.Length, "Hvp");
            T[] hw = RequireLength(hvp(Copy(x), Copy(w)), x.Length, "Hvp");
            AddDots(comparison, k, w, hv, v, hw, allowed);
        }
        return comparison.Finish();
    }

    /// <summary>Adds left·other = right·another for the probe with number <paramref name="probe"/>.</summary>
    private static void AddDots<T>(Comparison comparison, int probe, T[] left, T[] other, T[] right, T[] another, double allowed)
        where T : IBinaryFloatingPointIeee754<T>
    {
        (double expected, double expectedSize) = Dot(left, other);
        (double actual, double actualSize) = Dot(right, another);
        comparison.Add(probe, " (dense direction and cotangent)", expected, actual, allowed * Math.Max(expectedSize, actualSize));
    }

    /// <summary>Compares a matrix with a companion that multiplies by it.</summary>
    private static GradientCheckReport CompareProducts<T>(
        string quantity, T[,] matrix, Func<T[], T[], T[]> product, string vector, T[] x, double? tolerance)
        where T : IBinaryFloatingPointIeee754<T>
    {
        double allowed = tolerance ?? DotProductTolerance<T>();
        (int rows, int columns) = (matrix.GetLength(0), matrix.GetLength(1));
        var comparison = new Comparison(quantity, allowed);
        var random = new Random(1);
        for (int k = 0; k < columns + Probes; k++)
        {
            T[] v = k < columns ? Unit<T>(columns, k) : Dense<T>(columns, random);
            string where = k < columns ? $", {vector} [{k}]" : $" for dense vector {k - columns + 1}";
            T[] expected = RequireLength(product(Copy(x), Copy(v)), rows, "product");
            for (int i = 0; i < rows; i++)
            {
                (double sum, double size) = Dot(Row(matrix, i), v);
                double value = double.CreateChecked(expected[i]);
                comparison.Add(i, where, value, sum, allowed * Math.Max(size, Math.Abs(value)));
            }
        }
        return comparison.Finish();
    }

    private static T[,] Matrix<T>(int rows, int columns, Func<int, int, T> component)
    {
        var matrix = new T[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                matrix[i, j] = component(i, j);
        }
        return matrix;
    }

    private static T[] Row<T>(T[,] matrix, int row)
    {
        var values = new T[matrix.GetLength(1)];
        for (int j = 0; j < values.Length; j++)
            values[j] = matrix[row, j];
        return values;
    }
}
