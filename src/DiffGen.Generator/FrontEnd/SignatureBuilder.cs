using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.FrontEnd.Generics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DiffGen.Generator.FrontEnd;

/// <summary>Describes a marked method to the stages that know no symbols.</summary>
internal static partial class SignatureBuilder
{
    /// <summary>The signature, or null if something in it is not supported; then findings say what.</summary>
    public static IrSignature? Build(IMethodSymbol method, SemanticModelCache models, List<Finding> findings)
    {
        Location location = DeclarationChecks.NameLocation(method.DeclaringSyntaxReferences[0].GetSyntax());
        int before = findings.Count(finding => finding.IsError);
        // Companions that override others have their parameters, and are those that are asked for there.
        IMethodSymbol root = DynamicDispatch.Root(method, models.Known);
        EquatableArray<IrParameter> parameters = root.Parameters.Select(parameter => Parameter(parameter, models)).ToEquatableArray();
        if (method.HasReceiver())
            parameters = parameters.Add(Receiver(method, models));
        IrType? returnType = ReturnType(method, models, location, findings);
        ImmutableArray<bool> carries = parameters.Select(parameter => !parameter.NoDerivative && Carries(parameter.Type)).ToImmutableArray();
        bool returnNoDerivative = method.GetReturnTypeAttributes().Any(attribute => KnownSymbols.Same(attribute.AttributeClass, models.Known.NoDerivative));
        bool isCallee = IsCalleeAlone(method) || (GenericMethods.IsInstance(method) && !GenericMethods.IsRoot(method, models.Compilation));
        EquatableArray<DifferentiableRequest> requests = isCallee ? default : Requests.Read(root, models, carries, returnType, returnNoDerivative, findings);
        foreach (IParameterSymbol parameter in method.Parameters)
            ParameterChecks.Check(parameter, models, requests, findings);
        if (parameters.Any(parameter => parameter is { IsReceiver: true, Mode: ParameterMode.Ref } && Differentiation.AbiTypes.NeedsWalk(parameter.Type)))
            findings.Add(Finding.At(DiagnosticIds.BufferInStruct, location, "this", CSharpText.Short(method.ContainingType)));
        if (parameters.Any(parameter => Differentiation.AbiTypes.NeedsWalk(parameter.Type)))
            Requests.RefuseObjects(method, models, requests, findings);
        BatchChecks.Check(method, parameters, requests, location, findings);
        bool writes = parameters.Any(parameter => Carries(parameter.Type) && IsWritable(parameter));
        if (!isCallee && !writes && (returnType is null || returnNoDerivative || !Carries(returnType)) && findings.Count(finding => finding.IsError) == before)
        {
            if (returnType is null || returnNoDerivative)
                findings.Add(Finding.At(DiagnosticIds.NoResult, location, CSharpText.Short(method)));
            // A question about active values, such as an interval's index: marked in order to be called, with no derivative of its own.
            requests = default;
        }
        if (findings.Count(finding => finding.IsError) > before)
            return null;
        INamedTypeSymbol container = method.ContainingType;
        return new IrSignature(
            Namespace(container),
            ContainingTypes(container), AccessibilityText(method.DeclaredAccessibility), method.Name, CSharpText.StaticMember(method),
            parameters, method.ReturnsVoid ? "void" : CSharpText.Type(method.ReturnType), returnType, returnNoDerivative, requests, HintName(method),
            models.Compilation.Options is CSharpCompilationOptions { CheckOverflow: true })
        {
            TypeArguments = CSharpText.TypeArguments(method),
            Accessor = (method.AssociatedSymbol as IPropertySymbol)?.Name,
            Dispatch = DynamicDispatch.Kind(method, models.Known),
            DeclaredReceiver = DynamicDispatch.Receiver(method, models),
        };
    }

    /// <summary>A value of the type, or what it refers to, has a derivative.</summary>
    public static bool Carries(IrType type) => type switch
    {
        ScalarType => type.IsFloat,
        BufferType buffer => Carries(buffer.Element),
        StructType structure => structure.IsOpen || structure.Fields.Any(field => !field.NoDerivative && Carries(field.Type)),
        _ => false,
    };

    private static IrParameter Parameter(IParameterSymbol parameter, SemanticModelCache models) =>
        new(parameter.Name, CSharpText.Type(parameter.Type), models.ParameterShape(parameter).Type, Mode(parameter.RefKind), models.Known.IsNoDerivative(parameter),
            parameter.HasExplicitDefaultValue ? Default(parameter) : null, parameter.IsParams, parameter.ScopedKind != ScopedKind.None);

    // Setters have no companions of their own: they serve as callees.
    private static bool IsCalleeAlone(IMethodSymbol method) => method.MethodKind == MethodKind.PropertySet;

    // "this" counts as one more parameter after the declared ones, named after its type.
    private static IrParameter Receiver(IMethodSymbol method, SemanticModelCache models)
    {
        return new IrParameter(ReceiverName(method), CSharpText.Type(method.ContainingType), models.Types.Map(method.ContainingType)!.Type,
            models.WritesReceiver(method) ? ParameterMode.Ref : ParameterMode.Value, KnownSymbols.HasDiffGenAttribute(method, "NoDerivative"), null, false, false)
        { IsReceiver = true };
    }

    /// <summary>What generated code calls the receiver where it is no <c>this</c>.</summary>
    public static string ReceiverName(IMethodSymbol method)
    {
        string type = method.ContainingType.Name;
        string name = char.ToLowerInvariant(type[0]) + type.Substring(1);
        while (method.Parameters.Any(parameter => parameter.Name == name))
            name += "_";
        return name;
    }

    public static ParameterMode Mode(RefKind kind) => kind switch
    {
        RefKind.Ref => ParameterMode.Ref,
        RefKind.Out => ParameterMode.Out,
        RefKind.None => ParameterMode.Value,
        _ => ParameterMode.In,
    };

    private static string Default(IParameterSymbol parameter) =>
        parameter.ExplicitDefaultValue is null && parameter.Type.IsValueType ? "default" : CSharpText.Literal(parameter.ExplicitDefaultValue, parameter.Type);

    private static bool IsWritable(IrParameter parameter) =>
        parameter.Mode is ParameterMode.Ref or ParameterMode.Out || parameter.Type is BufferType { Kind: not BufferKind.ReadOnlySpan };

    private static IrType? ReturnType(IMethodSymbol method, SemanticModelCache models, Location location, List<Finding> findings)
    {
        if (method.ReturnsVoid)
            return null;
        string name = CSharpText.Short(method), type = CSharpText.Short(method.ReturnType);
        if (models.Types.Map(method.ReturnType) is not { } shape)
        {
            findings.Add(Finding.At(DiagnosticIds.ReturnType, location, name, type, models.Types.WhyNot(method.ReturnType)));
            return null;
        }
        if (shape.Buffer is { Kind: BufferKind.Span or BufferKind.ReadOnlySpan })
            findings.Add(Finding.At(DiagnosticIds.ReturnsSpan, location, name));
        else if (ParameterChecks.LeadsToObjects(shape.Type))
            findings.Add(Finding.At(DiagnosticIds.ReturnType, location, name, type, "objects and structs that hold arrays cannot be returned in this version"));
        else if (shape.Type is OpaqueType && ParameterChecks.MayHoldDerivative(method.ReturnType, models, 0))
            findings.Add(Finding.At(DiagnosticIds.ReturnType, location, name, type, "classes are not supported in this version"));
        return shape.Type;
    }

    public static string Namespace(INamedTypeSymbol type) => type.ContainingNamespace.IsGlobalNamespace
        ? ""
        : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

    public static EquatableArray<ContainingType> ContainingTypes(INamedTypeSymbol? type)
    {
        var types = new Stack<ContainingType>();
        for (; type is not null; type = type.ContainingType)
            types.Push(new ContainingType(Header(type)));
        return types.ToEquatableArray();
    }

    private static string Header(INamedTypeSymbol type)
    {
        string kind = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            _ => "class",
        };
        string arguments = type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(parameter => CSharpText.Identifier(parameter.Name)))}>";
        return $"{(type.IsStatic ? "static " : "")}{(type.IsRefLikeType ? "ref " : "")}partial {kind} {CSharpText.Identifier(type.Name)}{arguments}";
    }

    private static string AccessibilityText(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public => "public",
        Accessibility.Internal => "internal",
        Accessibility.Protected => "protected",
        Accessibility.ProtectedOrInternal => "protected internal",
        Accessibility.ProtectedAndInternal => "private protected",
        _ => "private",
    };

    // File names are compared without regard to case.
    public static string HintName(IMethodSymbol method)
    {
        string name = method.Name;
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
            name = type.MetadataName + "." + name;
        if (!method.ContainingNamespace.IsGlobalNamespace)
            name = method.ContainingNamespace.ToDisplayString() + "." + name;
        List<IMethodSymbol> alike = method.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Where(other => string.Equals(other.Name, method.Name, System.StringComparison.OrdinalIgnoreCase)).ToList();
        if (alike.Count > 1)
            name += "(" + string.Join(",", method.Parameters.Select(parameter => Plain(parameter.Type))) + ")";
        int ordinal = alike.Where(other => other.Name != method.Name).ToList().FindIndex(other => string.CompareOrdinal(other.Name, method.Name) < 0);
        return ordinal < 0 ? name : name + "-" + (ordinal + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Plain(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat).Replace('<', '{').Replace('>', '}').Replace("*", "-").Replace("?", "-").Replace("@", "").Replace(":", "");
}
