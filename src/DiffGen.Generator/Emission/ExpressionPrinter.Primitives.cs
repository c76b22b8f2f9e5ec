using System;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Emission;

internal sealed partial class ExpressionPrinter
{
    /// <summary>The operation is subject to <c>checked</c> and <c>unchecked</c>, and the surrounding context says otherwise than it.</summary>
    public bool NeedsContext(ApplyOp op) => IsAffectedByContext(op) && op.Checked != _isChecked;

    private Code Apply(ApplyOp op)
    {
        if (!NeedsContext(op))
            return InContext(op);
        bool outer = _isChecked;
        _isChecked = op.Checked;
        string text = $"{(op.Checked ? "checked" : "unchecked")}({InContext(op).Text})";
        _isChecked = outer;
        return Code.Primary(text);
    }

    private static bool IsAffectedByContext(ApplyOp op) => op.Result.Type.IsInteger && op.Primitive switch
    {
        "add" or "sub" or "mul" or "neg" => true,
        "convert" => !IsWidening(op),
        _ => false,
    };

    private Code InContext(ApplyOp op)
    {
        if (op.Result.Type is LaneType lanes && Lanes(op, lanes) is { } code)
            return code;
        if (Reduction(op) is { } reduced)
            return reduced;
        Primitive row = PrimitiveTable.Find(op.Primitive) ?? throw new InvalidOperationException($"No primitive is called {op.Primitive}.");
        if (row.Method is not null)
        {
            ScalarKind kind = ((ScalarType)(op.Arguments[0].Type.IsFloat ? op.Arguments[0].Type : op.Result.Type)).Kind;
            string call = $"{PrimitiveTable.CallTarget(row, kind)}({List(op.Arguments)})";
            return Code.Primary(row.Component is null ? call : $"{call}.{row.Component}");
        }
        if (op.Primitive is "stop" or "valueOf" or "iteration")
            return Of(op.Arguments[0]);
        if (op.Primitive == "max")
            return Code.Primary($"global::System.Math.Max({List(op.Arguments)})");
        if (op.Primitive == "convert")
            return new Code($"({AbiTypes.TextOf(op.Result.Type)}){Operand(op.Arguments[0])}", Binding.Unary);
        if (op.Arguments.Length == 1)
            return new Code(row.Operator + Operand(op.Arguments[0]), Binding.Unary);
        return Binary(op, row.Operator!);
    }

    // "--x" would be a decrement.
    private string Operand(IrValue value)
    {
        Code code = Of(value);
        return code.Text.Length > 0 && code.Text[0] is '-' or '+' ? $"({code.Text})" : code.At(Binding.Unary);
    }

    private Code Binary(ApplyOp op, string symbol)
    {
        Binding binding = BindingOf(op.Primitive);
        IrValue left = op.Arguments[0], right = op.Arguments[1];
        bool isShift = binding == Binding.Shift;
        // C# converts one side to the type of the other by itself.
        Code second = !isShift && IsImplicit(right) ? Of(Converted(right)) : Of(right);
        Code first = !isShift && IsImplicit(left) && !IsImplicit(right) ? Of(Converted(left)) : Of(left);
        Binding tighter = binding + 1;
        // "a - -b" is easily misread.
        string secondText = binding == Binding.Additive && second.Text[0] == '-' ? $"({second.Text})" : second.At(tighter);
        return new Code($"{first.At(IsAssociative(binding) ? binding : tighter)} {symbol} {secondText}", binding);
    }

    // Comparisons and mixed bitwise operators read better, and mean what they say, in parentheses.
    private static bool IsAssociative(Binding binding) => binding is Binding.Additive or Binding.Multiplicative;

    private static Binding BindingOf(string primitive) => primitive switch
    {
        "add" or "sub" => Binding.Additive,
        "mul" or "div" or "rem" => Binding.Multiplicative,
        "shl" or "shr" or "ushr" => Binding.Shift,
        "lt" or "le" or "gt" or "ge" => Binding.Relational,
        "eq" or "ne" => Binding.Equality,
        "and" => Binding.And,
        "xor" => Binding.Xor,
        "or" => Binding.Or,
        _ => throw new InvalidOperationException($"{primitive} is no binary operator."),
    };

    private bool IsImplicit(IrValue value) => _model[value] is { IsInline: true, Definition: ApplyOp { Primitive: "convert" } convert } && IsWidening(convert)
        && _model[convert.Arguments[0]].Definition is not ConstantOp && convert.Result.Type is ScalarType { Kind: ScalarKind.F64 or ScalarKind.F32 or ScalarKind.I32 or ScalarKind.I64 };

    private IrValue Converted(IrValue value) => ((ApplyOp)_model[value].Definition!).Arguments[0];

    /// <summary>Whether C# makes the conversion by itself: it loses no magnitude.</summary>
    private static bool IsWidening(ApplyOp convert)
    {
        if (convert.Arguments[0].Type is not ScalarType { Kind: var from } || convert.Result.Type is not ScalarType { Kind: var to })
            return false;
        if (from == to)
            return true;
        return to switch
        {
            ScalarKind.F64 => from is not (ScalarKind.Bool or ScalarKind.INative or ScalarKind.UNative),
            ScalarKind.F32 => from is not (ScalarKind.F64 or ScalarKind.Bool or ScalarKind.INative or ScalarKind.UNative),
            ScalarKind.I64 => from is ScalarKind.I8 or ScalarKind.U8 or ScalarKind.I16 or ScalarKind.U16 or ScalarKind.I32 or ScalarKind.U32 or ScalarKind.Char,
            ScalarKind.U64 => from is ScalarKind.U8 or ScalarKind.U16 or ScalarKind.U32 or ScalarKind.Char,
            ScalarKind.INative or ScalarKind.UNative => false,
            ScalarKind.I32 => from is ScalarKind.I8 or ScalarKind.U8 or ScalarKind.I16 or ScalarKind.U16 or ScalarKind.Char,
            ScalarKind.U32 => from is ScalarKind.U8 or ScalarKind.U16 or ScalarKind.Char,
            ScalarKind.I16 => from is ScalarKind.I8 or ScalarKind.U8,
            ScalarKind.U16 => from is ScalarKind.U8 or ScalarKind.Char,
            _ => false,
        };
    }
}
