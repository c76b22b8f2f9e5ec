using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.FrontEnd;
using DiffGen.Generator.FrontEnd.Lowering;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.Pipeline;

/// <summary>From the place of an attribute to the method that it marks.</summary>
internal static class MarkedMethod
{
    public const string Attribute = "DiffGen.DifferentiableAttribute";
    public const string RuleAttribute = "DiffGen.CustomDerivativeAttribute";
    public const string FixedPointAttribute = "DiffGen.FixedPointAttribute";

    /// <summary>The marked method; the accessors of a marked property that have a body; nothing for anything else.</summary>
    public static IEnumerable<IMethodSymbol> Of(ISymbol symbol)
    {
        switch (symbol)
        {
            case IMethodSymbol method:
                return [ExtensionMembers.Implementation(method.PartialDefinitionPart ?? method)];
            case IPropertySymbol property:
                property = property.PartialDefinitionPart ?? property;
                IMethodSymbol[] accessors = [.. new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>()];
                IMethodSymbol[] written = [.. accessors.Where(Calls.HasBody)];
                return (written.Length > 0 ? written : accessors.Take(1)).Select(ExtensionMembers.Implementation);
            default:
                return [];
        }
    }

    /// <summary>Both parts of a partial method may carry attributes; only the place of the first counts.</summary>
    public static bool IsFirstPlace(GeneratorAttributeSyntaxContext context)
    {
        SyntaxReference? first = context.Attributes.Select(a => a.ApplicationSyntaxReference).FirstOrDefault(r => r is not null);
        return first is null || (first.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.FullSpan.Contains(first.Span));
    }
}
