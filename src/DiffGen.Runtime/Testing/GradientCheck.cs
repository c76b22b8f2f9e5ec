using System;
using System.Numerics;

namespace DiffGen.Testing;

/// <summary>
/// Compares companions with five-point differences, or with their sibling mode, in any test framework: a disagreement throws
/// <see cref="GradientCheckException"/>, whose message shows the worst component.
/// </summary>
/// <remarks>
/// Functions are given as delegates over vectors; structs, tuples and several parameters are flattened by the delegate:
/// <code>GradientCheck.Gradient(v => F(v[0], v[1]), v => { var (a, b) = FGradient(v[0], v[1]); return [a, b]; }, [1.0, 2.0]);</code>
/// The default tolerance against differences is 1e-6 for <c>double</c>, 1e-3 for <c>float</c> and 5e-2 for <c>Half</c>. Companions agree with
/// each other much better than with differences, so compare them as well: <c>JvpAgainstVjp</c>, <c>JacobianAgainstJvp</c>,
/// <c>JacobianAgainstVjp</c>, <c>HessianAgainstHvp</c>, <c>HessianSymmetry</c>, <c>HvpSymmetry</c>.
/// </remarks>
public static partial class GradientCheck
{
    private const int Probes = 3;

    /// <summary>Checks the derivative of a function of one variable.</summary>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport Gradient<T>(Func<T, T> function, Func<T, T> derivative, T x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
        => Gradient(v => function(v[0]), v => [derivative(v[0])], [x], tolerance);

    /// <summary>Checks the gradient of a scalar function, component by component.</summary>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport Gradient<T>(Func<T[], T> function, Func<T[], T[]> gradient, T[] x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
    {
        double allowed = tolerance ?? DefaultTolerance<T>();
        T[] actual = RequireLength(gradient(Copy(x)), x.Length, "gradient");
        return CompareGradient("gradient", "", v => double.CreateChecked(function(v)), actual, x, allowed);
    }

    /// <summary>Checks tangents: along each input and along <see cref="Probes"/> dense directions.</summary>
    /// <param name="function">The function, with a vector result.</param>
    /// <param name="jvp">Maps a point and a direction to the tangent of the result.</param>
    /// <param name="x">The point.</param>
    /// <param name="tolerance">The relative error to allow.</param>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport Jvp<T>(Func<T[], T[]> function, Func<T[], T[], T[]> jvp, T[] x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
        => CompareTangents("Jvp", function, jvp, x, tolerance ?? DefaultTolerance<T>());

    /// <summary>Checks adjoints, for <see cref="Probes"/> dense cotangents of the result.</summary>
    /// <param name="function">The function, with a vector result.</param>
    /// <param name="vjp">Maps a point and a cotangent of the result to the adjoints of the inputs.</param>
    /// <param name="x">The point.</param>
    /// <param name="tolerance">The relative error to allow.</param>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport Vjp<T>(Func<T[], T[]> function, Func<T[], T[], T[]> vjp, T[] x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
    {
        double allowed = tolerance ?? DefaultTolerance<T>();
        int outputs = function(Copy(x)).Length;
        var random = new Random(1);
        GradientCheckReport worst = new() { Quantity = "Vjp", Tolerance = allowed };
        for (int k = 1; k <= Probes; k++)
        {
            T[] cotangent = Dense<T>(outputs, random);
            T[] actual = RequireLength(vjp(Copy(x), Copy(cotangent)), x.Length, "Vjp");
            GradientCheckReport report = CompareGradient("Vjp", $" for dense cotangent {k}", v => Dot(cotangent, function(v)).Sum, actual, x, allowed);
            if (report.Severity >= worst.Severity)
                worst = report;
        }
        return worst;
    }

    /// <summary>Checks a Jacobian whose rows belong to outputs and whose columns belong to inputs.</summary>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport Jacobian<T>(Func<T[], T[]> function, Func<T[], T[,]> jacobian, T[] x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
        => CompareMatrix("Jacobian", function, RequireColumns(jacobian(Copy(x)), x.Length), x, tolerance ?? DefaultTolerance<T>());
}
