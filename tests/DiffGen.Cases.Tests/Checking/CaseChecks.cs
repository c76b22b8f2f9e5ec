using System;
using System.Linq;
using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;

namespace DiffGen.Cases.Tests.Checking;

/// <summary>What holds of every case at every point.</summary>
internal static class CaseChecks
{
    private const double Rubbish = 1.2345e6;

    /// <summary>Every companion that returns values returns those of the primal, to the bit.</summary>
    public static void ValuesArePrimal(CaseFile file, ICaseDriver driver) => AtEachPoint(file, driver, (i, point, x) =>
    {
        double[] primal = driver.Primal(i, x).Values;
        if (point.Value is { } expected)
            Numbers.AssertClose("the value in the header", [expected], [primal[0]], HeaderTolerance(file, point), 0);
        Numbers.AssertSameBits("value of Jvp", primal, driver.Jvp(i, x, Numbers.Direction(file.Id, x.Length)).Values, signedZero: true);
        if (driver.HasGradient)
            Numbers.AssertSameBits("value of ValueAndGradient", primal, driver.ValueAndGradient(i, x, Rubbish).Values, signedZero: true);
        if (driver.HasAllocatingGradient)
            Numbers.AssertSameBits("value of the allocating ValueAndGradient", primal, driver.AllocatedValueAndGradient(i, x).Values, signedZero: true);
    });

    /// <summary>Every companion that returns values returns those of the primal but for their last places.</summary>
    public static void ValuesAreNearThePrimal(CaseFile file, ICaseDriver driver) => AtEachPoint(file, driver, (i, point, x) =>
    {
        double tolerance = file.IsSinglePrecision ? 1e-5 : 1e-12;
        double[] primal = driver.Primal(i, x).Values;
        Numbers.AssertClose("value of Jvp", primal, driver.Jvp(i, x, Numbers.Direction(file.Id, x.Length)).Values, tolerance);
        if (driver.HasGradient)
            Numbers.AssertClose("value of ValueAndGradient", primal, driver.ValueAndGradient(i, x, Rubbish).Values, tolerance);
    });

    /// <summary>The gradient is the one that the header states.</summary>
    public static void GradientIsKnown(CaseFile file, ICaseDriver driver) => AtEachPoint(file, driver, (i, point, x) =>
    {
        if (!point.Gradient.IsDefault)
            Numbers.AssertClose("gradient", [.. point.Gradient], Gradient(driver, i, x), HeaderTolerance(file, point));
        if (point.Jacobian.IsDefault)
            return;
        for (int k = 0; k < x.Length; k++)
        {
            var unit = new double[x.Length];
            unit[k] = 1;
            double[] column = driver.Jvp(i, x, unit).Derivatives;
            double[] expected = [.. Enumerable.Range(0, point.Jacobian.Length / x.Length).Select(row => point.Jacobian[(row * x.Length) + k])];
            Numbers.AssertClose($"column {k} of the Jacobian", expected, [.. column.Take(expected.Length)], HeaderTolerance(file, point));
        }
    });

    /// <summary>Forward and reverse mode are transposes of each other.</summary>
    public static void ForwardIsReverse(CaseFile file, ICaseDriver driver) => AtEachPoint(file, driver, (i, point, x) =>
    {
        double[] v = Numbers.Direction(file.Id + i, x.Length);
        double[] tangents = driver.Jvp(i, x, v).Derivatives;
        double[] w = Numbers.Direction(file.Id + i + "w", tangents.Length);
        double[] adjoints = driver.Vjp(i, x, w).Derivatives;
        double forward = Numbers.Dot(w, tangents), reverse = Numbers.Dot(v, adjoints);
        // A strong zero in one mode may meet a plain infinity times zero in the other.
        if (!double.IsFinite(forward) && (!double.IsFinite(reverse) || point.Kink is not null))
            return;
        double scale = Math.Max(Numbers.DotScale(w, tangents), Numbers.DotScale(v, adjoints));
        Numbers.AssertClose("w·Jvp(v) against v·Vjp(w)", [forward], [reverse], file.IsSinglePrecision ? 2e-5 : 1e-12, Math.Max(scale, 1e-300));
    });

    /// <summary>Both modes agree with five-point differences of the primal.</summary>
    public static void DerivativesAreDifferences(CaseFile file, ICaseDriver driver) => AtEachPoint(file, driver, (i, point, x) =>
    {
        if (point.Kink is not null)
            return;
        double tolerance = file.Tolerance ?? (file.IsSinglePrecision ? 1e-3 : 1e-6);
        double[] primal = driver.Primal(i, x).Values;
        double magnitude = primal.Length == 0 ? 1 : primal.Max(Math.Abs);
        double scale = Math.Max(1, magnitude);
        double[] v = Numbers.Direction(file.Id + i, x.Length);
        Numbers.AssertClose("Jvp against differences", Differences.Directional(driver, file, i, x, v), driver.Jvp(i, x, v).Derivatives, tolerance, scale);
        double[] w = Numbers.Direction(file.Id + i + "w", primal.Length);
        double[] adjoints = driver.Vjp(i, x, w).Derivatives;
        foreach (int k in Differences.Chosen(x.Length))
        {
            var unit = new double[x.Length];
            unit[k] = 1;
            double difference = Numbers.Dot(w, Differences.Directional(driver, file, i, x, unit));
            Numbers.AssertClose($"Vjp against differences by input {k}", [difference], [adjoints[k]], tolerance, scale * Math.Max(1, w.Length / 4.0));
        }
    });

    /// <summary>The gradient companions give what Vjp gives for the cotangent 1, and overwrite their destinations.</summary>
    public static void CompanionsAgree(CaseFile file, ICaseDriver driver) => AtEachPoint(file, driver, (i, point, x) =>
    {
        if (!driver.HasGradient)
            return;
        double[] seed = new double[driver.Primal(i, x).Values.Length];
        seed[0] = 1;
        double[] expected = driver.Vjp(i, x, seed).Derivatives;
        double tolerance = file.IsSinglePrecision ? 1e-5 : 1e-12;
        Numbers.AssertClose("Gradient against Vjp at 1", expected, driver.Gradient(i, x, Rubbish).Derivatives, tolerance);
        Numbers.AssertClose("Gradient into NaN against Vjp at 1", expected, driver.Gradient(i, x, double.NaN).Derivatives, tolerance);
        Numbers.AssertClose("ValueAndGradient against Vjp at 1", expected, driver.ValueAndGradient(i, x, Rubbish).Derivatives, tolerance);
        if (!driver.HasAllocatingGradient)
            return;
        Numbers.AssertClose("allocating Gradient against Vjp at 1", expected, driver.AllocatedGradient(i, x).Derivatives, tolerance);
        Numbers.AssertClose("allocating ValueAndGradient against Vjp at 1", expected, driver.AllocatedValueAndGradient(i, x).Derivatives, tolerance);
    });

    /// <summary>After every companion the arguments hold what one primal call leaves in them.</summary>
    /// <param name="bitwise">To the bit, or but for last places.</param>
    public static void StateIsPrimal(CaseFile file, ICaseDriver driver, bool bitwise = true) => AtEachPoint(file, driver, (i, point, x) =>
    {
        Evaluation primal = driver.Primal(i, x);
        double[] v = Numbers.Direction(file.Id, x.Length), w = Numbers.Direction(file.Id, primal.Values.Length);
        Compare("Jvp", driver.Jvp(i, x, v).State);
        Compare("Vjp", driver.Vjp(i, x, w).State);
        if (!driver.HasGradient)
            return;
        Compare("Gradient", driver.Gradient(i, x, Rubbish).State);
        Compare("ValueAndGradient", driver.ValueAndGradient(i, x, Rubbish).State);

        void Compare(string companion, double[] state)
        {
            if (bitwise)
                Numbers.AssertSameBits("arguments after " + companion, primal.State, state, signedZero: true);
            else
                Numbers.AssertClose("arguments after " + companion, primal.State, state, file.IsSinglePrecision ? 1e-5 : 1e-12);
        }
    });

    /// <summary>The same call gives the same bits: nothing is left behind on the tape.</summary>
    public static void CallsRepeat(CaseFile file, ICaseDriver driver) => AtEachPoint(file, driver, (i, point, x) =>
    {
        double[] v = Numbers.Direction(file.Id, x.Length), w = Numbers.Direction(file.Id, driver.Primal(i, x).Values.Length);
        double[] tangents = driver.Jvp(i, x, v).Derivatives, adjoints = driver.Vjp(i, x, w).Derivatives;
        Numbers.AssertSameBits("second Jvp", tangents, driver.Jvp(i, x, v).Derivatives, signedZero: true);
        Numbers.AssertSameBits("second Vjp", adjoints, driver.Vjp(i, x, w).Derivatives, signedZero: true);
    });

    /// <summary>Two builds of the case give the same derivatives: to the bit, or up to the order of sums.</summary>
    public static void BuildsAgree(CaseFile file, ICaseDriver expected, ICaseDriver actual, string setting, bool bitwise) => AtEachPoint(file, expected, (i, point, x) =>
    {
        double[] v = Numbers.Direction(file.Id, x.Length), w = Numbers.Direction(file.Id, expected.Primal(i, x).Values.Length);
        Compare("Jvp", expected.Jvp(i, x, v).Derivatives, actual.Jvp(i, x, v).Derivatives);
        Compare("Vjp", expected.Vjp(i, x, w).Derivatives, actual.Vjp(i, x, w).Derivatives);

        void Compare(string companion, double[] a, double[] b)
        {
            if (bitwise)
                Numbers.AssertSameBits($"{companion} built with {setting}", a, b, signedZero: false);
            else
                Numbers.AssertClose($"{companion} built with {setting}", a, b, file.IsSinglePrecision ? 1e-5 : 1e-12);
        }
    });

    /// <summary>Where the primal throws, each companion throws the same.</summary>
    public static void GuardsThrow(CaseFile file, ICaseDriver driver)
    {
        for (int i = 0; i < file.Points.Length; i++)
        {
            if (file.Points[i].Throws is not { } expected)
                continue;
            double[] x = driver.Inputs(i);
            AssertThrows(file, expected, "primal", () => driver.Primal(i, x));
            AssertThrows(file, expected, "Jvp", () => driver.Jvp(i, x, x));
            if (!driver.HasGradient)
                continue;
            AssertThrows(file, expected, "Gradient", () => driver.Gradient(i, x, Rubbish));
            AssertThrows(file, expected, "ValueAndGradient", () => driver.ValueAndGradient(i, x, Rubbish));
        }
    }

    public static void AssertThrows(CaseFile file, string expected, string what, Func<object> call)
    {
        try
        {
            call();
        }
        catch (Exception exception) when (exception.GetType().Name == expected)
        {
            return;
        }
        throw new CaseException($"{file.Id}: {what} does not throw {expected}");
    }

    private static double[] Gradient(ICaseDriver driver, int point, double[] x)
    {
        if (driver.HasGradient)
            return driver.Gradient(point, x, Rubbish).Derivatives;
        double[] seed = new double[driver.Primal(point, x).Values.Length];
        Array.Fill(seed, 1);
        return driver.Vjp(point, x, seed).Derivatives;
    }

    public static double HeaderTolerance(CaseFile file, CasePoint point) => point.ReferenceTolerance ?? (file.IsSinglePrecision ? 1e-5 : 1e-12);

    public static void AtEachPoint(CaseFile file, ICaseDriver driver, Action<int, CasePoint, double[]> check)
    {
        for (int i = 0; i < file.Points.Length; i++)
        {
            if (file.Points[i].Throws is not null)
                continue;
            try
            {
                check(i, file.Points[i], driver.Inputs(i));
            }
            catch (CaseException exception)
            {
                throw new CaseException($"{file.Id} at ({file.Points[i].Arguments}): {exception.Message}");
            }
        }
    }
}
