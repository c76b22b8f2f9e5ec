using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Tests.Abi;

/// <summary>Signatures for tests, written down without a compilation.</summary>
internal static class Declared
{
    public static readonly StructType Point = new("global::Point", false,
        [Field("X", IrType.F64), Field("Y", IrType.F64), Field("Id", IrType.I32)], StructConstruction.Positional);

    public static readonly StructType Pair = new("(double A, float B)", true,
        [Field("A", IrType.F64), Field("B", IrType.F32)], StructConstruction.Tuple);

    public static BufferType Array(IrType element) => new(element, BufferKind.Array);

    public static BufferType Array2D(IrType element) => new(element, BufferKind.Array2D);

    public static BufferType Span(IrType element) => new(element, BufferKind.Span);

    public static BufferType ReadOnlySpan(IrType element) => new(element, BufferKind.ReadOnlySpan);

    public static IrParameter Parameter(string name, IrType type, ParameterMode mode = ParameterMode.Value, bool noDerivative = false, string? defaultText = null, bool isParams = false) =>
        new(name, AbiTypes.TextOf(type), type, mode, noDerivative, defaultText, isParams, false);

    public static IrSignature Method(IrType? returnType, params IrParameter[] parameters) =>
        new("", default, "public", "F", "global::T.F", new EquatableArray<IrParameter>(parameters),
            returnType is null ? "void" : AbiTypes.TextOf(returnType), returnType, false, default, "T.F.g.cs", false);

    public static DifferentiableRequest Request(IrSignature signature, int derivatives = 7) =>
        new("F", derivatives,
            signature.Parameters.Select((p, i) => (p, i)).Where(x => !x.p.NoDerivative && AbiTypes.IsActive(x.p.Type)).Select(x => x.i).ToEquatableArray(),
            false, false, false, false);

    /// <summary>The companions as C# would declare them, with <c>global::System.</c> left out.</summary>
    public static string[] Companions(IrSignature signature, int derivatives = 7) =>
        [.. Differentiation.Abi.Companions(signature, Request(signature, derivatives)).Select(Text)];

    private static string Text(Companion companion)
    {
        IEnumerable<string> parameters = companion.Parameters.Select(p =>
            (p.IsParams ? "params " : "") + (p.Mode == ParameterMode.Value ? "" : p.Mode.ToString().ToLowerInvariant() + " ")
            + $"{p.Type} {p.Name}" + (p.DefaultText is null ? "" : " = " + p.DefaultText));
        return $"{companion.ReturnType} {companion.Name}({string.Join(", ", parameters)})".Replace("global::System.", "").Replace("global::", "");
    }

    private static StructField Field(string name, IrType type) => new(name, name, type, true, true, false);
}
