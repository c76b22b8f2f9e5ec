using System;
using System.Linq;

namespace DiffGen.RandomPrograms.Tests.Execution;

// The Hessian times a direction: symmetric, and the derivative of the gradient.
internal sealed partial class Checker
{
    private Outcome? CheckSecondOrder(double[] x, double[] u)
    {
        if (compiled.Hvp is null)
            return null;
        double[] v = Vector(x.Length, 1);
        double[] hu = compiled.Hvp(x, u), hv = compiled.Hvp(x, v), gradient = compiled.Gradient!(x);
        if (!hu.Concat(hv).Concat(gradient).All(e => Math.Abs(e) < Steep))
            return null;
        double size = hu.Concat(hv).Concat(gradient).Max(Math.Abs);
        double left = v.Zip(hu, (a, b) => a * b).Sum(), right = u.Zip(hv, (a, b) => a * b).Sum();
        if (!(Math.Abs(left - right) <= (_float ? 2e-3 : 1e-10) * (x.Length * size + 1e-2)))
            return Fail(Verdict.Asymmetric, "FHvp", $"v·Hu {left:R}\nu·Hv {right:R}\nHu {Text(hu)}\nHv {Text(hv)}");
        return _float || program.CutsDerivatives ? null : CompareWithDifferences(x, u, hu, gradient);
    }

    // As for the first order: where two step sizes disagree there is a kink or a jump of the gradient nearby.
    private Outcome? CompareWithDifferences(double[] x, double[] u, double[] product, double[] gradient)
    {
        double[] coarse, fine;
        try
        {
            coarse = FivePoint(1e-3);
            fine = FivePoint(4e-4);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or ArithmeticException)
        {
            // The program itself throws nearby.
            return null;
        }
        double scale = gradient.Concat(product).Max(Math.Abs);
        for (int i = 0; i < product.Length; i++)
        {
            double tolerance = 2e-5 * Math.Abs(fine[i]) + 1e-6 * (scale + 0.1);
            if (!(Math.Abs(coarse[i] - fine[i]) <= 0.2 * tolerance))
                return null;
        }
        for (int i = 0; i < product.Length; i++)
        {
            double tolerance = 2e-5 * Math.Abs(fine[i]) + 1e-6 * (scale + 0.1);
            if (!(Math.Abs(product[i] - fine[i]) <= tolerance))
                return Fail(Verdict.Differences, "FHvp", $"input {i}: product {product[i]:R}, difference quotient {fine[i]:R}\nproduct {Text(product)}\ndifferences {Text(fine)}");
        }
        return null;

        double[] FivePoint(double step)
        {
            double[] near = Difference(step), far = Difference(2 * step);
            return [.. near.Zip(far, (a, b) => ((8 * a) - b) / (12 * step))];
        }

        double[] Difference(double step) => [.. GradientAt(step).Zip(GradientAt(-step), (a, b) => a - b)];

        double[] GradientAt(double step) => compiled.Gradient!([.. x.Zip(u, (a, d) => a + (step * d))]);
    }
}
