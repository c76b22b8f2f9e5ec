using System;
using DiffGen.Cases.Tests.Checking;
using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>The runner itself, on companions written by hand: right ones pass, and each kind of fault is found by the check meant for it.</summary>
public sealed class RunnerTests
{
    [Theory]
    [InlineData("Mixed", HandWritten.Mixed)]
    [InlineData("Shapes", HandWritten.Shapes)]
    [InlineData("Buffer", HandWritten.Buffer)]
    public void Right_companions_pass_every_check(string name, string text)
    {
        (CaseFile file, ICaseDriver driver) = Compile(name, text);
        CaseChecks.ValuesArePrimal(file, driver);
        CaseChecks.GradientIsKnown(file, driver);
        CaseChecks.ForwardIsReverse(file, driver);
        CaseChecks.DerivativesAreDifferences(file, driver);
        CaseChecks.CompanionsAgree(file, driver);
        CaseChecks.StateIsPrimal(file, driver);
        CaseChecks.CallsRepeat(file, driver);
    }

    [Theory]
    [InlineData("cotangent * x;", "cotangent;")]
    [InlineData("dr = (2 * dr) + (@do * x);", "dr = 2 * dr;")]
    public void A_wrong_adjoint_is_found_by_transposition_and_by_differences(string right, string wrong)
    {
        (CaseFile file, ICaseDriver driver) = Compile("Mixed", Replace(HandWritten.Mixed, right, wrong));
        Assert.Throws<CaseException>(() => CaseChecks.ForwardIsReverse(file, driver));
        Assert.Throws<CaseException>(() => CaseChecks.DerivativesAreDifferences(file, driver));
    }

    [Fact]
    public void A_fault_in_both_modes_is_found_by_differences()
    {
        string text = Replace(Replace(HandWritten.Shapes, "2 * rows[1][1] * dRows[1][1]", "3 * rows[1][1] * dRows[1][1]"), "2 * rows[1][1] * cotangent.V", "3 * rows[1][1] * cotangent.V");
        (CaseFile file, ICaseDriver driver) = Compile("Shapes", text);
        CaseChecks.ForwardIsReverse(file, driver);
        Assert.Throws<CaseException>(() => CaseChecks.DerivativesAreDifferences(file, driver));
    }

    [Fact]
    public void A_destination_that_is_not_overwritten_is_found()
    {
        (CaseFile file, ICaseDriver driver) = Compile("Mixed", Replace(HandWritten.Mixed, "da.Clear();", ""));
        Assert.Throws<CaseException>(() => CaseChecks.CompanionsAgree(file, driver));
    }

    [Fact]
    public void An_argument_left_changed_is_found()
    {
        (CaseFile file, ICaseDriver driver) = Compile("Mixed", Replace(HandWritten.Mixed, "r = 2 * r;\n        return dx;", "return dx;"));
        Assert.Throws<CaseException>(() => CaseChecks.StateIsPrimal(file, driver));
    }

    [Fact]
    public void A_value_that_differs_in_one_bit_is_found()
    {
        (CaseFile file, ICaseDriver driver) = Compile("Mixed", Replace(HandWritten.Mixed, "return (value, ", "return (Math.BitIncrement(value), "));
        Assert.Throws<CaseException>(() => CaseChecks.ValuesArePrimal(file, driver));
    }

    [Fact]
    public void A_gradient_other_than_the_headers_is_found()
    {
        (CaseFile file, ICaseDriver driver) = Compile("Buffer", Replace(HandWritten.Buffer, "gradient: 9 4", "gradient: 9 4.00000000002"));
        Assert.Throws<CaseException>(() => CaseChecks.GradientIsKnown(file, driver));
    }

    [Fact]
    public void A_wrong_signature_is_blamed_on_its_case()
    {
        CaseFile good = CaseFile.Parse("Own", "Mixed", "Mixed.cs", HandWritten.Mixed);
        CaseFile bad = CaseFile.Parse("Own", "Shapes", "Shapes.cs", Replace(HandWritten.Shapes, "double[,] dm, double[][] dRows)\n    {\n        double x", "double[][] dRows, double[,] dm)\n    {\n        double x"));
        CompiledCases compiled = CaseCompiler.Compile([good, bad], Setting.Default, companions: CompanionSource.Case);
        Assert.NotNull(compiled.Driver(good));
        Assert.Contains("CS1503", Assert.Throws<CaseException>(() => compiled.Driver(bad)).Message, StringComparison.Ordinal);
    }

    private static (CaseFile File, ICaseDriver Driver) Compile(string name, string text)
    {
        CaseFile file = CaseFile.Parse("Own", name, name + ".cs", text);
        return (file, CaseCompiler.Compile([file], Setting.Default, companions: CompanionSource.Case).Driver(file));
    }

    private static string Replace(string text, string old, string replacement)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, replacement, StringComparison.Ordinal);
    }
}
