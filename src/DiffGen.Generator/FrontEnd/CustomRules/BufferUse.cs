using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.CustomRules;

/// <summary>Whether a method that is not lowered may write to an array or span that it is given.</summary>
internal static class BufferUse
{
    /// <summary>False only where every use of the parameter is one that reads.</summary>
    public static bool MayWrite(IOperation body, IParameterSymbol parameter) =>
        body.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Any(use => KnownSymbols.Same(use.Parameter, parameter) && !Reads(use));

    private static bool Reads(IParameterReferenceOperation use) => use.Parent switch
    {
        IPropertyReferenceOperation { Property: { IsIndexer: false, Name: "Length" or "LongLength" or "IsEmpty" } } => true,
        IPropertyReferenceOperation { Property.IsIndexer: true } element => IsValue(element),
        IArrayElementReferenceOperation element when element.ArrayReference == use => IsValue(element),
        IInvocationOperation { TargetMethod.Name: "GetLength" } => true,
        IConversionOperation conversion => IsReadOnly(conversion.Type) || conversion.Parent is IForEachLoopOperation loop && IsValueLoop(loop),
        IForEachLoopOperation loop => IsValueLoop(loop),
        _ => false,
    };

    private static bool IsValueLoop(IForEachLoopOperation loop) => loop.Locals.All(local => local.RefKind == RefKind.None);

    private static bool IsReadOnly(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "ReadOnlySpan", Arity: 1 };

    // An element of a jagged array is a row, which could be written to through its name.
    private static bool IsValue(IOperation element) => element.Type is not IArrayTypeSymbol && element.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target != element && !assignment.IsRefAssignment(),
        IIncrementOrDecrementOperation or IAddressOfOperation => false,
        IArgumentOperation argument => argument.Parameter is { RefKind: RefKind.None },
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol.RefKind == RefKind.None,
        IFieldReferenceOperation or IReturnOperation => element.Type is { IsValueType: true } && element.Parent is IReturnOperation,
        IInvocationOperation => false,
        _ => true,
    };

    private static bool IsRefAssignment(this IAssignmentOperation assignment) => assignment is ISimpleAssignmentOperation { IsRef: true };
}
