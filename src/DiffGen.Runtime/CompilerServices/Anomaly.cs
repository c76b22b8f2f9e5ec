using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DiffGen.CompilerServices;

/// <summary>Finds where NaN and infinities are born. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Anomaly
{
    /// <summary>The result is finite, or some operand is not: then it was born elsewhere.</summary>
    /// <exception cref="AnomalyException">The result alone is not finite.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(double result, string method, string sweep, string line, string operation, params ReadOnlySpan<double> operands)
    {
        if (!double.IsFinite(result))
            Report(result, method, sweep, line, operation, operands);
    }

    private static void Report(double result, string method, string sweep, string line, string operation, ReadOnlySpan<double> operands)
    {
        foreach (double operand in operands)
        {
            if (!double.IsFinite(operand))
                return;
        }
        Throw(result, method, sweep, line, operation, operands);
    }

    [DoesNotReturn]
    private static void Throw(double result, string method, string sweep, string line, string operation, ReadOnlySpan<double> operands)
        => throw new AnomalyException(method, sweep, line, operation, result, operands.ToArray());
}
