using System;
using System.Linq;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;

namespace DiffGen.Cases.Tests.Checking;

/// <summary>What holds of the Hessian of every scalar.</summary>
internal static class HessianChecks
{
    private const double Rubbish = 1.2345e6;

    /// <summary>The Hessian times a direction is the product; the matrix is symmetric to the bit, and the diagonal is its diagonal.</summary>
    public static void Agrees(CaseFile file, ICaseDriver driver) => CaseChecks.AtEachPoint(file, driver, (i, point, x) =>
    {
        int n = x.Length;
        Evaluation evaluation = driver.Hessian(i, x, allocates: false);
        double[] hessian = evaluation.Derivatives;
        double[] state = driver.Primal(i, x).State;
        Numbers.AssertSameBits("arguments after Hessian", state, evaluation.State, signedZero: true);
        Numbers.AssertSameBits("allocated Hessian", hessian, driver.Hessian(i, x, allocates: true).Derivatives, signedZero: true);
        double[] transposed = [.. Enumerable.Range(0, n * n).Select(k => hessian[(k % n * n) + (k / n)])];
        Numbers.AssertSameBits("transposed Hessian", hessian, transposed, signedZero: true);
        Evaluation diagonal = driver.HessianDiagonal(i, x, Rubbish);
        Numbers.AssertSameBits("diagonal", [.. Enumerable.Range(0, n).Select(k => hessian[(k * n) + k])], diagonal.Derivatives, signedZero: true);
        Numbers.AssertSameBits("arguments after HessianDiagonal", state, diagonal.State, signedZero: true);

        double[] v = Numbers.Direction(file.Id + i, n);
        double[] product = driver.Hvp(i, x, v, Rubbish).Derivatives;
        // Where terms cancel, rounding is relative to the gradient and to the largest second derivative.
        double size = driver.Gradient(i, x, Rubbish).Derivatives.Concat(hessian).Where(double.IsFinite).Append(1e-300).Max(Math.Abs);
        for (int row = 0; row < n; row++)
        {
            double[] numbers = hessian[(row * n)..((row + 1) * n)];
            double actual = Numbers.Dot(numbers, v);
            if (double.IsFinite(product[row]) && double.IsFinite(actual))
                Numbers.AssertClose($"row {row} times v against Hvp", [product[row]], [actual], file.IsSinglePrecision ? 2e-5 : 1e-12, Math.Max(size, Numbers.DotScale(numbers, v)));
        }
    });
}
