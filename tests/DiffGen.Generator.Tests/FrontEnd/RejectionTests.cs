using System.Linq;
using DiffGen.Generator.FrontEnd;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DiffGen.Generator.Tests.FrontEnd;

/// <summary>What is not supported is rejected with an id of its own, and nothing else is said.</summary>
public class RejectionTests
{
    private const string Mark = "[Differentiable] public static ";

    [Theory]
    [InlineData("DG0003", Mark + "double F(decimal d, double x) => x;")]
    [InlineData("DG0003", Mark + "double F(Func<double, double> f, double x) => x;")]
    [InlineData("DG0003", Mark + "double F(List<double> d, double x) => x;")]
    [InlineData("DG0003", Mark + "double F(double[,,] d, double x) => x;")]
    [InlineData("DG0003", Mark + "double F(double? d, double x) => x;")]
    [InlineData("DG0003", Mark + "double F(Half d, double x) => x;")]
    [InlineData("DG0003", Mark + "double F(ref double[] d, double x) => x;")]
    [InlineData("DG0004", Mark + "decimal F(double x) => 1;")]
    [InlineData("DG0005", Mark + "ref double F(double[] x) => ref x[0];")]
    [InlineData("DG0006", Mark + "Span<double> F(double[] x) => x;")]
    [InlineData("DG0007", "[Differentiable(Wrt = new[] { \"y\" })] public static double F(double x) => x;")]
    [InlineData("DG0008", "[Differentiable(Wrt = new[] { \"n\" })] public static double F(double x, int n) => x;")]
    [InlineData("DG0009", Mark + "double F(int n) => n;")]
    [InlineData("DG0010", Mark + "extern double F(double x);")]
    [InlineData("DG0011", Mark + "async System.Threading.Tasks.Task<double> F(double x) { await System.Threading.Tasks.Task.Delay(1); return x; }")]
    [InlineData("DG0012", Mark + "IEnumerable<double> F(double x) { yield return x; }")]
    [InlineData("DG0016", "[Differentiable(Derivatives.Gradient)] public static double[] F(double[] x) => x;")]
    [InlineData("DG0017", "[Differentiable(Derivatives.PerSample)] public static double F(double x) => x;")]
    [InlineData("DG0018", "[Differentiable(Profile = true)] public static double F(double x) => x;")]
    [InlineData("DG0022", "[Differentiable] public static double F => 1;")]
    [InlineData("DG0023", "[Checkpoint]" + Mark + "double F(double x) => x;")]
    [InlineData("DG0024", "[Differentiable(Name = \"1x\")] public static double F(double x) => x;")]
    [InlineData("DG0025", Mark + "void F(double x) { }")]
    [InlineData("DG0026", Mark + "double F(ref (double[] A, int N) p, double x) => x;")]
    [InlineData("DG0101", Mark + "double F(double x) { try { return x; } catch { return 0; } }")]
    [InlineData("DG0103", Mark + "double F(double x) { lock (\"a\") return x; }")]
    [InlineData("DG0106", Mark + "double F(double x) { object o = 1; return (dynamic)o; }")]
    [InlineData("DG0107", Mark + "double F(double x) => x * (double)(decimal)x;")]
    [InlineData("DG0108", Mark + "double F(double[] x) => x.Sum();")]
    [InlineData("DG0108", Mark + "double F(double[] x) { var q = from v in x select v; return 1; }")]
    [InlineData("DG0109", Mark + "double F(double x) { Func<double, double> f = y => y; object o = f; return x; }")]
    [InlineData("DG0110", Mark + "double F(double x) { return G(x); double G(double y) => y > 1 ? G(y / 2) : y; }")]
    [InlineData("DG0112", Mark + "double F(double x) { again: x *= 0.5; if (x > 1) goto again; return x; }")]
    [InlineData("DG0113", Mark + "double F(double x, [NoDerivative] HashSet<int> l) { foreach (int i in l) x += i; return x; }")]
    [InlineData("DG0115", Mark + "double F(double x) => (double)(Half)x;")]
    [InlineData("DG0115", "[System.Runtime.CompilerServices.InlineArray(3)] public struct A { public double V; }" + Mark + "double F(double x) { A a = default; return x; }")]
    [InlineData("DG0115", "[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] public struct A { [System.Runtime.InteropServices.FieldOffset(0)] public double V; }" + Mark + "double F(double x) { A a = default; return x; }")]
    [InlineData("DG0206", "public struct A { public double V { get => field; set => field = value * 2; } }" + Mark + "double F(double x) { A a = default; a.V = x; return x; }")]
    [InlineData("DG0116", Mark + "double F(double x, string s) => s is [_, ..] ? x : 0;")]
    [InlineData("DG0118", Mark + "double F(double[] x) { Array.Sort(x); return x[0]; }")]
    [InlineData("DG0118", Mark + "double F(double[] x) => x.AsSpan().TryCopyTo(x) ? x[0] : 1;")]
    [InlineData("DG0119", Mark + "double F(double x) { var t = new double[2, 2, 2]; return x; }")]
    [InlineData("DG0123", Mark + "double F(double x, Func<double, double>[] f) => f[0](x);")]
    [InlineData("DG0126", Mark + "double F(double x, [NoDerivative] List<double> l) { double[] a = [x, .. l]; return a[0]; }")]
    [InlineData("DG0202", "public static double S;" + Mark + "double F(double x) { S = x; return x; }")]
    public void IsRejected(string id, string members, int method = 0)
    {
        CSharpCompilation compilation = Lowered.Compile(Lowered.Wrap(members));
        LoweringResult result = Lowered.All(compilation)[method].Result;
        Assert.True(result.Findings.Length > 0 && result.Findings.All(finding => finding.Id == id), Lowered.Describe(result));
        Assert.Null(result.Method);
        Assert.All(result.Findings, finding => Assert.True(finding.Location.IsInSource));
    }

    [Theory]
    [InlineData("DG0001", "using DiffGen; public static class T { [Differentiable] public static double F(double x) => x; }")]
    [InlineData("DG0002", "using DiffGen; file static partial class T { [Differentiable] public static double F(double x) => x; }")]
    [InlineData("DG0015", "using DiffGen; public partial class T { public readonly double A; [Differentiable] public double F(double x) => x * A; }")]
    public void DeclarationIsRejected(string id, string source) =>
        Assert.Equal([id], Lowered.All(Lowered.Compile(source))[0].Result.Findings.Select(finding => finding.Id));

    [Theory]
    [InlineData(Mark + "double F(double x) => y;")]
    [InlineData(Mark + "double F(double x) { return G(x).Tangent; }")]
    [InlineData(Mark + "double F(double x) { int i = x; return i }")]
    [InlineData(Mark + "double F(double x) { Unknown u = null; foreach (var v in u) x += v; return x; }")]
    [InlineData(Mark + "double F(double x) { if (x > 0) return x; }")]
    public void CodeThatDoesNotCompileGetsNoFindings(string members)
    {
        LoweringResult result = Lowered.Result(members);
        Assert.Empty(result.Findings);
        Assert.Null(result.Method);
    }

    [Fact]
    public void NothingButTheRejectionIsReported() =>
        Assert.Equal(["DG0107", "DG0113"], Lowered.Ids(Mark + "double F(double x, [NoDerivative] HashSet<int[]> l) { foreach (int[] a in l) x += a.Length; decimal d = 1; return x; }").Distinct().Order());

    [Fact]
    public void ReadingAMutableStaticIsAWarning()
    {
        LoweringResult result = Lowered.Result("public static double S = 2;" + Mark + "double F(double x) => x * S;");
        Assert.Equal(["DG0205"], result.Findings.Select(finding => finding.Id));
        Assert.NotNull(result.Method);
    }

    [Fact]
    public void SumsOfTenThousandTermsDoNotOverflowTheStack()
    {
        string sum = string.Join(" + ", Enumerable.Range(0, 10_000).Select(i => "x"));
        Lowered.Method(Mark + $"double F(double x) => {sum};");
    }

    [Fact]
    public void AllRowsOfTheTableAreDifferent()
    {
        Assert.Equal(Diagnostics.DiagnosticTable.Rows.Length, Diagnostics.DiagnosticTable.Rows.Select(row => row.Id).Distinct().Count());
        Assert.All(typeof(Diagnostics.DiagnosticIds).GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static),
            field => Assert.NotNull(Diagnostics.DiagnosticTable.Get((string)field.GetRawConstantValue()!)));
    }
}
