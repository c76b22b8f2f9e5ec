using System;
using System.Numerics;

namespace DiffGen.Testing;

public static partial class GradientCheck
{
    private static GradientCheckReport CompareGradient<T>(
        string quantity, string where, Func<T[], double> function, T[] actual, T[] x, double tolerance)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var comparison = new Comparison(quantity, tolerance);
        double value = Math.Abs(function(Copy(x)));
        for (int i = 0; i < x.Length; i++)
        {
            T[] direction = Unit<T>(x.Length, i);
            double size = Math.Abs(double.CreateChecked(x[i]));
            DifferenceEstimate expected = Differences.AtZero(t => [function(Along(x, direction, t))], size, tolerance / 16, Epsilon<T>())[0];
            comparison.Add(i, where, expected, double.CreateChecked(actual[i]), value / Math.Max(size, 1));
        }
        return comparison.Finish();
    }

    private static GradientCheckReport CompareTangents<T>(
        string quantity, Func<T[], T[]> function, Func<T[], T[], T[]> jvp, T[] x, double tolerance)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var comparison = new Comparison(quantity, tolerance);
        var random = new Random(1);
        for (int k = 0; k < x.Length + Probes; k++)
        {
            T[] direction = k < x.Length ? Unit<T>(x.Length, k) : Dense<T>(x.Length, random);
            string where = k < x.Length ? $" along input [{k}]" : $" along dense direction {k - x.Length + 1}";
            CompareTangent(comparison, where, function, jvp(Copy(x), Copy(direction)), x, direction, tolerance);
        }
        return comparison.Finish();
    }

    private static GradientCheckReport CompareMatrix<T>(string quantity, Func<T[], T[]> function, T[,] matrix, T[] x, double tolerance)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var comparison = new Comparison(quantity, tolerance);
        for (int column = 0; column < x.Length; column++)
        {
            var actual = new T[matrix.GetLength(0)];
            for (int row = 0; row < actual.Length; row++)
                actual[row] = matrix[row, column];
            CompareTangent(comparison, $", column [{column}]", function, actual, x, Unit<T>(x.Length, column), tolerance);
        }
        return comparison.Finish();
    }

    private static void CompareTangent<T>(
        Comparison comparison, string where, Func<T[], T[]> function, T[] actual, T[] x, T[] direction, double tolerance)
        where T : IBinaryFloatingPointIeee754<T>
    {
        double size = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (direction[i] != T.Zero)
                size = Math.Max(size, Math.Abs(double.CreateChecked(x[i])));
        }
        double[] value = ToDouble(function(Copy(x)));
        RequireLength(actual, value.Length, "tangent");
        DifferenceEstimate[] expected = Differences.AtZero(t => ToDouble(function(Along(x, direction, t))), size, tolerance / 16, Epsilon<T>());
        for (int j = 0; j < actual.Length; j++)
            comparison.Add(j, where, expected[j], double.CreateChecked(actual[j]), Math.Abs(value[j]) / Math.Max(size, 1));
    }

    private static double Epsilon<T>()
        where T : IBinaryFloatingPointIeee754<T>
        => double.CreateChecked(T.BitIncrement(T.One) - T.One);

    private static double[] ToDouble<T>(T[] values)
        where T : IBinaryFloatingPointIeee754<T>
        => Array.ConvertAll(values, double.CreateChecked);

    private static double DefaultTolerance<T>()
        where T : IBinaryFloatingPointIeee754<T>
        => typeof(T) == typeof(double) ? 1e-6 : typeof(T) == typeof(float) ? 1e-3 : 5e-2;

    private static double DotProductTolerance<T>()
        where T : IBinaryFloatingPointIeee754<T>
        => typeof(T) == typeof(double) ? 1e-12 : 4096 * Epsilon<T>();

    private static T[] RequireLength<T>(T[] result, int length, string quantity)
        => result.Length == length
            ? result
            : throw new GradientCheckException($"The {quantity} has length {result.Length}, but {length} components were expected.");

    private static T[,] RequireColumns<T>(T[,] matrix, int inputs)
        => matrix.GetLength(1) == inputs
            ? matrix
            : throw new GradientCheckException($"The Jacobian has {matrix.GetLength(1)} columns for {inputs} inputs.");

    private static T[,] RequireShape<T>(T[,] matrix, int rows, int columns, string quantity)
        => matrix.GetLength(0) == rows && matrix.GetLength(1) == columns
            ? matrix
            : throw new GradientCheckException($"The {quantity} is {matrix.GetLength(0)}×{matrix.GetLength(1)}, but {rows}×{columns} was expected.");

    private static T[] Copy<T>(T[] x) => (T[])x.Clone();

    private static T[] Along<T>(T[] x, T[] direction, double t)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T[] result = Copy(x);
        T distance = T.CreateChecked(t);
        for (int i = 0; i < x.Length; i++)
        {
            if (direction[i] != T.Zero)
                result[i] += distance * direction[i];
        }
        return result;
    }

    private static T[] Unit<T>(int length, int index)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var result = new T[length];
        result[index] = T.One;
        return result;
    }

    /// <summary>Components of magnitude ½ to 1 and either sign, always the same ones.</summary>
    private static T[] Dense<T>(int length, Random random)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var result = new T[length];
        for (int i = 0; i < length; i++)
            result[i] = T.CreateChecked((0.5 + 0.5 * random.NextDouble()) * (random.Next(2) == 0 ? 1 : -1));
        return result;
    }

    /// <summary>The dot product in double precision and the sum of its terms' magnitudes.</summary>
    private static (double Sum, double Size) Dot<T>(T[] left, T[] right)
        where T : IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        double size = 0;
        for (int i = 0; i < left.Length; i++)
        {
            double term = double.CreateChecked(left[i]) * double.CreateChecked(right[i]);
            sum += term;
            size += Math.Abs(term);
        }
        return (sum, size);
    }
}
