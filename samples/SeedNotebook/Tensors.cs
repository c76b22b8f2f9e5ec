using DiffGen;

namespace SeedNotebook;

/// <summary>The notebook's small tensors: flat arrays, one method per cell.</summary>
public static partial class Tensors
{
    /// <summary>Cells 7 and 8: y = x + 2, z = 3y², the mean of z.</summary>
    [Differentiable(Derivatives.Default | Derivatives.Pullback)]
    public static double Mean(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double y = x[i] + 2;
            sum += y * y * 3;
        }
        return sum / x.Length;
    }

    /// <summary>The same up to z, which has more than one element: a vector-valued function.</summary>
    [Differentiable(Derivatives.Vjp | Derivatives.Jacobian)]
    public static double[] Elements(double[] x)
    {
        var z = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            double y = x[i] + 2;
            z[i] = y * y * 3;
        }
        return z;
    }

    /// <summary>Cells 25 to 28: the mean of 2(x + 2)².</summary>
    [Differentiable]
    public static double MeanOfSquares(double[] x)
    {
        double sum = 0;
        foreach (double element in x)
            sum += 2 * (element + 2) * (element + 2);
        return sum / x.Length;
    }

    /// <summary>Cell 34: the mean of 2(x + 2)³.</summary>
    [Differentiable]
    public static double MeanOfCubes(double[] x)
    {
        double sum = 0;
        foreach (double element in x)
            sum += 2 * System.Math.Pow(element + 2, 3);
        return sum / x.Length;
    }

    /// <summary>Cell 39: the mean of 8(4x + 2)².</summary>
    [Differentiable]
    public static double MeanOfScaled(double[] x)
    {
        double sum = 0;
        foreach (double element in x)
        {
            double y = 4 * element + 2;
            sum += 8 * (y * y);
        }
        return sum / x.Length;
    }

    /// <summary>In-place operations: every intermediate tensor overwrites the one before, in the array of the input.</summary>
    [Differentiable]
    public static double MeanInPlace(double[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] += 2;
        for (int i = 0; i < x.Length; i++)
            x[i] *= x[i];
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            x[i] *= 3;
            sum += x[i];
        }
        return sum / x.Length;
    }

    /// <summary><c>detach</c>, <c>.data</c>: one factor of y² is held constant.</summary>
    [Differentiable]
    public static double MeanDetached(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double y = x[i] + 2;
            sum += y * Diff.StopGradient(y) * 3;
        }
        return sum / x.Length;
    }
}
