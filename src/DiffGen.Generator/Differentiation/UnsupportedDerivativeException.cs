using System;

namespace DiffGen.Generator.Differentiation;

/// <summary>A method that lowers well but that a transform cannot differentiate; becomes a diagnostic at the expression.</summary>
internal sealed class UnsupportedDerivativeException : Exception
{
    public UnsupportedDerivativeException(int ordinal, string reason) : base(reason) => Ordinal = ordinal;

    /// <summary>Names the expression in the method's table of spans; −1 where only the method is known.</summary>
    public int Ordinal { get; }
}
