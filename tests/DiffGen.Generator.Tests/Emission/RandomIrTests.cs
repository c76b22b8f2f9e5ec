using System;
using System.Linq;
using System.Runtime.CompilerServices;
using DiffGen.Generator.Ir;
using Xunit;

namespace DiffGen.Generator.Tests.Emission;

/// <summary>Printed code does what the interpreter of the IR does, on random IR: results, exceptions, and what is left in the buffers.</summary>
public class RandomIrTests
{
    private delegate (double, int) Method(double x, double y, int n, double[] a, double[] b);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void PrintedCodeComputesTheSame(int batch)
    {
        const int Count = 150;
        var printed = new Printed();
        var programs = Enumerable.Range(0, Count).Select(i => new RandomIr(1000 * batch + i, 12 + i)).ToArray();
        for (int i = 0; i < Count; i++)
            printed.Add("F" + i, programs[i].Parameters, programs[i].Body, [IrType.F64, IrType.I32]);
        using var run = printed.Compile();
        int returned = 0;
        for (int i = 0; i < Count; i++)
        {
            var method = run.Delegate<Method>("Code", "F" + i);
            for (int n = -1; n < 3; n++)
            {
                double[] a = [1, -2, 0.5], b = [3, 0, -1], a2 = [.. a], b2 = [.. b];
                string expected = Outcome(() =>
                {
                    object[] results = IrInterpreter.Run(programs[i].Parameters, programs[i].Body, [1.25, -0.75, n, a, b]);
                    return (ITuple)((double)results[0], (int)results[1]);
                });
                returned += expected.Contains(' ') ? 1 : 0;
                string actual = Outcome(() => method(1.25, -0.75, n, a2, b2));
                string Show(double[] values) => string.Join(" ", values);
                if (expected != actual || Show(a) != Show(a2) || Show(b) != Show(b2))
                {
                    Assert.Fail($"seed {1000 * batch + i}, n = {n}: expected {expected} [{Show(a)}] [{Show(b)}] but got {actual} [{Show(a2)}] [{Show(b2)}]\n"
                        + IrPrinter.Print(programs[i].Body) + "\n" + new Printed().Add("F", programs[i].Parameters, programs[i].Body, [IrType.F64, IrType.I32]).Text);
                }
            }
        }
        Assert.True(returned > 2 * Count, $"only {returned} runs returned");
    }

    private static string Outcome(Func<ITuple> run)
    {
        try
        {
            ITuple results = run();
            return $"{results[0]:R} {results[1]}";
        }
        catch (Exception e) when (e is IndexOutOfRangeException or DivideByZeroException or ArgumentException)
        {
            return e.GetType().Name;
        }
    }
}
