using System.Linq;
using DiffGen.Generator.Ir;
using Xunit;

namespace DiffGen.Generator.Tests.FrontEnd;

/// <summary>The form of the IR that later stages count on.</summary>
public class LoweredShapeTests
{
    private const string Mark = "[Differentiable] public static ";

    [Theory]
    [InlineData("for (int i = 0; i < a.Length; i++) s += a[i];")]
    [InlineData("for (int i = a.Length - 1; i >= 0; --i) s += a[i];")]
    [InlineData("int n = a.Length; for (int i = 1; n > i; i += 2) s += a[i];")]
    [InlineData("for (int i = 0, j = 1; i < n0 + 1; i++, j++) s += j;")]
    [InlineData("for (int k = p[0]; k < p[0 + 1]; k++) s += a[k];")]
    [InlineData("foreach (double v in a) { if (v > 2) continue; s += v; }")]
    [InlineData("foreach (double v in a.AsSpan()[1..]) s += v;")]
    public void CountedLoopsAreForOps(string loop) =>
        Assert.Single(Method(loop).Body.Ops.OfType<ForOp>());

    [Theory]
    [InlineData("for (int i = 0; i != n0; i++) s += i;")]
    [InlineData("for (int i = 0; i <= int.MaxValue; i++) if (i > n0) break;")]
    [InlineData("for (int i = 0; i < n0; i++) { s += i; i++; }")]
    [InlineData("for (int i = 0; i < n0; i++) n0--;")]
    [InlineData("for (int k = 0; k < p[0]; k++) p[k] = 0;")]
    [InlineData("while (s < 3) s++;")]
    [InlineData("for (double t = 0; t < 1; t += 0.1) s += t;")]
    public void OtherLoopsAreLoopOps(string loop) =>
        Assert.Single(Method(loop).Body.Ops.OfType<LoopOp>());

    [Fact]
    public void OnlyAssignedVariablesAreCarried()
    {
        ForOp loop = Method("double t = 0, u = 1; for (int i = 0; i < n0; i++) { double w = u; t += w; }").Body.Ops.OfType<ForOp>().Single();
        Assert.Equal(["t"], loop.Body.Parameters.Select(value => value.Name));
        Assert.Equal(["t"], loop.Results.Select(value => value.Name));
    }

    [Fact]
    public void OnlyVariablesThatDifferAreMerged()
    {
        IfOp choice = Method("double t = 1, u = 2; if (n0 > 1) { u = 3; double w = 4; s = w + u; } else s = t;").Body.Ops.OfType<IfOp>().Single();
        Assert.Equal(["s", "u"], choice.Results.Select(value => value.Name).Order());
    }

    [Theory]
    [InlineData("double[] t = new double[3]; s = t[0];", "Scratch")]
    [InlineData("double[] t = new double[3]; s = Sum(t);", "Scratch")]
    [InlineData("double[] t = new double[3]; double[] u = t; s = Whole(u);", "Heap")]
    [InlineData("double[] t = new double[3]; Console.WriteLine(t);", "Heap")]
    [InlineData("double[] t = new double[3]; rows[0] = t;", "Heap")]
    [InlineData("double[] t = new double[3]; if (n0 > 1) t = null; if (t is null) s = 1;", "Heap")]
    [InlineData("Span<double> t = stackalloc double[3]; s = t[0];", "Stack")]
    public void MemoryThatLeavesTheMethodIsARealArray(string statements, string storage)
    {
        string callees = Mark + "double Sum(ReadOnlySpan<double> v) => v[0];" + Mark + "double Whole(double[] v) => v[0];";
        IrMethod method = Lowered.Verified(Lowered.All(Lowered.Compile(Lowered.Wrap(Source(statements) + callees)))[0].Result);
        Assert.Equal(storage, method.Body.Ops.OfType<AllocateOp>().Single().Storage.ToString());
    }

    [Fact]
    public void LinesHoldTheTextOfStatementsWithoutComments() =>
        Assert.Equal(["double s = 0;", "for (int i = 0; i < n0; i++)", "s += i;", "return s;"],
            Method("/* start */ for (int i = 0;\n i < n0; i++) // count\n { s  +=  i; }").Lines.ToArray());

    [Fact]
    public void EqualMethodsLowerToEqualIr() =>
        Assert.Equal(Method("for (int i = 0; i < n0; i++) s += a[i];"), Method("for (int i = 0; i < n0; i++)  s += a[i];  // the same"));

    private static IrMethod Method(string statements) => Lowered.Method(Source(statements));

    private static string Source(string statements) =>
        Mark + $"double F(double[] a, int n0, int[] p, double[][] rows) {{ double s = 0; {statements}\nreturn s; }}";
}
