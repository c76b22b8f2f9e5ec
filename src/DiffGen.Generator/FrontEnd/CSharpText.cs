using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DiffGen.Generator.FrontEnd;

/// <summary>C# text for symbols and literals that means the same in any file.</summary>
internal static class CSharpText
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat;

    /// <summary>The fully qualified type, without nullable annotations.</summary>
    public static string Type(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Double } => "double",
        { SpecialType: SpecialType.System_Single } => "float",
        { SpecialType: SpecialType.System_Int32 } => "int",
        IArrayTypeSymbol { Rank: 1, ElementType: { SpecialType: SpecialType.System_Double } } => "double[]",
        _ => type.ToDisplayString(TypeFormat),
    };

    /// <summary>A short name for messages.</summary>
    public static string Short(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.FieldKeyword ? "@" + name : name;

    /// <summary>A static member with its containing type.</summary>
    public static string StaticMember(ISymbol member) => $"{Type(member.ContainingType)}.{Identifier(member.Name)}";

    public static string TypeArguments(IMethodSymbol method)
    {
        if (method.TypeArguments.IsEmpty)
            return "";
        var text = new StringBuilder("<");
        for (int i = 0; i < method.TypeArguments.Length; i++)
            text.Append(i > 0 ? ", " : "").Append(Type(method.TypeArguments[i]));
        return text.Append('>').ToString();
    }

    /// <summary>The literal of a constant that is no number.</summary>
    public static string Literal(object? value, ITypeSymbol? type)
    {
        if (value is null)
            return "null";
        if (type is { TypeKind: TypeKind.Enum })
            return $"({Type(type)})({System.Convert.ToString(value, CultureInfo.InvariantCulture)})";
        return value switch
        {
            string text => SymbolDisplay.FormatLiteral(text, quote: true),
            char c => SymbolDisplay.FormatLiteral(c, quote: true),
            bool b => b ? "true" : "false",
            double d => Double(d),
            float f => Single(f),
            long l => l.ToString(CultureInfo.InvariantCulture) + "L",
            ulong u => u.ToString(CultureInfo.InvariantCulture) + "UL",
            uint u => u.ToString(CultureInfo.InvariantCulture) + "U",
            _ => System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null",
        };
    }

    private static string Double(double value) =>
        double.IsNaN(value) ? "double.NaN"
        : double.IsPositiveInfinity(value) ? "double.PositiveInfinity"
        : double.IsNegativeInfinity(value) ? "double.NegativeInfinity"
        : value.ToString("R", CultureInfo.InvariantCulture) + "D";

    private static string Single(float value) =>
        float.IsNaN(value) ? "float.NaN"
        : float.IsPositiveInfinity(value) ? "float.PositiveInfinity"
        : float.IsNegativeInfinity(value) ? "float.NegativeInfinity"
        : value.ToString("R", CultureInfo.InvariantCulture) + "F";
}
