using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.CustomRules;

/// <summary>Whether a method that is not lowered may write to an array or span that it is given.</summary>
internal sealed class BufferUse
{
    private readonly SemanticModelCache _models;
    private readonly HashSet<IParameterSymbol> _visited = new(SymbolEqualityComparer.Default);

    private BufferUse(SemanticModelCache models) => _models = models;

    /// <summary>The first use of the parameter that is not known to read only; null where every use reads.</summary>
    /// <param name="body">The body of the parameter's method.</param>
    /// <param name="parameter">An array or span.</param>
    /// <param name="models">Finds the bodies of methods that the parameter is handed on to.</param>
    public static IOperation? FirstWrite(IOperation body, IParameterSymbol parameter, SemanticModelCache models) => new BufferUse(models).FirstWrite(body, parameter);

    private IOperation? FirstWrite(IOperation body, IParameterSymbol parameter)
    {
        _visited.Add(parameter);
        return body.DescendantsAndSelf().OfType<IParameterReferenceOperation>().FirstOrDefault(use => KnownSymbols.Same(use.Parameter, parameter) && !Reads(use));
    }

    private bool Reads(IOperation use) => use.Parent switch
    {
        IPropertyReferenceOperation { Property: { IsIndexer: false, Name: "Length" or "LongLength" or "IsEmpty" } } => true,
        IPropertyReferenceOperation { Property.IsIndexer: true } element when element.Instance == use => IsElementRead(element),
        IArrayElementReferenceOperation element when element.ArrayReference == use => IsElementRead(element),
        IInvocationOperation { TargetMethod.Name: "GetLength" } call => call.Instance == use,
        IInvocationOperation { TargetMethod: { Name: "CopyTo" or "TryCopyTo" or "ToArray" or "Clone" } method } call => call.Instance == use && IsCopiedWhole(use.Type, method),
        IConversionOperation conversion => IsReadOnly(conversion.Type) || conversion.Parent is IForEachLoopOperation or IArgumentOperation && Reads(conversion),
        IForEachLoopOperation loop => loop.Locals.All(local => local.RefKind == RefKind.None && local.Type.IsUnmanagedType),
        IArgumentOperation { Parameter: { RefKind: RefKind.None } parameter, Parent: IInvocationOperation { IsVirtual: false } } => ReadsOnly(parameter.OriginalDefinition),
        _ => false,
    };

    // The method that the buffer is handed on to.
    private bool ReadsOnly(IParameterSymbol parameter)
    {
        if (IsReadOnly(parameter.Type) || _visited.Contains(parameter))
            return true;
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return false;
        method = method.PartialImplementationPart ?? method;
        return MethodBody.Get(method, _models) is { } body && FirstWrite(body, method.Parameters[parameter.Ordinal]) is null;
    }

    private static bool IsReadOnly(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "ReadOnlySpan", Arity: 1 };

    // The rows of a jagged array would be shared by the copy.
    private static bool IsCopiedWhole(ITypeSymbol? type, IMethodSymbol method) =>
        !method.IsExtensionMethod && (type is IArrayTypeSymbol array ? array.ElementType : (type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault()) is { IsUnmanagedType: true };

    // An element that holds references, such as a row of a jagged array, could be written to through its name.
    private static bool IsElementRead(IOperation element) => element.Type is { IsUnmanagedType: true } && IsValue(element);

    // Names what takes the value of an element or of a part of it; everything else may be a place to write to.
    private static bool IsValue(IOperation element) => !IsReference(element.Syntax) && element.Parent switch
    {
        IDeconstructionAssignmentOperation assignment => assignment.Value == element && element.Type is { IsTupleType: true },
        IAssignmentOperation assignment => assignment.Value == element,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol.RefKind == RefKind.None,
        IArgumentOperation argument => argument.Parameter is { RefKind: RefKind.None },
        IConversionOperation { Type: { IsRefLikeType: false } } conversion => IsValue(conversion),
        ITupleOperation tuple => IsValue(tuple),
        IConditionalOperation choice => choice.Condition == element || IsValue(choice),
        IFieldReferenceOperation field => field.Instance == element && IsValue(field),
        IPropertyReferenceOperation { Property: { RefKind: RefKind.None, GetMethod.IsReadOnly: true } } property => property.Instance == element && IsValue(property),
        IInvocationOperation { TargetMethod: { RefKind: RefKind.None, IsReadOnly: true } } call => call.Instance == element,
        IArrayElementReferenceOperation array => array.ArrayReference != element,
        IBinaryOperation or IUnaryOperation or ITupleBinaryOperation or IReturnOperation or IIsPatternOperation => true,
        ISwitchExpressionOperation or ISwitchExpressionArmOperation or IWithOperation => true,
        IArrayCreationOperation or IArrayInitializerOperation or ICollectionExpressionOperation => true,
        _ => false,
    };

    // After the word ref an element is a place, wherever it stands.
    private static bool IsReference(SyntaxNode syntax)
    {
        while (syntax.Parent is ParenthesizedExpressionSyntax parenthesized)
            syntax = parenthesized;
        return syntax.Parent is RefExpressionSyntax;
    }
}
