using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// Primitives on truncated power series: what stands in the place of a rule where a Taylor expansion is asked for. The tangent of a number is
/// its series; coefficient 0 is not kept up to date in it and is put in from the number itself where a function reads it.
/// </summary>
internal static class SeriesCalls
{
    private const string Type = "global::DiffGen.CompilerServices.Series";

    /// <summary>The series of an operation's result.</summary>
    /// <param name="seriesOf">The series of an argument, or null for one that is constant.</param>
    /// <returns>A new value, or the series of an argument that is handed on.</returns>
    public static IrValue Add(RegionBuilder builder, ApplyOp op, string name, Func<IrValue, IrValue?> seriesOf)
    {
        var series = op.Arguments.Select(argument => argument.Type.IsFloat ? seriesOf(argument) : null).ToList();
        if (op.Primitive == "valueOf")
            return series[1]!;
        if (op.Primitive is "add" or "sub" && series[1] is null)
            return series[0]!;
        if (op.Primitive == "add" && series[0] is null)
            return series[1]!;
        var arguments = new List<IrValue>();
        string[] texts = [.. op.Arguments.Select((argument, i) => Argument(arguments, argument, series[i]))];
        string template = Template(op, texts, arguments);
        var result = builder.Ids.Value(op.Result.Type, name);
        builder.Add(new ForeignOp([result], template, arguments.ToEquatableArray(), IsPure: true, StopsDerivative: true, Accessible: true));
        return result;
    }

    private static string Argument(List<IrValue> arguments, IrValue value, IrValue? series)
    {
        if (series is null)
            return Placeholder(arguments, value);
        string text = Placeholder(arguments, series);
        return $"{text}.At({Placeholder(arguments, value)})";
    }

    private static string Placeholder(List<IrValue> arguments, IrValue value)
    {
        arguments.Add(value);
        return "{" + (arguments.Count - 1) + "}";
    }

    private static string Template(ApplyOp op, string[] texts, List<IrValue> arguments)
    {
        string type = $"{Type}<{AbiTypes.TextOf(op.Result.Type)}>";
        switch (op.Primitive)
        {
            case "neg":
                return $"-{texts[0]}";
            // One side may be a constant of another type than the operator's.
            case "add" or "sub" or "mul" or "div" or "rem":
                return $"({type}){texts[0]} {PrimitiveTable.Find(op.Primitive)!.Operator} ({type}){texts[1]}";
            case "convert" or "CreateChecked" or "CreateSaturating" or "CreateTruncating":
                return $"{texts[0]}.To<{AbiTypes.TextOf(op.Result.Type)}>()";
            case "Floor" or "Ceiling" or "Truncate" or "Round/1" or "Round/2" or "Round/3" or "BitIncrement" or "BitDecrement":
                return $"{type}.Step({texts[0]}, {Placeholder(arguments, op.Result)})";
        }
        var row = PrimitiveTable.Find(op.Primitive)!;
        return $"{type}.{row.Component ?? row.Method}({string.Join(", ", texts)})";
    }
}
