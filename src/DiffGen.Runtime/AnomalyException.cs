using System;
using System.Globalization;
using System.Linq;

namespace DiffGen;

/// <summary>
/// A companion made with <see cref="DifferentiableAttribute.DetectAnomaly"/> has computed a number that is NaN or infinite from numbers that
/// are not. Destinations may have been written to in part.
/// </summary>
/// <param name="method">The differentiated method.</param>
/// <param name="sweep">Which computation it was: of values, of tangents or of adjoints.</param>
/// <param name="line">The statement of the method that the computation belongs to, as it is written there; empty where there is none.</param>
/// <param name="operation">The operation, with names where values have names.</param>
/// <param name="result">NaN or infinity.</param>
/// <param name="operands">The finite numbers that it was computed from.</param>
public sealed class AnomalyException(string method, string sweep, string line, string operation, double result, double[] operands)
    : ArithmeticException(Describe(method, sweep, line, operation, result, operands))
{
    /// <summary>The differentiated method.</summary>
    public string Method { get; } = method;

    /// <summary>Which computation it was: of values, of tangents or of adjoints.</summary>
    public string Sweep { get; } = sweep;

    /// <summary>The statement of the method that the computation belongs to; empty where there is none.</summary>
    public string Line { get; } = line;

    /// <summary>The operation.</summary>
    public string Operation { get; } = operation;

    /// <summary>NaN or infinity.</summary>
    public double Result { get; } = result;

    /// <summary>The finite numbers that it was computed from, in the order in which the operation names them.</summary>
    public double[] Operands { get; } = operands;

    private static string Describe(string method, string sweep, string line, string operation, double result, double[] operands)
    {
        string place = line.Length == 0 ? "" : $" of '{line}'";
        string numbers = string.Join(", ", operands.Select(operand => operand.ToString("R", CultureInfo.InvariantCulture)));
        return string.Create(CultureInfo.InvariantCulture, $"{method}: {result:R} arises {sweep}{place}: {operation}, with {numbers}.");
    }
}
