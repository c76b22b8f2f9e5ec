using System;
using System.Text.Json;

namespace GradBench.Protocol;

/// <summary>A function at an input: everything is read and allocated, so that a run is the function alone.</summary>
/// <param name="Run">Evaluates it; the result is kept where <paramref name="Write"/> finds it.</param>
/// <param name="Write">Writes the result of the last run.</param>
public sealed record Evaluation(Action Run, Action<Utf8JsonWriter> Write)
{
    /// <summary>An evaluation whose result is a number.</summary>
    public static Evaluation OfNumber(Func<double> function)
    {
        double result = 0;
        return new(() => result = function(), writer => Output.Number(writer, result));
    }

    /// <summary>An evaluation that fills an array.</summary>
    public static Evaluation OfNumbers(double[] result, Action run) => new(run, writer => Output.Numbers(writer, result));
}
