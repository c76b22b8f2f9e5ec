using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DiffGen.Generator.FrontEnd;

// Methods that are only called: their source is not here, or of no interest.
internal static partial class SignatureBuilder
{
    /// <summary>The signature of a method that has a rule, or null; then <paramref name="reason"/> says what is in the way.</summary>
    /// <param name="isDispatched">The object that it is called on takes the place of the source: its own companions serve.</param>
    public static IrSignature? OfCallee(IMethodSymbol method, SemanticModelCache models, out string reason, bool isDispatched = false)
    {
        reason = WhyNotCallee(method, models, isDispatched) ?? "";
        if (reason.Length > 0)
            return null;
        EquatableArray<IrParameter> parameters = method.Parameters.Select(parameter => Parameter(parameter, models)).ToEquatableArray();
        bool returnNoDerivative = method.GetReturnTypeAttributes().Any(attribute => KnownSymbols.Same(attribute.AttributeClass, models.Known.NoDerivative));
        bool isProperty = method.MethodKind == MethodKind.PropertyGet && method.Parameters.IsEmpty;
        return Place(method, models) with
        {
            Name = method.Name,
            CallExpression = CSharpText.StaticMember(isProperty ? method.AssociatedSymbol! : method) + CSharpText.TypeArguments(method),
            IsProperty = isProperty,
            Accessor = (method.AssociatedSymbol as IPropertySymbol)?.Name,
            Parameters = method.IsStatic ? parameters : parameters.Add(Receiver(method, models)),
            ReturnCSharpType = method.ReturnsVoid ? "void" : CSharpText.Type(method.ReturnType),
            ReturnType = method.ReturnsVoid ? null : models.Types.Map(method.ReturnType)!.Type,
            ReturnNoDerivative = returnNoDerivative,
        };
    }

    /// <summary>A signature that says no more than where a method's cores may stand.</summary>
    public static IrSignature Place(IMethodSymbol method, SemanticModelCache models)
    {
        INamedTypeSymbol container = method.ContainingType;
        string space = container.ContainingNamespace is { IsGlobalNamespace: false } named
            ? named.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted))
            : "";
        return new IrSignature(space, ContainingTypes(container), "internal", method.Name, CSharpText.StaticMember(method), default, "void", null, false, default, "",
            models.Compilation.Options is CSharpCompilationOptions { CheckOverflow: true });
    }

    private static string? WhyNotCallee(IMethodSymbol method, SemanticModelCache models, bool isDispatched)
    {
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
            return "it returns by reference";
        if (!method.ReturnsVoid && (models.Types.Map(method.ReturnType) is not { } returned || returned.Buffer is not null || ParameterChecks.HoldsBuffer(returned.Type)))
            return $"it returns '{CSharpText.Short(method.ReturnType)}'";
        if (!method.ReturnsVoid && ParameterChecks.LeadsToObjects(models.Types.Map(method.ReturnType)!.Type))
            return $"it returns '{CSharpText.Short(method.ReturnType)}'";
        if (!method.IsStatic && !isDispatched && models.Types.Map(method.ContainingType) is { } self && ParameterChecks.LeadsToObjects(self.Type))
            return $"objects of '{CSharpText.Short(method.ContainingType)}' hold numbers that a derivative can be taken by; mark these [NoDerivative]";
        if (!method.IsStatic && models.Types.Map(method.ContainingType) is null)
            return $"it is an instance member of '{CSharpText.Short(method.ContainingType)}', of which no value can be kept";
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            TypeShape? shape = models.Types.Map(parameter.Type);
            bool isUsable = shape is null
                ? !parameter.Type.IsRefLikeType && parameter.Type.TypeKind is not (TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error)
                : !ParameterChecks.HoldsBuffer(shape.Type) && !ParameterChecks.LeadsToObjects(shape.Type) && (shape.Buffer is null || parameter.RefKind is RefKind.None or RefKind.In);
            if (!isUsable)
                return $"its parameter '{parameter.Name}' has the type '{CSharpText.Short(parameter.Type)}'";
        }
        return null;
    }
}
