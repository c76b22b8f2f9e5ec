using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;

namespace DiffGen.Cases.Tests.Checking;

/// <summary>What holds of the Jacobian of every case.</summary>
internal static class JacobianChecks
{
    private const string Label = "Rows: ";

    /// <summary>The parameters that rows belong to, as the documentation of the companion states them; the result has no name.</summary>
    public static string[] Rows(IEnumerable<string> generated)
    {
        string text = generated.First(t => t.Contains(Label, StringComparison.Ordinal));
        int start = text.IndexOf(Label, StringComparison.Ordinal) + Label.Length;
        string names = text[start..text.IndexOf('.', start)];
        return names == "none" ? [] : [.. names.Split(", ").Select(n => n == "the returned value" ? "" : n)];
    }

    /// <summary>J·v is Jvp's tangent, w·J Vjp's adjoint, and the columns are differences of the method.</summary>
    public static void Agrees(CaseFile file, ICaseDriver one, ICaseDriver matrix, string[] rows, string setting)
    {
        for (int i = 0; i < file.Points.Length; i++)
        {
            if (file.Points[i].Throws is not null)
                continue;
            try
            {
                Agrees(file, one, matrix, rows, i);
            }
            catch (CaseException exception)
            {
                throw new CaseException($"{file.Id} at ({file.Points[i].Arguments}), {setting}: {exception.Message}");
            }
        }
    }

    private static void Agrees(CaseFile file, ICaseDriver one, ICaseDriver matrix, string[] names, int i)
    {
        double[] x = one.Inputs(i);
        int[] outputs = Outputs(one.OutputParts(i, x), names);
        Evaluation evaluation = matrix.Jacobian(i, x, outputs.Length, allocates: false);
        double[] jacobian = evaluation.Derivatives;
        double[] state = one.Primal(i, x).State;
        Numbers.AssertSameBits("arguments after Jacobian", state, evaluation.State, signedZero: true);
        Evaluation fresh = matrix.Jacobian(i, x, outputs.Length, allocates: true);
        Numbers.AssertSameBits("allocated Jacobian", jacobian, fresh.Derivatives, signedZero: true);
        Numbers.AssertSameBits("arguments after allocating Jacobian", state, fresh.State, signedZero: true);

        bool hasPoles = file.Points[i].Kink is not null || !x.All(double.IsFinite);
        double tolerance = file.IsSinglePrecision ? 2e-5 : 1e-12;
        double size = jacobian.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        double[] v = Numbers.Direction(file.Id + i, x.Length);
        double[] tangents = one.Jvp(i, x, v).Derivatives;
        for (int r = 0; r < outputs.Length; r++)
        {
            double[] row = jacobian[(r * x.Length)..((r + 1) * x.Length)];
            if (outputs[r] >= 0)
                AssertProduct($"row {r} times v against Jvp", tangents[outputs[r]], row, v, size, tolerance, hasPoles);
        }
        double[] w = Numbers.Direction(file.Id + i + "w", tangents.Length);
        double[] known = [.. outputs.Select(o => o < 0 ? 0 : w[o])];
        var cotangents = new double[tangents.Length];
        foreach (int o in outputs.Where(o => o >= 0))
            cotangents[o] = w[o];
        double[] adjoints = one.Vjp(i, x, cotangents).Derivatives;
        for (int c = 0; c < x.Length; c++)
        {
            double[] column = [.. Enumerable.Range(0, outputs.Length).Select(r => known[r] == 0 ? 0 : jacobian[(r * x.Length) + c])];
            AssertProduct($"w times column {c} against Vjp", adjoints[c], column, known, size, tolerance, hasPoles);
        }
        if (file.Points[i].Kink is null)
            AreDifferences(file, one, i, x, outputs, jacobian);
    }

    private static void AreDifferences(CaseFile file, ICaseDriver one, int i, double[] x, int[] outputs, double[] jacobian)
    {
        double tolerance = file.Tolerance ?? (file.IsSinglePrecision ? 1e-3 : 1e-6);
        double[] primal = one.Primal(i, x).Values;
        double scale = Math.Max(1, primal.Length == 0 ? 1 : primal.Max(Math.Abs));
        foreach (int c in Differences.Chosen(x.Length).Where((_, k) => k % 7 == 0))
        {
            var unit = new double[x.Length];
            unit[c] = 1;
            double[] differences = Differences.Directional(one, file, i, x, unit);
            for (int r = 0; r < outputs.Length; r++)
            {
                if (outputs[r] >= 0)
                    Numbers.AssertClose($"element ({r}, {c}) against differences", [differences[outputs[r]]], [jacobian[(r * x.Length) + c]], tolerance, scale);
            }
        }
    }

    /// <summary>Where the primal throws, so does the Jacobian.</summary>
    public static void Throws(CaseFile file, ICaseDriver driver)
    {
        for (int i = 0; i < file.Points.Length; i++)
        {
            if (file.Points[i].Throws is not { } expected)
                continue;
            try
            {
                driver.Jacobian(i, driver.Inputs(i), 0, allocates: true);
            }
            catch (Exception exception) when (exception.GetType().Name == expected)
            {
                continue;
            }
            throw new CaseException($"{file.Id}: Jacobian does not throw {expected}");
        }
    }

    /// <summary>For each row its place among the outputs, or −1 for a buffer that is written but not active.</summary>
    public static int[] Outputs(OutputPart[] parts, string[] names)
    {
        var rows = new List<int>();
        int next = 0;
        foreach (OutputPart part in parts)
        {
            if (names.Contains(part.Name))
                rows.AddRange(Enumerable.Range(next, part.Count).Select(o => part.IsOutput ? o : -1));
            if (part.IsOutput)
                next += part.Count;
        }
        return [.. rows];
    }

    private static void AssertProduct(string what, double expected, double[] a, double[] b, double size, double tolerance, bool hasPoles)
    {
        double actual = Numbers.Dot(a, b);
        // A strong zero in one mode, or for one direction, may meet a plain infinity times zero in the other.
        if ((!double.IsFinite(expected) || !double.IsFinite(actual)) && (hasPoles || double.IsFinite(expected) == double.IsFinite(actual)))
            return;
        Numbers.AssertClose(what, [expected], [actual], tolerance, Math.Max(Math.Max(size, 1e-300), Math.Max(Math.Abs(expected), Numbers.DotScale(a, b))));
    }
}
