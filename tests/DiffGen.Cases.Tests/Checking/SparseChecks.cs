using System;
using System.Linq;
using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;

namespace DiffGen.Cases.Tests.Checking;

/// <summary>What holds of the sparse matrices of every case.</summary>
internal static class SparseChecks
{
    /// <summary>The sparse Jacobian, fresh and with a pattern found before, is the dense one.</summary>
    public static void JacobianIsDense(CaseFile file, ICaseDriver driver, string[] rows, string setting)
    {
        for (int i = 0; i < file.Points.Length; i++)
        {
            if (file.Points[i].Throws is not null)
                continue;
            double[] x = driver.Inputs(i);
            int outputs = JacobianChecks.Outputs(driver.OutputParts(i, x), rows).Length;
            Evaluation dense = driver.Jacobian(i, x, outputs, allocates: false);
            foreach (bool allocates in (ReadOnlySpan<bool>)[false, true])
            {
                string what = $"{file.Id} at ({file.Points[i].Arguments}), {setting}: {(allocates ? "fresh" : "given")} sparse Jacobian";
                Evaluation sparse = driver.SparseJacobian(i, x, allocates);
                if (sparse.Derivatives.Length != dense.Derivatives.Length)
                    throw new CaseException($"{what} has {sparse.Derivatives.Length} components, but {dense.Derivatives.Length} are expected");
                // What is zero whatever the numbers are stays zero beside a NaN.
                double[] expected = [.. dense.Derivatives.Select((value, k) => double.IsNaN(value) && sparse.Derivatives[k] == 0 && x.Any(double.IsNaN) ? 0 : value)];
                Numbers.AssertClose(what, expected, sparse.Derivatives, file.IsSinglePrecision ? 1e-5 : 1e-12);
                Numbers.AssertSameBits(what + ": arguments", dense.State, sparse.State, signedZero: true);
            }
        }
    }

    /// <summary>The sparse Hessian, fresh and with a pattern found before, is symmetric to the bit, and its products are those of Hvp.</summary>
    public static void HessianIsHvp(CaseFile file, ICaseDriver driver) => CaseChecks.AtEachPoint(file, driver, (i, point, x) =>
    {
        int n = x.Length;
        double[] v = Numbers.Direction(file.Id + i, n);
        Evaluation product = driver.Hvp(i, x, v, double.NaN);
        Evaluation given = driver.SparseHessian(i, x, allocates: false);
        double[] hessian = given.Derivatives;
        Evaluation fresh = driver.SparseHessian(i, x, allocates: true);
        Numbers.AssertSameBits("fresh sparse Hessian", hessian, fresh.Derivatives, signedZero: true);
        Numbers.AssertSameBits("arguments after the sparse Hessian", product.State, given.State, signedZero: true);
        Numbers.AssertSameBits("arguments after the fresh sparse Hessian", product.State, fresh.State, signedZero: true);
        double[] mirror = [.. Enumerable.Range(0, n * n).Select(k => hessian[(k % n * n) + (k / n)])];
        Numbers.AssertSameBits("mirror image of the sparse Hessian", hessian, mirror, signedZero: true);
        // Where terms cancel, as in a function that is linear after all, rounding is relative to the gradient.
        double rounding = driver.Gradient(i, x, double.NaN).Derivatives.Concat(product.Derivatives).Where(double.IsFinite).Append(1e-300).Max(Math.Abs);
        for (int row = 0; row < n; row++)
        {
            double[] entries = hessian[(row * n)..((row + 1) * n)];
            double actual = Numbers.Dot(entries, v);
            if (!double.IsFinite(actual) || !double.IsFinite(product.Derivatives[row]))
                continue;
            double scale = Math.Max(Numbers.DotScale(entries, v), rounding);
            Numbers.AssertClose($"row {row} of the sparse Hessian times v", [product.Derivatives[row]], [actual], file.IsSinglePrecision ? 2e-5 : 1e-11, scale);
        }
    });
}
