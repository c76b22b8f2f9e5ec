using System.Linq;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Calls that carry no derivative whatever they are given: text, output, and methods that say so.</summary>
internal static class InactiveCalls
{
    public static bool Is(IMethodSymbol method) =>
        KnownSymbols.HasDiffGenAttribute(method, "NoDerivative")
        || method.ReturnType.SpecialType == SpecialType.System_String
        || method.ContainingType.SpecialType == SpecialType.System_String
        || IsOutput(method);

    // What a console or a trace gets does not come back.
    private static bool IsOutput(IMethodSymbol method) => method.ReturnsVoid && method.ContainingType switch
    {
        { Name: "Console", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => true,
        { Name: "Trace" or "Debug" } type => IsDiagnostics(type),
        _ => false,
    };

    private static bool IsDiagnostics(INamedTypeSymbol type) => type.ContainingNamespace is { Name: "Diagnostics", ContainingNamespace.Name: "System" };

    /// <summary>The compiler leaves the call out: its symbol is not defined.</summary>
    public static bool IsLeftOut(IInvocationOperation call) =>
        call.TargetMethod is { ReturnsVoid: true, ContainingType: { Name: "Debug" or "Trace" } type } && IsDiagnostics(type)
        && call.Syntax.SyntaxTree.Options is CSharpParseOptions options && !options.PreprocessorSymbolNames.Contains(type.Name.ToUpperInvariant());

    /// <summary>An assertion whose message is made only where it fails: the message is left out.</summary>
    public static bool TryAssert(LoweringContext context, IInvocationOperation call)
    {
        if (call.TargetMethod is not { Name: "Assert", ContainingType: { Name: "Debug" } type } || !IsDiagnostics(type) || !call.TargetMethod.Parameters.Any(parameter => parameter.RefKind != RefKind.None))
            return false;
        IrValue condition = Expressions.Value(context, call.Arguments.First(argument => argument.Parameter!.Ordinal == 0).Value);
        Foreign.Value(context, call, "global::System.Diagnostics.Debug.Assert({0})", [condition], isPure: false, stops: true);
        return true;
    }
}
