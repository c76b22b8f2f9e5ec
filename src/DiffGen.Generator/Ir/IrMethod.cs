using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

/// <summary>
/// A lowered method: the boundary between the compiler's world and ours, and the cache key. Equal methods yield equal companions.
/// </summary>
/// <param name="Key">Stable identity (documentation id of the method).</param>
/// <param name="Parameters">The declared parameters taken apart into leaves, in order: one value per scalar, opaque or buffer leaf. An <c>out</c> parameter has none.</param>
/// <param name="Body">Ends in <see cref="Break"/> to <see cref="ReturnLabel"/> on every path that returns. Returned values: the leaves of the return value,
/// then the final leaves of each <c>ref</c> and <c>out</c> parameter, in order.</param>
/// <param name="Lines">The text of the statements, without comments, that <c>Line</c> of operations points into.</param>
internal sealed record IrMethod(string Key, IrSignature Signature, EquatableArray<IrValue> Parameters, Region Body,
    EquatableArray<string> Lines, int NextId, int NextLabel)
{
    /// <summary>The label that returns from the method.</summary>
    public const int ReturnLabel = 0;

    /// <summary>Leaves records on the tape for another method, or takes them: what it gives depends on more than its arguments.</summary>
    public bool SharesRecords { get; init; }

    /// <summary>The derivative that the user has written; the body then only calls the method itself. Null for all others.</summary>
    public IrRule? Rule { get; init; }

    /// <summary>It has no body of its own, only overrides or implementations.</summary>
    public bool IsDeclaration { get; init; }

    /// <summary>Set where the method computes <c>J(x)ᵀw</c> of another one by a tape of its own.</summary>
    public AdjointOrigin? Origin { get; init; }

    /// <summary>Holds operations on the tape: its body belongs into no other one, and is not reversed as it stands.</summary>
    public bool IsSealed => SharesRecords || Origin is not null;
}

/// <summary>Modifiers of a declared parameter.</summary>
internal enum ParameterMode
{
    Value, In, Ref, Out,
}

/// <summary>A parameter as the user declared it.</summary>
/// <param name="CSharpType">Fully qualified type text, with nullable annotations removed.</param>
/// <param name="DefaultText">C# text of the default value, or null.</param>
/// <param name="NoDerivative">Marked <c>[NoDerivative]</c>.</param>
internal sealed record IrParameter(string Name, string CSharpType, IrType Type, ParameterMode Mode, bool NoDerivative, string? DefaultText, bool IsParams, bool IsScoped)
{
    /// <summary><c>this</c> of an instance method, which counts as its last parameter.</summary>
    public bool IsReceiver { get; init; }
}

/// <summary>A type that encloses the method, outermost first.</summary>
/// <param name="Declaration">The header without braces, such as <c>partial class Model&lt;T&gt;</c> or <c>partial record struct P</c>.</param>
internal sealed record ContainingType(string Declaration);

/// <summary>One <c>[Differentiable]</c> attribute.</summary>
/// <param name="NamePrefix">Prefix of the companions: the attribute's Name or the method's.</param>
/// <param name="Derivatives">The flags, resolved from the default.</param>
/// <param name="ActiveParameters">Indices of declared parameters that are active for these companions (Wrt, types, NoDerivative already applied).</param>
/// <param name="Fast">Arithmetic may be rearranged; null where the project decides.</param>
internal sealed record DifferentiableRequest(string NamePrefix, int Derivatives, EquatableArray<int> ActiveParameters, bool? Fast, bool Parallel, bool DetectAnomaly, bool Profile)
{
    /// <summary>Tells the tape types of overloads apart; empty where no other overload has one.</summary>
    public string TapeSuffix { get; init; } = "";
}

/// <summary>The C# face of a method.</summary>
/// <param name="Accessibility">C# text such as <c>public</c> or <c>protected internal</c>.</param>
/// <param name="CallExpression">What generated code calls to run the primal, such as <c>global::N.Model.Loss</c>.</param>
/// <param name="ReturnType">Null for <c>void</c>.</param>
/// <param name="ReturnNoDerivative">The return value is marked <c>[NoDerivative]</c>.</param>
/// <param name="ProjectIsChecked">The compilation's default for integer arithmetic is <c>checked</c>.</param>
internal sealed record IrSignature(string Namespace, EquatableArray<ContainingType> ContainingTypes, string Accessibility, string Name, string CallExpression,
    EquatableArray<IrParameter> Parameters, string ReturnCSharpType, IrType? ReturnType, bool ReturnNoDerivative,
    EquatableArray<DifferentiableRequest> Requests, string HintName, bool ProjectIsChecked)
{
    /// <summary>The name of the property or indexer that the method is an accessor of, or null.</summary>
    public string? Accessor { get; init; }

    /// <summary>How its companions are dispatched.</summary>
    public Dispatch Dispatch { get; init; }

    /// <summary>As what the derivative of the receiver is handed over, where companions are dispatched; else null.</summary>
    public DeclaredReceiver? DeclaredReceiver { get; init; }

    /// <summary>The getter of a static property: <see cref="CallExpression"/> is the whole call.</summary>
    public bool IsProperty { get; init; }

    /// <summary>C# text of the method's own type arguments, which follow <see cref="CallExpression"/> in a call.</summary>
    public string TypeArguments { get; init; } = "";

    /// <summary>C# text of the type parameters that the companions of a generic method declare.</summary>
    public string TypeParameters { get; init; } = "";

    /// <summary>C# text of the constraints that follow their parameters.</summary>
    public string Constraints { get; init; } = "";
}
