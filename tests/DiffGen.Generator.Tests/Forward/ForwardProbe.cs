using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Tests.Interpretation;
using Xunit;

namespace DiffGen.Generator.Tests.Forward;

/// <summary>Runs a method's forward core and compares its tangents with differences of the method, and its values to the bit.</summary>
internal sealed class ForwardProbe
{
    private readonly IReadOnlyList<IrMethod> _methods;
    private readonly IrMethod _method;
    private readonly HashSet<int> _active;
    private readonly IReadOnlyList<CoreFunction> _cores;

    public ForwardProbe(IrMethod method, params IrMethod[] callees)
    {
        _method = method;
        _methods = [method, .. callees];
        var leaves = AbiLeaves.OfParameters(method.Signature);
        _active = Enumerable.Range(0, leaves.Length).Where(i => leaves[i].CarriesDerivative).ToHashSet();
        var results = AbiLeaves.OfResults(method.Signature);
        _cores = ForwardCalls.Build(new IrUnit(method, [.. callees]), _active, Enumerable.Range(0, results.Length).Where(i => results[i].CarriesDerivative).ToHashSet());
        foreach (var core in _cores)
            Assert.Equal([], IrVerifier.Verify(core.Parameters, core.Body, core.ResultTypes));
    }

    public CoreFunction Core => _cores[0];

    public IReadOnlyList<CoreFunction> Cores => _cores;

    /// <summary>Arguments are numbers, counts and arrays of numbers, all copied before each run.</summary>
    public void Check(params object[] arguments)
    {
        var random = new Random(1);
        object[] directions = arguments.Where((_, i) => _active.Contains(i)).Select(argument => Direction(argument, random)).ToArray();

        var (values, tangents) = RunCore(arguments, directions);
        Assert.Equal(RunPrimal(arguments, directions, 0), values);

        const double h = 1e-4;
        double[][] shifted = new[] { -2, -1, 1, 2 }.Select(k => RunPrimal(arguments, directions, k * h)).ToArray();
        for (int i = 0; i < tangents.Length; i++)
        {
            double difference = (shifted[0][i] - 8 * shifted[1][i] + 8 * shifted[2][i] - shifted[3][i]) / (12 * h);
            Assert.True(Math.Abs(difference - tangents[i]) <= 1e-7 * Math.Max(1, Math.Abs(difference)), $"tangent {i} is {tangents[i]}, differences give {difference}");
        }
    }

    private (double[] Values, double[] Tangents) RunCore(object[] arguments, object[] directions)
    {
        object?[] inputs = arguments.Concat(directions).Select(Fresh).ToArray();
        object?[] results = new IrInterpreter(_methods, _cores).Call(Core.Parameters, Core.Body, inputs);
        int count = AbiLeaves.OfResults(_method.Signature).Length;
        return (Numbers(results.Take(count).Concat(inputs.Take(arguments.Length).Where((_, i) => _active.Contains(i) && inputs[i] is Memory))),
            Numbers(results.Skip(count).Concat(inputs.Skip(arguments.Length).Where(input => input is Memory))));
    }

    private double[] RunPrimal(object[] arguments, object[] directions, double step)
    {
        var queue = new Queue<object>(directions);
        object?[] inputs = arguments.Select((argument, i) => Fresh(_active.Contains(i) ? Shift(argument, queue.Dequeue(), step) : argument)).ToArray();
        object?[] results = new IrInterpreter(_methods).Call(_method.Parameters, _method.Body, inputs);
        return Numbers(results.Concat(inputs.Where((input, i) => _active.Contains(i) && input is Memory)));
    }

    private static object? Fresh(object argument) => argument switch
    {
        double[] numbers => Memory.Of(numbers),
        double[][] rows => Memory.OfRows(rows.Select(row => Memory.Of(row)).ToArray()),
        _ => argument,
    };

    private static object Direction(object argument, Random random) => argument switch
    {
        double[] numbers => numbers.Select(_ => random.NextDouble() - 0.5).ToArray(),
        double[][] rows => rows.Select(row => (double[])Direction(row, random)).ToArray(),
        _ => random.NextDouble() - 0.5,
    };

    private static object Shift(object argument, object direction, double step) => (argument, direction) switch
    {
        (double[] x, double[] d) => x.Zip(d, (a, b) => a + step * b).ToArray(),
        (double[][] x, double[][] d) => x.Zip(d, (a, b) => (double[])Shift(a, b, step)).ToArray(),
        (double x, double d) => x + step * d,
        _ => throw new ArgumentException(argument.ToString()),
    };

    private static double[] Numbers(IEnumerable<object?> items) => items.SelectMany(item => item switch
    {
        double number => [number],
        Memory memory when memory.Count > 0 && memory[0, default] is Memory => Enumerable.Range(0, memory.Count).SelectMany(i => ((Memory)memory[i, default]!).Doubles),
        Memory memory => memory.Doubles,
        _ => Enumerable.Empty<double>(),
    }).ToArray();
}
