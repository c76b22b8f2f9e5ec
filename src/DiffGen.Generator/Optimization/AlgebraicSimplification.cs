using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Identities that hold to the bit in IEEE arithmetic, so that primal values stay what they are: <c>x * 1</c>, <c>x / 1</c>, <c>−(−x)</c>,
/// <c>a + (−b)</c>, <c>x − (+0)</c>; not <c>x + 0</c> (it turns −0 into +0) and not <c>0 * x</c> (it is NaN for an infinite x).
/// </summary>
internal sealed class AlgebraicSimplification : RegionPass
{
    private readonly Dictionary<int, ApplyOp> _definitions = new();

    protected override void Visit(Op op, List<Op> output)
    {
        switch (op)
        {
            case ApplyOp apply when Identity(apply) is { } same:
                Replace(apply.Result, same);
                return;
            case ApplyOp apply:
                if (Rewrite(apply) is { } other)
                {
                    Changed = true;
                    apply = other;
                }
                _definitions[apply.Result.Id] = apply;
                output.Add(apply);
                return;
            case SelectOp select when Chosen(select) is { } chosen:
                Replace(select.Result, chosen);
                return;
            case SelectOp select when Definition(select.Condition) is { Primitive: "not" } negation:
                Changed = true;
                output.Add(select with { Condition = negation.Arguments[0], WhenTrue = select.WhenFalse, WhenFalse = select.WhenTrue });
                return;
            default:
                output.Add(Descend(op));
                return;
        }
    }

    /// <summary>The operand that the result is equal to, or null.</summary>
    private IrValue? Identity(ApplyOp op)
    {
        var first = op.Arguments[0];
        if (op.Arguments.Length == 1)
        {
            return op.Primitive switch
            {
                "neg" or "not" or "complement" when Definition(first) is { } inner && inner.Primitive == op.Primitive && !inner.Checked && !op.Checked => inner.Arguments[0],
                "convert" when first.Type.Equals(op.Result.Type) => first,
                "convert" when op.Result.Type == IrType.F32 && Definition(first) is { Primitive: "convert" } widened
                    && first.Type == IrType.F64 && widened.Arguments[0].Type == IrType.F32 => widened.Arguments[0],
                _ => null,
            };
        }
        if (op.Arguments.Length != 2)
            return null;
        var second = op.Arguments[1];
        return op.Primitive switch
        {
            "mul" => IsOne(second) ? first : IsOne(first) ? second : null,
            "div" => IsOne(second) ? first : null,
            "add" => IsAdditiveZero(second) ? first : IsAdditiveZero(first) ? second : null,
            "sub" => IsSubtractiveZero(second) ? first : null,
            "shl" or "shr" or "ushr" => IsInteger(second, 0) ? first : null,
            "and" => first.Equals(second) || IsTrue(second) ? first : IsTrue(first) ? second : null,
            "or" => first.Equals(second) || IsFalse(second) ? first : IsFalse(first) ? second : null,
            "eq" when first.Type == IrType.Bool => IsTrue(second) ? first : IsTrue(first) ? second : null,
            "ne" when first.Type == IrType.Bool => IsFalse(second) ? first : IsFalse(first) ? second : null,
            _ => null,
        };
    }

    /// <summary>A cheaper operation with the same result, or null.</summary>
    private ApplyOp? Rewrite(ApplyOp op)
    {
        var first = op.Arguments[0];
        var second = op.Arguments.Length == 2 ? op.Arguments[1] : null;
        switch (op.Primitive)
        {
            case "add" when IsNegated(second, op) is { } negated:
                return op with { Primitive = "sub", Arguments = [first, negated] };
            case "add" when IsNegated(first, op) is { } negated:
                return op with { Primitive = "sub", Arguments = [second!, negated] };
            case "sub" when IsNegated(second, op) is { } negated:
                return op with { Primitive = "add", Arguments = [first, negated] };
            case "mul" or "div" when IsNegated(first, op) is { } left && IsNegated(second, op) is { } right:
                return op with { Arguments = [left, right] };
            case "mul" when op.Result.Type.IsFloat && IsMinusOne(second!):
                return op with { Primitive = "neg", Arguments = [first] };
            case "mul" when op.Result.Type.IsFloat && IsMinusOne(first):
                return op with { Primitive = "neg", Arguments = [second!] };
            case "not" when Definition(first) is { } test && Opposite(test) is { } opposite:
                return op with { Primitive = opposite, Arguments = test.Arguments };
            default:
                return null;
        }
    }

    // Whatever is NaN fails every comparison but "ne", so only (in)equality has an opposite there.
    private static string? Opposite(ApplyOp test) => (test.Primitive, test.Arguments[0].Type.IsFloat) switch
    {
        ("eq", _) => "ne",
        ("ne", _) => "eq",
        ("lt", false) => "ge",
        ("le", false) => "gt",
        ("gt", false) => "le",
        ("ge", false) => "lt",
        _ => null,
    };

    private IrValue? Chosen(SelectOp op)
    {
        if (op.WhenTrue.Equals(op.WhenFalse))
            return op.WhenTrue;
        return ConstantOf(op.Condition) is { } condition ? condition.Bits != 0 ? op.WhenTrue : op.WhenFalse : null;
    }

    private ApplyOp? Definition(IrValue value) => _definitions.TryGetValue(value.Id, out var definition) ? definition : null;

    private IrValue? IsNegated(IrValue? value, ApplyOp user) =>
        user.Result.Type.IsFloat && value is not null && Definition(value) is { Primitive: "neg" } negation ? negation.Arguments[0] : null;

    private bool IsOne(IrValue value) => value.Type.IsFloat ? ConstantOf(value) is { } constant && constant.AsDouble == 1 : IsInteger(value, 1);

    private bool IsMinusOne(IrValue value) => value.Type.IsFloat && ConstantOf(value) is { } constant && constant.AsDouble == -1;

    // −0 for floats: x + (+0) is not x if x is −0.
    private bool IsAdditiveZero(IrValue value) => value.Type.IsFloat ? IsZero(value, isNegative: true) : IsInteger(value, 0);

    private bool IsSubtractiveZero(IrValue value) => value.Type.IsFloat ? IsZero(value, isNegative: false) : IsInteger(value, 0);

    private bool IsZero(IrValue value, bool isNegative) => ConstantOf(value) is { } constant && constant.AsDouble == 0 && constant.Bits != 0 == isNegative;

    private bool IsInteger(IrValue value, long number) => value.Type.IsInteger && ConstantOf(value) is { } constant && constant.Bits == number;

    private bool IsTrue(IrValue value) => value.Type == IrType.Bool && ConstantOf(value) is { Bits: 1 };

    private bool IsFalse(IrValue value) => value.Type == IrType.Bool && ConstantOf(value) is { Bits: 0 };
}
