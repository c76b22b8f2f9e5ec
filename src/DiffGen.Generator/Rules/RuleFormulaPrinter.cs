using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Rules;

/// <summary>Prints the operations of one rule as a formula.</summary>
internal sealed class RuleFormulaPrinter
{
    private const int Atom = 10;

    private readonly Dictionary<int, (string Text, int Precedence)> _texts = new();

    public void Name(IrValue value, string name) => _texts[value.Id] = (name, Atom);

    public string Print(IEnumerable<Op> ops, IrValue result)
    {
        foreach (var op in ops)
        {
            switch (op)
            {
                case ConstantOp constant:
                    _texts[constant.Result.Id] = (Number(constant.Value.AsDouble), Atom);
                    break;
                case ApplyOp apply:
                    _texts[apply.Result.Id] = Apply(apply);
                    break;
                case SelectOp select:
                    _texts[select.Result.Id] = ($"{Text(select.Condition, 2)} ? {Text(select.WhenTrue, 2)} : {Text(select.WhenFalse, 1)}", 1);
                    break;
                default:
                    throw new ArgumentException($"A rule cannot hold {op.GetType().Name}.");
            }
        }
        return _texts[result.Id].Text;
    }

    private (string Text, int Precedence) Apply(ApplyOp op)
    {
        var primitive = PrimitiveTable.Find(op.Primitive)!;
        if (primitive.Operator is { } symbol && primitive.Arity == 2)
        {
            int precedence = symbol is "*" or "/" or "%" ? 6 : symbol is "+" or "-" ? 5 : 4;
            return ($"{Text(op.Arguments[0], precedence)} {symbol} {Text(op.Arguments[1], precedence + 1)}", precedence);
        }
        if (primitive.Operator is { } prefix)
            return (prefix + Text(op.Arguments[0], 8), 7);
        if (primitive.Method is null)
            return _texts[op.Arguments[0].Id];
        string name = primitive.Component ?? primitive.Method;
        return ($"{name}({string.Join(", ", op.Arguments.Select(argument => Text(argument, 0)))})", Atom);
    }

    private string Text(IrValue value, int least)
    {
        var (text, precedence) = _texts[value.Id];
        return precedence >= least ? text : $"({text})";
    }

    private static string Number(double value) => value switch
    {
        Math.PI => "π",
        PrimitiveTable.Ln2 => "ln2",
        PrimitiveTable.Ln10 => "ln10",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
