using System;
using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;

namespace DiffGen.Cases.Tests.Checking;

/// <summary>What holds of loops in lanes at one point.</summary>
internal static class LaneChecks
{
    private const double Rubbish = 1.2345e6;

    /// <summary>Every companion returns the values of the primal to the bit, leaves its arguments as the primal does, and throws what it throws.</summary>
    public static void ValuesArePrimal(string id, ICaseDriver driver, int point)
    {
        double[] x = driver.Inputs(point);
        Evaluation? primal = Try(() => driver.Primal(point, x), out Type? thrown);
        double[] v = Numbers.Direction(id, x.Length);
        Check("Jvp", () => driver.Jvp(point, x, v), hasValues: true);
        if (primal is not null)
            Check("Vjp", () => driver.Vjp(point, x, Numbers.Direction(id, primal.Values.Length)), hasValues: false);
        if (driver.HasGradient)
        {
            Check("Gradient", () => driver.Gradient(point, x, Rubbish), hasValues: false);
            Check("ValueAndGradient", () => driver.ValueAndGradient(point, x, Rubbish), hasValues: true);
        }

        void Check(string companion, Func<Evaluation> call, bool hasValues)
        {
            Evaluation? actual = Try(call, out Type? caught);
            string where = $"{companion} of {id} at length {point}";
            if (caught != thrown)
                throw new CaseException($"{where} throws {caught?.Name ?? "nothing"}, the method {thrown?.Name ?? "nothing"}");
            if (primal is null || actual is null)
                return;
            if (hasValues)
                Numbers.AssertSameBits("value of " + where, primal.Values, actual.Values, signedZero: true);
            Numbers.AssertSameBits("arguments after " + where, primal.State, actual.State, signedZero: true);
        }
    }

    /// <summary>The derivatives are the same but for the order of sums.</summary>
    public static void DerivativesAgree(CaseFile file, ICaseDriver expected, ICaseDriver actual, int point)
    {
        double tolerance = file.IsSinglePrecision ? 1e-5 : 1e-12;
        double[] x = expected.Inputs(point);
        if (Try(() => expected.Primal(point, x), out _) is not { } primal)
            return;
        double[] v = Numbers.Direction(file.Id, x.Length), w = Numbers.Direction(file.Id, primal.Values.Length);
        Compare("Jvp", driver => driver.Jvp(point, x, v));
        Compare("Vjp", driver => driver.Vjp(point, x, w));
        if (expected.HasGradient)
            Compare("Gradient", driver => driver.Gradient(point, x, Rubbish));
        if (expected.HasHvp)
            Compare("Hvp", driver => driver.Hvp(point, x, v, Rubbish));
        if (expected is ISplitDriver)
            Compare("Pullback", driver => ((ISplitDriver)driver).Pullbacks(point, x, [w], _ => { })[1]);

        void Compare(string companion, Func<ICaseDriver, Evaluation> call) =>
            Numbers.AssertClose($"{companion} of {file.Id} at length {point}", call(expected).Derivatives, call(actual).Derivatives, tolerance);
    }

    private static Evaluation? Try(Func<Evaluation> call, out Type? thrown)
    {
        try
        {
            thrown = null;
            return call();
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or NullReferenceException or ArgumentException or ArithmeticException)
        {
            thrown = exception.GetType();
            return null;
        }
    }
}
