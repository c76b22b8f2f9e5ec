using System;
using DiffGen.Cases.Tests.Checking;
using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Format;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>A wrong derivative is found: generated code that is right passes, the same code with one rule spoilt does not.</summary>
public sealed class NegativeControlTests
{
    [Theory]
    [InlineData("Math.Sin(x)", "Math.Cos(x)", "Math.Sin(x)")]
    [InlineData("Math.Cos(x)", "* global::System.Math.Sin(x)", "* global::System.Math.Cos(x)")]
    [InlineData("Math.Tan(x)", "1.0 + tan * tan", "1.0 - tan * tan")]
    [InlineData("Math.Tanh(x)", "1.0 - tanh", "1.0 + tanh")]
    [InlineData("Math.Exp(x)", "cotangent * global::System.Math.Exp(x)", "cotangent * x")]
    [InlineData("Math.Log(x)", " / x", " * x")]
    [InlineData("Math.Sqrt(x)", "2.0 * ", "3.0 * ")]
    [InlineData("Math.Atan(x)", "1.0 + x * x", "1.0 - x * x")]
    [InlineData("Math.Asin(x)", "(1.0 + x)", "(1.0 - x)")]
    [InlineData("Math.Pow(x, 3)", "3.0 * (x * x)", "2.0 * (x * x)")]
    [InlineData("1 / x", "-(cotangent", "(cotangent")]
    [InlineData("x * x", "product + product", "product")]
    public void A_spoilt_rule_is_found(string expression, string right, string wrong)
    {
        CaseFile file = CaseFile.Parse("Own", "Spoilt", "Spoilt.cs", $$"""
            // One rule, to be spoilt.
            // point: x: 0.6
            using System;
            using DiffGen;
            namespace Cases.Own;
            public static partial class Spoilt
            {
                [Differentiable]
                public static double F(double x) => {{expression}};
            }
            """);
        CaseChecks.DerivativesAreDifferences(file, CaseCompiler.Compile([file], Setting.Default).Driver(file));

        bool changed = false;
        CompiledCases spoilt = CaseCompiler.Compile([file], Setting.Default, Spoil);
        Assert.True(changed, $"'{right}' does not occur in the generated code");
        Assert.Throws<CaseException>(() => CaseChecks.DerivativesAreDifferences(file, spoilt.Driver(file)));

        string Spoil(string text)
        {
            string result = text.Replace(right, wrong, StringComparison.Ordinal);
            changed |= result != text;
            return result;
        }
    }
}
