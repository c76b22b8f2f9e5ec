using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Generator.Tests.Optimization;

/// <summary>The derivative of a sine is the cosine that the primal has computed already, where it has.</summary>
public sealed class PartnerTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("Recompute", 2)]
    public void A_cosine_in_a_branch_serves_the_derivative_of_the_sine(string disable, int cosines)
    {
        using GeneratorRun run = GeneratorRun.Compile("""
            using System;
            using DiffGen;

            public static partial class M
            {
                [Differentiable(Derivatives.Vjp)]
                public static double F(double x)
                {
                    if (x > 0)
                        return Math.Sin(x) * Math.Exp(Math.Cos(x));
                    return x;
                }

                public static void Test()
                {
                    double expected = Math.Exp(Math.Cos(0.4)) * (Math.Cos(0.4) - Math.Sin(0.4) * Math.Sin(0.4));
                    if (Math.Abs(FVjp(0.4, 1) - expected) > 1e-15)
                        throw new Exception($"{FVjp(0.4, 1)} in place of {expected}");
                    if (FVjp(-1, 3) != 3)
                        throw new Exception("the other branch");
                }
            }
            """, GeneratorOptions.Default with { Disable = disable }).AssertCleanWithAnalyzers();
        Assert.Equal(cosines, run.GeneratedText.Split("global::System.Math.Cos(").Length - 1);
        run.Invoke("M", "Test");
    }
}
