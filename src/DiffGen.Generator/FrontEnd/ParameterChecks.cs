using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd;

/// <summary>Whether a parameter's type is one that derivatives can be handed through.</summary>
internal static class ParameterChecks
{
    public static void Check(IParameterSymbol parameter, SemanticModelCache models, EquatableArray<DifferentiableRequest> requests, List<Finding> findings)
    {
        string type = CSharpText.Short(parameter.Type);
        Location location = parameter.Locations.FirstOrDefault() ?? Location.None;
        bool isHeldConstant = models.Known.IsNoDerivative(parameter) || (requests.Length > 0 && HasWrt(parameter, models));
        if (models.Types.Map(parameter.Type) is not { } shape)
        {
            if (!isHeldConstant || parameter.Type.TypeKind is TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error || parameter.Type.IsRefLikeType)
                findings.Add(Finding.At(DiagnosticIds.ParameterType, location, parameter.Name, type, models.Types.WhyNot(parameter.Type)));
            return;
        }
        if (parameter.Type.IsRefLikeType && shape is StructShape)
            findings.Add(Finding.At(DiagnosticIds.ParameterType, location, parameter.Name, type, "it is a ref struct, whose derivative no tuple can hold: pass its parts"));
        else if (HoldsBuffer(shape.Type) && (parameter.RefKind is not (RefKind.None or RefKind.In) || shape.Type is BufferType))
            findings.Add(Finding.At(DiagnosticIds.BufferInStruct, location, parameter.Name, type));
        else if (shape.Type is BufferType && parameter.RefKind is not (RefKind.None or RefKind.In))
            findings.Add(Finding.At(DiagnosticIds.ParameterType, location, parameter.Name, type, "a ref or out parameter cannot be an array, span or object"));
        else if (shape.Type is OpaqueType && !isHeldConstant && MayHoldDerivative(parameter.Type, models, 0))
            findings.Add(Finding.At(DiagnosticIds.ParameterType, location, parameter.Name, type, "its numbers cannot be reached"));
    }

    // Wrt names the active parameters; what it leaves out is held constant.
    private static bool HasWrt(IParameterSymbol parameter, SemanticModelCache models) =>
        parameter.ContainingSymbol.GetAttributes().Where(attribute => KnownSymbols.Same(attribute.AttributeClass, models.Known.Differentiable))
            .All(attribute => attribute.NamedArguments.Any(argument => argument.Key == "Wrt" && !argument.Value.IsNull));

    /// <summary>A struct with an array or span in it, or a buffer of such structs.</summary>
    public static bool HoldsBuffer(IrType type) => type switch
    {
        StructType structure => structure.Fields.Any(field => field.Type is BufferType || HoldsBuffer(field.Type)),
        BufferType { IsObject: true } => false,
        BufferType buffer => HoldsBuffer(buffer.Element),
        _ => false,
    };

    /// <summary>An object, an array of objects, or a struct with references in it.</summary>
    public static bool LeadsToObjects(IrType type) => Differentiation.AbiTypes.NeedsWalk(type);

    /// <summary>A value of the type may lead to numbers with a derivative: a class with such fields, a collection of floats, a delegate.</summary>
    public static bool MayHoldDerivative(ITypeSymbol type, SemanticModelCache models, int depth)
    {
        if (models.Types.Map(type) is not { Type: OpaqueType })
            return models.Types.Map(type) is not { } shape || SignatureBuilder.Carries(shape.Type);
        if (type is not INamedTypeSymbol named || depth > 3 || type.SpecialType != SpecialType.None || type.TypeKind == TypeKind.Enum)
            return false;
        if (named.TypeArguments.Any(argument => argument.TypeKind != TypeKind.TypeParameter && MayHoldDerivative(argument, models, depth + 1)))
            return true;
        if (named.DelegateInvokeMethod is { } invoke)
            return !invoke.ReturnsVoid && MayHoldDerivative(invoke.ReturnType, models, depth + 1);
        if (named.DeclaringSyntaxReferences.IsEmpty)
            return false;
        for (INamedTypeSymbol? current = named; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IFieldSymbol { IsStatic: false, IsConst: false } field && !models.Known.IsNoDerivative((ISymbol?)field.AssociatedSymbol ?? field)
                    && !SymbolEqualityComparer.Default.Equals(field.Type, type) && MayHoldDerivative(field.Type, models, depth + 1))
                    return true;
            }
        }
        return false;
    }
}
