using System;
using System.Linq;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;

namespace DiffGen.Cases.Tests.Checking;

/// <summary>What holds of the second derivatives of every scalar.</summary>
internal static class SecondOrderChecks
{
    private const double Rubbish = 1.2345e6;

    /// <summary>The product is the one that the header states.</summary>
    public static void ProductIsKnown(CaseFile file, ICaseDriver driver) => CaseChecks.AtEachPoint(file, driver, (i, point, x) =>
    {
        if (!point.Product.IsDefault)
            Numbers.AssertClose("Hvp", [.. point.Product], driver.Hvp(i, x, [.. point.Direction], Rubbish).Derivatives, CaseChecks.HeaderTolerance(file, point));
    });

    /// <summary>Hvp agrees with five-point differences of the gradient.</summary>
    public static void ProductIsDifference(CaseFile file, ICaseDriver driver) => CaseChecks.AtEachPoint(file, driver, (i, point, x) =>
    {
        if (point.Kink is not null)
            return;
        double[] v = Numbers.Direction(file.Id + i, x.Length);
        double[] gradient = driver.Gradient(i, x, Rubbish).Derivatives;
        double tolerance = file.Tolerance ?? (file.IsSinglePrecision ? 2e-3 : 1e-6);
        double scale = gradient.Append(1).Max(Math.Abs);
        double[] differences = Differences.Directional(moved => driver.Gradient(i, moved, Rubbish).Derivatives, file, x, v);
        Numbers.AssertClose("Hvp against differences of the gradient", differences, driver.Hvp(i, x, v, Rubbish).Derivatives, tolerance, scale);
    });

    /// <summary>The Hessian is symmetric, and the product linear in the direction.</summary>
    public static void HessianIsSymmetric(CaseFile file, ICaseDriver driver) => CaseChecks.AtEachPoint(file, driver, (i, point, x) =>
    {
        double[] u = Numbers.Direction(file.Id + i + "u", x.Length), v = Numbers.Direction(file.Id + i, x.Length);
        double[] hu = driver.Hvp(i, x, u, Rubbish).Derivatives, hv = driver.Hvp(i, x, v, double.NaN).Derivatives;
        double left = Numbers.Dot(u, hv), right = Numbers.Dot(v, hu);
        if (!double.IsFinite(left) || !double.IsFinite(right))
            return;
        double tolerance = file.IsSinglePrecision ? 2e-5 : 1e-12;
        // Where terms cancel, as in a function that is linear after all, rounding is relative to the gradient.
        double rounding = driver.Gradient(i, x, Rubbish).Derivatives.Where(double.IsFinite).Append(1e-300).Max(Math.Abs);
        double scale = Math.Max(Math.Max(Numbers.DotScale(u, hv), Numbers.DotScale(v, hu)), rounding);
        Numbers.AssertClose("u·Hv against v·Hu", [left], [right], tolerance, scale);
        double[] w = [.. u.Zip(v, (a, b) => a + (2 * b))];
        double[] expected = [.. hu.Zip(hv, (a, b) => a + (2 * b))];
        double size = hu.Concat(hv).Append(rounding).Max(Math.Abs);
        Numbers.AssertClose("H(u + 2v) against Hu + 2Hv", expected, driver.Hvp(i, x, w, Rubbish).Derivatives, tolerance, size);
    });

    /// <summary>A call leaves the arguments as one primal call does and the directions as they were, and can be repeated.</summary>
    public static void ArgumentsAreLeftAlone(CaseFile file, ICaseDriver driver) => CaseChecks.AtEachPoint(file, driver, (i, point, x) =>
    {
        double[] v = [.. Numbers.Direction(file.Id, x.Length).Select(a => (double)(float)a)];
        Evaluation first = driver.Hvp(i, x, v, Rubbish), second = driver.Hvp(i, x, v, double.NaN);
        Numbers.AssertSameBits("arguments after Hvp", driver.Primal(i, x).State, first.State, signedZero: true);
        Numbers.AssertSameBits("directions after Hvp", v, first.Values, signedZero: true);
        Numbers.AssertSameBits("second Hvp", first.Derivatives, second.Derivatives, signedZero: true);
    });

    /// <summary>Optimisations change no more than the order of sums.</summary>
    public static void BuildsAgree(CaseFile file, ICaseDriver expected, ICaseDriver actual) => CaseChecks.AtEachPoint(file, expected, (i, point, x) =>
    {
        double[] v = Numbers.Direction(file.Id, x.Length);
        double[] product = expected.Hvp(i, x, v, Rubbish).Derivatives;
        double scale = product.Where(double.IsFinite).Append(1).Max(Math.Abs);
        Numbers.AssertClose("Hvp built without optimisations", product, actual.Hvp(i, x, v, Rubbish).Derivatives, file.IsSinglePrecision ? 1e-4 : 1e-11, scale);
    });

    /// <summary>Where the primal throws, so does Hvp.</summary>
    public static void GuardsThrow(CaseFile file, ICaseDriver driver)
    {
        for (int i = 0; i < file.Points.Length; i++)
        {
            if (file.Points[i].Throws is { } expected)
                CaseChecks.AssertThrows(file, expected, "Hvp", () => driver.Hvp(i, driver.Inputs(i), driver.Inputs(i), Rubbish));
        }
    }
}
