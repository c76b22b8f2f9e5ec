using System.Linq;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Which operations may go when nothing uses their results. The rule: a companion throws what the primal throws, so whatever can throw stays,
/// unless the facts show that it does not throw here. Effects stay anyway.
/// </summary>
internal sealed class Removability(AccessFacts facts)
{
    public bool CanGo(Op op) => op switch
    {
        ConstantOp or StaticBufferOp or SelectOp or GetSlotOp or CommentOp => true,
        ApplyOp o => !CanThrow(o),
        LoadOp o => o.IsShadow || facts.IsSafe(o) || facts.IsShadow(o.Buffer),
        // Only rows of jagged arrays can be null here: arguments are checked on entry.
        LengthOp o => !facts.IsRow(o.Buffer) || facts.IsShadow(o.Buffer),
        SliceOp o => o.IsShadow || o is { Start: null, Length: null } || facts.IsShadow(o.Buffer),
        ForeignOp o => o is { IsPure: true, IsTotal: true },
        AllocateOp o => o.IsShadow || o.Sizes.All(IsSize),
        _ => false,
    };

    private bool CanThrow(ApplyOp op)
    {
        if (op.Result.Type.IsInteger || op.Checked)
        {
            return op.Checked
                || op.Primitive is "div" or "rem" && !(facts.ConstantOf(op.Arguments[1]) is { Bits: not (0 or -1) })
                || PrimitiveTable.Find(op.Primitive) is { MayThrow: true };
        }
        if (PrimitiveTable.Find(op.Primitive) is not { MayThrow: true } primitive)
            return false;
        return primitive.Method switch
        {
            "Clamp" or "ClampNative" => !(facts.ConstantOf(op.Arguments[1]) is { } low && facts.ConstantOf(op.Arguments[2]) is { } high && low.AsDouble <= high.AsDouble),
            "Round" => !(op.Arguments.Length == 2 && facts.ConstantOf(op.Arguments[1]) is { Kind: ScalarKind.I32, Bits: >= 0 and <= 6 }),
            _ => true,
        };
    }

    private bool IsSize(IrValue value) => facts.IsLength(value) || facts.ConstantOf(value) is { Bits: >= 0 };
}
