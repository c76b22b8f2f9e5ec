using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

/// <summary>A list of operations that ends in one terminator. Values defined in it are visible in it and in nested regions only.</summary>
/// <param name="Parameters">Values that the owning operation binds on entry (the loop-carried values of a loop body).</param>
internal sealed record Region(EquatableArray<IrValue> Parameters, EquatableArray<Op> Ops, Terminator End);

/// <summary>How control leaves a region.</summary>
internal abstract record Terminator(int Line);

/// <summary>The region completes; its values become the results of the owning <see cref="IfOp"/> or <see cref="BlockOp"/>,
/// or the next iteration's carried values of a loop.</summary>
internal sealed record Yield(EquatableArray<IrValue> Values) : Terminator(-1);

/// <summary>Leaves the enclosing <see cref="BlockOp"/> or loop with that label; the values become its results.
/// Label <see cref="IrMethod.ReturnLabel"/> returns from the method.</summary>
internal sealed record Break(int Label, EquatableArray<IrValue> Values, int Line) : Terminator(Line);

/// <summary>Starts the next iteration of the enclosing loop with that label (from a region nested inside its body).</summary>
internal sealed record Continue(int Label, EquatableArray<IrValue> Values, int Line) : Terminator(Line);

/// <summary>A guard: throws. <paramref name="Template"/> is a C# expression for the exception with <c>{0}</c>, <c>{1}</c> for the arguments.</summary>
internal sealed record Throw(string Template, EquatableArray<IrValue> Arguments, int Line, int Ordinal) : Terminator(Line);

/// <summary>The end of a region that control never reaches: its last operation leaves on every path.</summary>
internal sealed record Unreachable() : Terminator(-1);
