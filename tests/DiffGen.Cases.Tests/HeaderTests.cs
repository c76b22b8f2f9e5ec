using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Cases.Tests.Checking;
using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>The corpus without the generator: every case is ordinary C#, and its header's numbers are those of the method.</summary>
public sealed class HeaderTests
{
    private static readonly Lazy<CompiledCases> Primals =
        new(() => CaseCompiler.Compile([.. CorpusFiles.Cases.Where(f => !CallsCompanions(f))], Setting.Default, companions: CompanionSource.None));

    public static IEnumerable<object[]> Ids => Corpus.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Numbers_in_the_header_are_the_primals(string id)
    {
        CaseFile file = Corpus.File(id);
        Assert.NotEmpty(file.Why);
        Assert.NotEmpty(file.Points);
        ICaseDriver driver = (CallsCompanions(file) ? Corpus.Build(Setting.Default) : Primals.Value).Driver(file);
        for (int i = 0; i < file.Points.Length; i++)
        {
            CasePoint point = file.Points[i];
            double[] x = driver.Inputs(i);
            Assert.NotEmpty(x);
            if (point.Throws is not null)
                continue;
            double[] values = driver.Primal(i, x).Values;
            Assert.NotEmpty(values);
            if (point.Value is { } value)
                Numbers.AssertClose("value", [value], [values[0]], point.ReferenceTolerance ?? (file.IsSinglePrecision ? 1e-6 : 1e-13), 0);
            if (point.Kink is null)
                CheckGradient(file, driver, i, x, values);
        }
    }

    // Their methods are no C# before the companions that they call have been generated.
    private static bool CallsCompanions(CaseFile file) => file.Area == "Nested";

    private static void CheckGradient(CaseFile file, ICaseDriver driver, int i, double[] x, double[] values)
    {
        double tolerance = file.Tolerance ?? (file.IsSinglePrecision ? 1e-3 : 1e-6);
        double scale = Math.Max(1, Math.Abs(values[0]));
        double[] known = file.Points[i].Gradient.IsDefault ? [] : [.. file.Points[i].Gradient];
        if (known.Length > 0)
            Assert.Equal(x.Length, known.Length);
        foreach (int k in Differences.Chosen(x.Length))
        {
            var unit = new double[x.Length];
            unit[k] = 1;
            double[] difference = Differences.Directional(driver, file, i, x, unit);
            Assert.All(difference, d => Assert.True(double.IsFinite(d), $"{file.Id}: differences by input {k} are not finite"));
            if (known.Length > 0)
                Numbers.AssertClose($"{file.Id}: gradient by input {k}", [known[k]], [driver.HasGradient ? difference[0] : difference.Sum()], tolerance, scale);
        }
    }
}
