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

/// <summary>A block of the tape: <c>tape.Push&lt;T&gt;(count)</c>; the contents are undefined unless <paramref name="Zeroed"/>. Result: a span.</summary>
internal sealed record TapePushOp(IrValue Result, IrValue Count, bool Zeroed) : Op;

/// <summary>Gives back the block pushed last: <c>tape.Pop&lt;T&gt;(count)</c>. The contents stay valid until the next push. Result: a span.</summary>
internal sealed record TapePopOp(IrValue Result, IrValue Count) : Op;

/// <summary>Keeps an array reference on the tape.</summary>
internal sealed record TapePushReferenceOp(IrValue Value) : Op;

/// <summary>Takes back the reference pushed last.</summary>
internal sealed record TapePopReferenceOp(IrValue Result) : Op;

/// <summary><c>buffer[indices].path += value</c>: the accumulation of an adjoint.</summary>
internal sealed record AccumulateOp(IrValue Buffer, EquatableArray<IrValue> Indices, EquatableArray<string> Path, IrValue Value) : Op;
