using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

/// <summary>One operation of a region.</summary>
/// <remarks><c>Line</c> is an index into <see cref="IrMethod.Lines"/> (−1: none); <c>Ordinal</c> names the source expression in the
/// span table that travels beside the IR (−1: none), so that findings made past the equatable boundary have a place.</remarks>
internal abstract record Op
{
    public int Line { get; init; } = -1;

    public int Ordinal { get; init; } = -1;
}

/// <summary>A literal. Floating-point constants compare by bits.</summary>
internal sealed record ConstantOp(IrValue Result, Constant Value) : Op;

/// <summary>A pure scalar operation: <paramref name="Primitive"/> names a row of the primitive table (<c>add</c>, <c>sin</c>, <c>convert</c>, …).</summary>
/// <param name="Checked">C# <c>checked</c> arithmetic or conversion on integers.</param>
internal sealed record ApplyOp(IrValue Result, string Primitive, EquatableArray<IrValue> Arguments, bool Checked = false) : Op
{
    /// <summary>A sum of contributions to a derivative: their order is free.</summary>
    public bool IsAnyOrder { get; init; }
}

/// <summary>
/// C# that the IR does not look into: a call, a property or a static field. No derivative flows through it. It is an error when an
/// argument is varied, unless <paramref name="StopsDerivative"/>.
/// </summary>
/// <param name="Template">C# expression with <c>{0}</c>, <c>{1}</c>, … for the arguments.</param>
/// <param name="IsPure">Known to have no effects and to depend on its arguments alone; otherwise it runs exactly once, in order.</param>
/// <param name="Results">None for a statement; one for a value.</param>
/// <param name="Accessible">False if only code in the declaring type can say it.</param>
internal sealed record ForeignOp(EquatableArray<IrValue> Results, string Template, EquatableArray<IrValue> Arguments,
    bool IsPure, bool StopsDerivative, bool Accessible) : Op
{
    /// <summary>Never throws, so that it may go where nothing uses its result.</summary>
    public bool IsTotal { get; init; }

    /// <summary>Throws for some arguments in the way of a guard, so that it runs though nothing uses its result.</summary>
    public bool IsGuard { get; init; }
}

/// <summary>A read-only constant table: a static readonly array, or a span over static data. Never written, never active.</summary>
internal sealed record StaticBufferOp(IrValue Result, string Expression, bool Accessible) : Op;

/// <summary>Reads one scalar: <c>buffer[indices].path</c>. A result of buffer type is a row of a jagged array.</summary>
internal sealed record LoadOp(IrValue Result, IrValue Buffer, EquatableArray<IrValue> Indices, EquatableArray<string> Path) : Op
{
    /// <summary>Reads a tangent, behind the read of what it belongs to: never throws first.</summary>
    public bool IsShadow { get; init; }
}

/// <summary>Writes one scalar: <c>buffer[indices].path = value</c>. A value of buffer type stores a row reference into a jagged array.</summary>
internal sealed record StoreOp(IrValue Buffer, EquatableArray<IrValue> Indices, EquatableArray<string> Path, IrValue Value) : Op;

/// <summary>The length of a dimension (<c>a.Length</c>, <c>a.GetLength(1)</c>); dimension −1 is the whole count of a <c>T[,]</c>.</summary>
internal sealed record LengthOp(IrValue Result, IrValue Buffer, int Dimension) : Op;

/// <summary>A view of part of a 1-D buffer. Without start and length, the whole buffer as another kind (array to span, span to read-only span).</summary>
/// <param name="StopsDerivative">The view of <c>Diff.StopGradient(buffer)</c>: same memory, no derivative.</param>
internal sealed record SliceOp(IrValue Result, IrValue Buffer, IrValue? Start, IrValue? Length, bool StopsDerivative = false) : Op
{
    /// <summary>A part of memory of tangents, behind the same part of what it belongs to: never throws first.</summary>
    public bool IsShadow { get; init; }
}

/// <summary>Where memory made by the method lives.</summary>
internal enum Storage
{
    /// <summary>May be taken from the tape's arena (the reference never leaves the method), as a span.</summary>
    Scratch,

    /// <summary>A real C# array: it is returned, stored in a jagged array, or seen by foreign code.</summary>
    Heap,

    /// <summary><c>stackalloc</c>.</summary>
    Stack,

    /// <summary>A real C# array that the tape lends until the core has run: nobody knows it after that.</summary>
    Lent,
}

/// <summary>
/// New memory of the given sizes (one per dimension), zeroed. For an object there are no sizes, or one reference to an object whose shape the new one
/// has, with all that it leads to.
/// </summary>
internal sealed record AllocateOp(IrValue Result, EquatableArray<IrValue> Sizes, Storage Storage) : Op
{
    /// <summary>Holds the derivatives of other memory of the same shape, and is accessed only where that was, or values that the reverse sweep needs: an
    /// access to it never throws first.</summary>
    public bool IsShadow { get; init; }

    /// <summary>Every element is written before it is read: what was there before need not be cleared.</summary>
    public bool IsFilled { get; init; }

    /// <summary>Labels of loops between whose iterations nothing goes through this memory, though all of them use it.</summary>
    public EquatableArray<int> PrivateTo { get; init; }
}

/// <summary>
/// Sets every element (of all its leaves) of a 1-D buffer to one value per leaf; <c>Clear</c> is a fill with zeros. For an object there are no leaves:
/// all active numbers that it leads to are set to zero; a null reference leads to none.
/// </summary>
internal sealed record FillOp(IrValue Buffer, EquatableArray<IrValue> Leaves) : Op;

/// <summary><c>source.CopyTo(destination)</c>: throws <c>ArgumentException</c> when the destination is shorter; overlap allowed.</summary>
internal sealed record CopyOp(IrValue Source, IrValue Destination) : Op;

/// <summary>Chooses between two references or scalars without evaluating code: both operands exist already.</summary>
internal sealed record SelectOp(IrValue Result, IrValue Condition, IrValue WhenTrue, IrValue WhenFalse) : Op
{
    /// <summary>
    /// A contribution to a derivative that is zero where its factors are: the condition says that they are zero, though the formula, where the partial
    /// derivative is infinite, does not. Differentiated again, the formula counts unless the factors' derivatives are zero too.
    /// </summary>
    public bool IsStrongZero { get; init; }
}

/// <summary>Which lowering of a callee is called.</summary>
internal enum CallKind
{
    /// <summary>The user's method: results are the return leaves, then the leaves of <c>ref</c>/<c>out</c> parameters.</summary>
    Primal,

    /// <summary>Values and tangents in one pass.</summary>
    Jvp,

    /// <summary>The primal, leaving on the tape what the pullback needs.</summary>
    Forward,

    /// <summary>Takes from the tape what Forward left; cotangents in, adjoints of scalar arguments out, buffers accumulate.</summary>
    Pullback,

    /// <summary>The primal and the pullback at once: arguments, then cotangents, then destinations.</summary>
    Joint,
}

/// <summary>
/// A call of a differentiable method. Arguments follow the callee's flattened parameters (see <see cref="IrMethod.Parameters"/>).
/// </summary>
/// <param name="Callee">The callee's <see cref="IrMethod.Key"/>.</param>
/// <param name="Variant">For other kinds than Primal: which parameters are active and stable, see the call plan; empty for Primal.</param>
internal sealed record CallOp(EquatableArray<IrValue> Results, string Callee, CallKind Kind, EquatableArray<IrValue> Arguments, string Variant = "") : Op;

/// <summary>Runs one of two regions; each completes with <see cref="Yield"/> (its values are the results) or leaves.</summary>
internal sealed record IfOp(EquatableArray<IrValue> Results, IrValue Condition, Region Then, Region Else) : Op;

/// <summary>A region that <see cref="Break"/> with its label can leave early, from any depth; completing it with <see cref="Yield"/> is the last exit.</summary>
internal sealed record BlockOp(EquatableArray<IrValue> Results, int Label, Region Body) : Op;

/// <summary>
/// A counted loop: <paramref name="Induction"/> runs from <paramref name="Start"/> by the constant <paramref name="Step"/> (positive or negative) while it is
/// below (above, for a negative step) <paramref name="End"/>, or equal if <paramref name="Inclusive"/>. Bounds are evaluated once; the body does not assign the induction value.
/// Carried values: <paramref name="Initial"/> bind the body's parameters at first; the body's Yield or Continue rebinds them; at exhaustion they are the results;
/// <see cref="Break"/> gives the results directly. Results, Initial and Body.Parameters match one to one.
/// </summary>
internal sealed record ForOp(EquatableArray<IrValue> Results, int Label, IrValue Induction, IrValue Start, IrValue End, long Step, bool Inclusive,
    EquatableArray<IrValue> Initial, Region Body) : Op
{
    /// <summary>Label of an earlier loop all of which this one does again, with the same results first, beside what it adds; −1: none.</summary>
    public int Repeats { get; init; } = -1;

    /// <summary>Finds a maximum or minimum and says where, and whether it was shared: then nothing else that it found is looked at.</summary>
    public bool FindsExtreme { get; init; }
}

/// <summary>
/// Any other loop: runs its body until a <see cref="Break"/>. <c>while (c) b</c> is a body that starts with <c>if (!c) break</c>.
/// Results, Initial and Body.Parameters match one to one.
/// </summary>
internal sealed record LoopOp(EquatableArray<IrValue> Results, int Label, EquatableArray<IrValue> Initial, Region Body) : Op
{
    /// <summary>As for <see cref="ForOp.Repeats"/>.</summary>
    public int Repeats { get; init; } = -1;
}
