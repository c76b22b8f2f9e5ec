using System.Linq;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.Pipeline;

/// <summary>From the place of an attribute to the method that it marks.</summary>
internal static class MarkedMethod
{
    public const string Attribute = "DiffGen.DifferentiableAttribute";
    public const string RuleAttribute = "DiffGen.CustomDerivativeAttribute";
    public const string FixedPointAttribute = "DiffGen.FixedPointAttribute";

    /// <summary>The marked method; the getter of a marked property; null for anything else.</summary>
    public static IMethodSymbol? Of(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.PartialDefinitionPart ?? method,
        IPropertySymbol property => (property.PartialDefinitionPart ?? property).GetMethod,
        _ => null,
    };

    /// <summary>Both parts of a partial method may carry attributes; only the place of the first counts.</summary>
    public static bool IsFirstPlace(GeneratorAttributeSyntaxContext context)
    {
        SyntaxReference? first = context.Attributes.Select(a => a.ApplicationSyntaxReference).FirstOrDefault(r => r is not null);
        return first is null || (first.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.FullSpan.Contains(first.Span));
    }
}
