using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiffGen.Generator.FrontEnd;

/// <summary>Reads classes and structs that are marked <c>[Differentiable]</c>.</summary>
internal static class VectorTypes
{
    private static readonly string[] Operations = ["Zero", "Add", "Scale", "Dot"];

    /// <summary>What is generated into the type, or else the finding that says why nothing is.</summary>
    public static (VectorType? Type, Finding? Finding) Read(INamedTypeSymbol type, SemanticModelCache models)
    {
        Location location = type.Locations.FirstOrDefault() ?? Location.None;
        string name = CSharpText.Short(type);
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (!outer.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)))
                return (null, Finding.At(DiagnosticIds.ContainingTypeNotPartial, location, CSharpText.Short(outer), name));
        }
        string? reason = type.IsGenericType ? "it is generic"
            : type.IsStatic || type.IsRefLikeType ? "it has no instances that could be kept"
            : type.IsFileLocal ? "it is file-local"
            : type.IsReadOnly || type is { IsRecord: true, IsReferenceType: true } && models.Types.Map(type) is StructShape ? "its instances cannot be changed"
            : models.Types.Map(type) is not { } mapped ? models.Types.WhyNot(type)
            : mapped is not (StructShape or ObjectShape) || !SignatureBuilder.Carries(mapped.Type) ? "it has no member that carries a derivative"
            : null;
        if (reason is not null)
            return (null, Finding.At(DiagnosticIds.VectorType, location, name, reason));
        TypeShape shape = models.Types.Map(type)!;
        StructType structure = (shape.Type as StructType ?? (StructType)((BufferType)shape.Type).Element) with { IsOpen = false };
        EquatableArray<string> own = Operations.Where(operation => type.GetMembers(operation).Any()).ToEquatableArray();
        string hint = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)) + "-vector";
        return (new VectorType(SignatureBuilder.Namespace(type), SignatureBuilder.ContainingTypes(type), CSharpText.Type(type), structure, type.IsReferenceType,
            AbiTypes.CanBeMade(shape.Type), own, hint), null);
    }
}
