using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

/// <summary>A method with every method of the same compilation that it can reach by calls: all that its companions depend on.</summary>
/// <param name="Callees">The transitive closure over <see cref="CallOp.Callee"/>, sorted by key, without the root unless it is recursive.</param>
internal sealed record IrUnit(IrMethod Root, EquatableArray<IrMethod> Callees);
