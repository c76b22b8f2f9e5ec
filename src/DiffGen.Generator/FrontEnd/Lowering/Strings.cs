using System.Collections.Generic;
using System.Text;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Interpolated strings.</summary>
internal static class Strings
{
    public static IrValue[] Interpolate(LoweringContext context, IInterpolatedStringOperation operation) => Guards.InGuard(context, () => Text(context, operation));

    // In text, every derivative ends.
    private static IrValue[] Text(LoweringContext context, IInterpolatedStringOperation operation)
    {
        var arguments = new List<(TypeShape, IrValue[])>();
        var template = new StringBuilder("string.Concat(");
        bool first = true;
        foreach (IInterpolatedStringContentOperation part in operation.Parts)
        {
            template.Append(first ? "" : ", ");
            first = false;
            switch (part)
            {
                case IInterpolatedStringTextOperation text:
                    arguments.Add((context.Shape(context.Known.Compilation.GetSpecialType(Microsoft.CodeAnalysis.SpecialType.System_String), part.Syntax),
                        Literals.Lower(context, text.Text, text.Text.ConstantValue.Value)));
                    template.Append('{').Append(arguments.Count - 1).Append('}');
                    break;
                case IInterpolationOperation hole:
                    AddHole(context, hole, arguments, template);
                    break;
                default:
                    return Rejected.Expression(context, operation);
            }
        }
        if (first)
            return [context.Builder.Constant(Constant.Opaque("\"\""), new OpaqueType("string"))];
        return Foreign.WithArguments(context, operation, template.Append(')').ToString(), arguments.ToArray(), isPure: true, isAccessible: true);
    }

    // A hole with an alignment or a format goes through string.Format.
    private static void AddHole(LoweringContext context, IInterpolationOperation hole, List<(TypeShape, IrValue[])> arguments, StringBuilder template)
    {
        arguments.Add((context.Shape(hole.Expression.Type, hole.Syntax), Expressions.Lower(context, hole.Expression)));
        if (hole.Alignment is null && hole.FormatString is null)
        {
            template.Append('{').Append(arguments.Count - 1).Append('}');
            return;
        }
        string format = "{0" + (hole.Alignment is { } alignment ? "," + alignment.ConstantValue.Value : "")
            + (hole.FormatString is { } text ? ":" + text.ConstantValue.Value : "") + "}";
        template.Append("string.Format(").Append(Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(format, quote: true))
            .Append(", {").Append(arguments.Count - 1).Append("})");
    }
}
