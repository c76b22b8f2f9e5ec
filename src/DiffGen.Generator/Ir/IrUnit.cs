using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

/// <summary>A method with every method of the same compilation that it can reach by calls: all that its companions depend on.</summary>
/// <param name="Callees">The transitive closure over <see cref="CallOp.Callee"/>, sorted by key, without the root unless it is recursive.</param>
internal sealed record IrUnit(IrMethod Root, EquatableArray<IrMethod> Callees)
{
    /// <summary>For a generic method, whose signature the root then has: the instances that its companions choose among.</summary>
    public EquatableArray<GenericChoice> Choices { get; init; }
}

/// <summary>One set of type arguments of a generic method.</summary>
/// <param name="Condition">C# text that is true for these type arguments.</param>
/// <param name="Suffix">Tells the companions of this instance from those of the others.</param>
internal sealed record GenericChoice(string Condition, string Suffix, IrUnit Unit);
