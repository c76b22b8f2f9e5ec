using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// The parameters that <c>FGradientBatch</c> takes in the place of the method's own: a span with one element per input for each active one, the others
/// as they are, then the span that the values go to. Its destinations follow from them as those of a gradient do.
/// </summary>
internal static class BatchSignature
{
    /// <summary>As the signature of a method of that name.</summary>
    public static IrSignature Of(IrSignature signature, DifferentiableRequest request)
    {
        var names = new AbiNames();
        foreach (var parameter in signature.Parameters.Where(parameter => !parameter.IsReceiver))
            names.Reserve(parameter.Name);
        string name = names.Take("value");
        var values = new BufferType(signature.ReturnType!, BufferKind.Span);
        var parameters = signature.Parameters.Select((parameter, i) => request.ActiveParameters.Contains(i) ? PerInput(parameter) : parameter);
        return signature with
        {
            Parameters = [.. parameters, new IrParameter(name, AbiTypes.TextOf(values), values, ParameterMode.Value, NoDerivative: true, null, false, false)],
            ReturnCSharpType = "void",
            ReturnType = null,
            Requests = default,
        };
    }

    /// <summary>What is asked of it: all that was active is active still.</summary>
    public static DifferentiableRequest Request(DifferentiableRequest request) => request with { Derivatives = Abi.GradientFlag };

    /// <summary>Why a parameter cannot have one element per input, or null.</summary>
    public static string? WhyNot(IrParameter parameter, bool isActive) => parameter switch
    {
        { Mode: ParameterMode.Ref or ParameterMode.Out, IsReceiver: false } => "it is passed by reference: return what it becomes",
        _ when !isActive => null,
        { IsReceiver: true } => "it is the receiver: leave it out of Wrt, or make the method static",
        { Type: BufferType } or { Type: StructType { IsRecordClass: true } } => "it would be a whole buffer or object per input: hold it constant with Wrt or [NoDerivative], or pass its numbers in a struct",
        { Type: var type } when AbiTypes.NeedsWalk(type) => "it holds arrays or objects: pass its numbers as parameters of their own",
        _ => null,
    };

    /// <summary>
    /// What the core takes for a span of elements: the numbers that they consist of, where they lie one after the other, so that lanes reach them by a
    /// stride; else the span itself.
    /// </summary>
    public static BufferType InCore(BufferType span)
    {
        var leaves = ElementPaths.Of(span.Element).ToList();
        return span.Element is StructType structure && IsSequential(structure) && leaves.All(leaf => leaf.Type.IsFloat && leaf.Type == leaves[0].Type)
            ? span with { Element = leaves[0].Type }
            : span;
    }

    private static bool IsSequential(StructType type) => type.IsSequential && type.Fields.All(field => field.Type is not StructType inner || IsSequential(inner));

    private static IrParameter PerInput(IrParameter parameter) => parameter with
    {
        CSharpType = $"global::System.ReadOnlySpan<{parameter.CSharpType}>",
        Type = new BufferType(parameter.Type, BufferKind.ReadOnlySpan),
        Mode = ParameterMode.Value,
    };
}
