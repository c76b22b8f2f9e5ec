using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization;
using DiffGen.Generator.Tests.Interpretation;
using Xunit;

namespace DiffGen.Generator.Tests.Optimization;

/// <summary>On random methods, each pass alone and all together change no bit of a result or of memory, and no exception.</summary>
public class RandomMethodTests
{
    private const int Count = 250;

    private static readonly (double X, double Y, int N)[] s_points = [(0.7, 1.3, 2), (-1.1, -0.0, 0), (0, double.NaN, 1)];

    public static TheoryData<string> Passes => new(Optimizer.Passes.Append("all"));

    [Theory]
    [MemberData(nameof(Passes))]
    public void Passes_keep_what_a_method_computes(string pass)
    {
        int smaller = 0;
        for (int seed = 0; seed < Count; seed++)
        {
            var method = RandomMethod.Make(seed);
            Assert.Equal([], IrVerifier.Verify(method));
            var body = Optimizer.Run(method.Body, Only(pass));
            Assert.Equal([], IrVerifier.Verify(method.Parameters, body));
            smaller += OpShape.AllOps(body).Count() < OpShape.AllOps(method.Body).Count() ? 1 : 0;
            foreach (var point in s_points)
                Assert.True(Run(method.Parameters, method.Body, point) == Run(method.Parameters, body, point), $"seed {seed} at {point}:\n{IrPrinter.Print(method)}");
        }
        Assert.True(pass is not ("DeadCode" or "CommonSubexpressions" or "ControlSimplification" or "all") || smaller > Count / 2, $"only {smaller} became smaller");
    }

    [Fact]
    public void Passes_keep_what_a_forward_core_computes()
    {
        for (int seed = 0; seed < Count; seed++)
        {
            var method = RandomMethod.Make(seed);
            var core = ForwardCalls.Build(new IrUnit(method, default), new HashSet<int> { 0, 1, 3 }, new HashSet<int> { 0 })[0];
            Assert.Equal([], IrVerifier.Verify(core.Parameters, core.Body, core.ResultTypes));
            var optimised = Optimizer.Run(core, TransformOptions.Default);
            Assert.Equal([], IrVerifier.Verify(optimised.Parameters, optimised.Body, optimised.ResultTypes));
            foreach (var point in s_points)
            {
                string expected = Run(core.Parameters, core.Body, point, 0.3, -0.7);
                Assert.True(expected == Run(core.Parameters, optimised.Body, point, 0.3, -0.7), $"seed {seed} at {point}:\n{IrPrinter.Print(method)}");
                // What the method alone computes comes first.
                string primal = Run(method.Parameters, method.Body, point);
                Assert.True(expected.StartsWith(primal.Split('|')[0].TrimEnd()), $"seed {seed} at {point}: {primal} but {expected}\n{IrPrinter.Print(method)}");
            }
        }
    }

    private static TransformOptions Only(string pass) => TransformOptions.Default with
    {
        DisabledPasses = pass == "all" ? default : [.. Optimizer.Passes.Where(name => name != pass)],
    };

    private static string Run(IReadOnlyList<IrValue> parameters, Region body, (double X, double Y, int N) at, params double[] tangents)
    {
        var memory = Memory.Of(0.5, -1.5);
        object[] arguments = [at.X, at.Y, at.N, memory, .. tangents.Cast<object>(), .. tangents.Length > 0 ? [Memory.Of(0.1, 0.2)] : Array.Empty<object>()];
        string outcome;
        try
        {
            outcome = string.Join(" ", new IrInterpreter().Call(parameters, body, arguments).Select(Bits));
        }
        catch (Exception failure)
        {
            outcome = failure.GetType().Name;
        }
        return outcome + " | " + string.Join(" ", memory.Doubles.Select(number => Bits(number)));
    }

    private static string Bits(object? value) => value is double number && !double.IsNaN(number) ? BitConverter.DoubleToInt64Bits(number).ToString() : $"{value}";
}
