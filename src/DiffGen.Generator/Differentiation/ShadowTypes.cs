using System.Collections.Generic;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// The types of shadow references. They follow the primal's, but where a one-dimensional array comes from a parameter its tangent is a
/// span: all that can stand in its place are spans then, unless some of them must be arrays because rows are stored or arrays returned.
/// </summary>
internal sealed class ShadowTypes
{
    private readonly AliasClasses _aliases;
    private readonly HashSet<int> _spans = new();

    public ShadowTypes(IrMethod method, AliasClasses aliases)
    {
        _aliases = aliases;
        foreach (var parameter in method.Parameters)
        {
            if (IsPlainArray(parameter.Type))
                _spans.Add(aliases.ClassOf(parameter));
        }
        foreach (var op in OpShape.AllOps(method.Body))
        {
            if (op is StoreOp { Value.Type: BufferType } store)
                _spans.Remove(aliases.ClassOf(store.Value));
            foreach (var region in OpShape.Regions(op))
                KeepReturned(region.End);
        }
        KeepReturned(method.Body.End);
    }

    /// <summary>The type of the shadow of a reference.</summary>
    public BufferType Of(IrValue reference) => Of((BufferType)reference.Type, _aliases.ClassOf(reference));

    /// <summary>The type of the shadow of the references that a mutable local holds.</summary>
    public BufferType Of(Slot slot) => Of((BufferType)slot.Type, _aliases.ClassOf(slot));

    private BufferType Of(BufferType type, int memoryClass) =>
        IsPlainArray(type) && _spans.Contains(memoryClass) ? type with { Kind = BufferKind.Span } : type;

    private void KeepReturned(Terminator end)
    {
        if (end is not Break { Label: IrMethod.ReturnLabel } exit)
            return;
        foreach (var value in exit.Values)
        {
            if (value.Type is BufferType)
                _spans.Remove(_aliases.ClassOf(value));
        }
    }

    private static bool IsPlainArray(IrType type) => type is BufferType { Kind: BufferKind.Array, IsFlat: true };
}
