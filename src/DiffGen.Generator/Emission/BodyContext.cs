using System;
using System.Collections.Generic;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>What C# code says for a parameter of a printed body.</summary>
/// <param name="IsAssignable">A by-value parameter or a local, which later versions of the value may reuse.</param>
internal sealed record BodyParameter(IrValue Value, string Expression, bool IsAssignable);

/// <summary>How generated code calls what a <see cref="CallOp"/> names.</summary>
/// <param name="Method">C# text before the argument list.</param>
/// <param name="Trailing">Arguments after the operation's own, such as the tape.</param>
/// <param name="Signature">The declared face of the method where that is what is called: structs, <c>ref</c> and <c>out</c> parameters are put
/// together from leaves. Null where the parameters are the leaves themselves and several results come back as a tuple.</param>
internal sealed record CallTarget(string Method, EquatableArray<string> Trailing = default, IrSignature? Signature = null);

/// <summary>Everything that a body is printed with.</summary>
internal sealed class BodyContext
{
    public required IReadOnlyList<BodyParameter> Parameters { get; init; }

    /// <summary>How the expressions of the returned values are handed to the caller.</summary>
    public required Func<IReadOnlyList<string>, EntryEnd> FormatReturn { get; init; }

    public required NameAllocator Names { get; init; }

    /// <summary>Finds what a call calls.</summary>
    public required Func<CallOp, CallTarget> ResolveCall { get; init; }

    /// <summary>Members that the body needs beside it.</summary>
    public required FieldAccessors Accessors { get; init; }

    /// <summary>Name of the tape, or null in a function without one: its scratch memory is ordinary arrays.</summary>
    public string? Tape { get; init; }

    /// <summary>The compilation's default for integer arithmetic.</summary>
    public bool ProjectIsChecked { get; init; }
}
