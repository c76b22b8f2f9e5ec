using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiffGen.Generator.FrontEnd;

/// <summary>What can be said about a marked method without looking at its parameters and body.</summary>
internal static class DeclarationChecks
{
    private static readonly string[] UnsupportedAttributes = ["Checkpoint"];

    /// <summary>Adds what is wrong; false if the body need not be looked at.</summary>
    public static bool Check(IMethodSymbol method, SyntaxNode? syntax, SemanticModelCache models, List<Finding> findings)
    {
        int before = findings.Count;
        Location location = NameLocation(syntax);
        void Report(string id, params string[] arguments) => findings.Add(Finding.At(id, location, arguments));

        if (models.Compilation is CSharpCompilation { LanguageVersion: var version } && version.MapSpecifiedToEffectiveVersion() < (LanguageVersion)1400)
            Report(DiagnosticIds.LanguageVersion, version.MapSpecifiedToEffectiveVersion().ToDisplayString());
        // The constructor of a struct is lowered where it is called.
        if (method is { MethodKind: MethodKind.Constructor, ContainingType.TypeKind: TypeKind.Struct })
            return false;
        // So is a local function: inside a marked method the mark says no more than that it is meant.
        if (method is { MethodKind: MethodKind.LocalFunction, ContainingSymbol: IMethodSymbol around } && IsInMarked(around, models.Known))
            return false;
        if (method.MethodKind == MethodKind.LocalFunction && LocalFunctions.WhyNot(method, models) is { } reason)
        {
            Report(DiagnosticIds.LocalFunctionMark, method.Name, reason);
            return false;
        }
        if ((ExtensionMembers.Declared(method) ?? method) is { } extension && ExtensionMembers.IsIn(extension) && !extension.ContainingType.TypeParameters.IsEmpty)
        {
            Report(DiagnosticIds.MemberKindNotSupported, "a member of a generic extension block");
            return false;
        }
        if (MemberKind(method, syntax) is { } kind)
        {
            Report(DiagnosticIds.MemberKindNotSupported, kind);
            return false;
        }
        bool hasRule = CustomRules.RuleReader.HasRule(method) || models.Rules.Find(method) is not null;
        // A method whose rule can be called from anywhere gets no companions and nothing else into its type.
        if (models.Known.IsMarkedMethod(method) || !hasRule || !CustomRules.RuleReader.IsAccessible(method))
            CheckContainingTypes(method, findings);
        if (!hasRule && !IsDispatched(method) && (method.IsAbstract || method.IsExtern || syntax is MethodDeclarationSyntax { Body: null, ExpressionBody: null }))
            Report(DiagnosticIds.NoBody, CSharpText.Short(method), method.IsAbstract ? "it is abstract" : method.IsExtern ? "it is extern" : "it is a partial definition");
        if (method.IsAsync)
            Report(DiagnosticIds.AsyncMethod, CSharpText.Short(method));
        if (syntax is MemberDeclarationSyntax member && member.Modifiers.Any(SyntaxKind.UnsafeKeyword))
            Report(DiagnosticIds.UnsafeMethod, CSharpText.Short(method));
        if (method.HasReceiver() && !Generics.GenericMethods.IsDefinition(method) && models.Types.Map(method.ContainingType) is null)
            Report(DiagnosticIds.InstanceMethod, CSharpText.Short(method), CSharpText.Short(method.ContainingType), models.Types.WhyNot(method.ContainingType));
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
            Report(DiagnosticIds.ReturnsByRef, CSharpText.Short(method));
        foreach (string attribute in UnsupportedAttributes)
        {
            if (KnownSymbols.HasDiffGenAttribute(method, attribute))
                Report(DiagnosticIds.RuleNotSupported, attribute);
        }
        return findings.Count == before;
    }

    /// <summary>Where a declaration is named; findings about it stand there.</summary>
    public static Location NameLocation(SyntaxNode? syntax) => syntax switch
    {
        MethodDeclarationSyntax declaration => declaration.Identifier.GetLocation(),
        OperatorDeclarationSyntax declaration => declaration.OperatorToken.GetLocation(),
        ConversionOperatorDeclarationSyntax declaration => declaration.Type.GetLocation(),
        PropertyDeclarationSyntax declaration => declaration.Identifier.GetLocation(),
        ConstructorDeclarationSyntax declaration => declaration.Identifier.GetLocation(),
        LocalFunctionStatementSyntax declaration => declaration.Identifier.GetLocation(),
        { } other => other.GetLocation(),
        null => Location.None,
    };

    private static string? MemberKind(IMethodSymbol method, SyntaxNode? syntax) => method.MethodKind switch
    {
        MethodKind.Ordinary or MethodKind.UserDefinedOperator or MethodKind.Conversion or MethodKind.ExplicitInterfaceImplementation or MethodKind.LocalFunction => null,
        MethodKind.Constructor => "a constructor",
        MethodKind.PropertyGet or MethodKind.PropertySet when DynamicDispatch.IsDynamic(method) => "a virtual property",
        MethodKind.PropertyGet or MethodKind.PropertySet when !method.IsStatic && method.ContainingType.TypeKind is TypeKind.Struct or TypeKind.Class => null,
        MethodKind.PropertyGet or MethodKind.PropertySet => "a property",
        MethodKind.AnonymousFunction => "a lambda",
        _ => syntax is null ? "this member" : "a " + syntax.Kind(),
    };

    // Its companions are those of the overrides.
    private static bool IsDispatched(IMethodSymbol method) => method is { IsAbstract: true, IsStatic: false, MethodKind: MethodKind.Ordinary };

    private static bool IsInMarked(IMethodSymbol method, KnownSymbols known) =>
        known.IsMarkedMethod(method) || (method.ContainingSymbol is IMethodSymbol around && IsInMarked(around, known));

    private static void CheckContainingTypes(IMethodSymbol method, List<Finding> findings)
    {
        // The class of a top-level program is one that generated parts add to.
        for (INamedTypeSymbol? type = method.MethodKind == MethodKind.LocalFunction ? null : method.ContainingType; type is not null; type = type.ContainingType)
        {
            Location location = type.Locations.FirstOrDefault() ?? Location.None;
            if (type.IsFileLocal)
                findings.Add(Finding.At(DiagnosticIds.FileLocalType, location, CSharpText.Short(type), CSharpText.Short(method)));
            bool isPartial = type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
            if (!isPartial)
                findings.Add(Finding.At(DiagnosticIds.ContainingTypeNotPartial, location, CSharpText.Short(type), CSharpText.Short(method)));
        }
    }
}
