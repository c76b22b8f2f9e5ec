using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

// Operations that only the transforms make, never the front end.

/// <summary>Text for the reader of the generated code, printed as a line comment.</summary>
internal sealed record CommentOp(string Text) : Op;

/// <summary>Declares a mutable local that carries a value from the primal sweep to the reverse sweep; starts as zero.</summary>
internal sealed record SlotOp(Slot Slot) : Op;

/// <summary>Stores into a slot.</summary>
internal sealed record SetSlotOp(Slot Slot, IrValue Value) : Op;

/// <summary>Reads a slot.</summary>
internal sealed record GetSlotOp(IrValue Result, Slot Slot) : Op;

/// <summary>A mutable local. Identity is <paramref name="Id"/>, unique within a method.</summary>
internal sealed record Slot(int Id, IrType Type, string Name)
{
    public override int GetHashCode() => Id;
}

/// <summary>A block of the tape: <c>tape.Push&lt;T&gt;(count)</c>; the contents are undefined unless <paramref name="Zeroed"/>. Result: a span, of
/// scalars or (<c>tape.PushReferences&lt;T[]&gt;</c>) of array references.</summary>
/// <param name="Block">The same for the operation that takes the block off the tape again.</param>
internal sealed record TapePushOp(IrValue Result, IrValue Count, bool Zeroed, string Block) : Op;

/// <summary>Gives back the block pushed last: <c>tape.Pop&lt;T&gt;(count)</c>. The contents stay valid until the next push. Result: a span.</summary>
internal sealed record TapePopOp(IrValue Result, IrValue Count, string Block) : Op;

/// <summary>Marks the tape's workspace, from which <see cref="AllocateOp"/> of scratch storage takes memory: <c>int mark = tape.Mark();</c>.</summary>
internal sealed record ScratchMarkOp(IrValue Result) : Op;

/// <summary>Gives back all workspace taken since the mark: <c>tape.Release(mark);</c>. Blocks of the tape proper are not touched.</summary>
internal sealed record ScratchReleaseOp(IrValue Mark) : Op;

/// <summary><c>buffer[indices].path += value</c>: the accumulation of an adjoint.</summary>
internal sealed record AccumulateOp(IrValue Buffer, EquatableArray<IrValue> Indices, EquatableArray<string> Path, IrValue Value) : Op;
