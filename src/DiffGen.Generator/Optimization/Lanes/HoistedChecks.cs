using System.Collections.Generic;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

/// <summary>
/// Bounds checks in front of a loop in lanes, in the place of one per access: for accesses of every iteration, to consecutive elements of memory
/// that stands in front of the loop. Where a range does not fit, no iterations run at once: one by one, they throw where the plain loop throws.
/// </summary>
internal sealed class HoistedChecks(MethodFacts facts, ForOp loop)
{
    // Loops that need more are long, so that checks inside do not weigh much.
    private const int MostChecks = 4;

    private readonly LoopRange _range = new(facts, loop);
    private readonly List<(IrValue Buffer, IrValue Index, string Place)> _checks = new();

    /// <summary>Whether the accesses of all iterations to an element will be known to lie inside: the loop then runs only after <see cref="Emit"/>.</summary>
    public bool Covers(IrValue buffer, IrValue index)
    {
        if (!IsOutside(buffer) || buffer.Type is not BufferType { Kind: BufferKind.Span or BufferKind.ReadOnlySpan or BufferKind.Array, Element.IsFloat: true } || loop.Step is not (1 or -1))
            return false;
        if (Place(index) is not { Factor: 1 } place)
            return false;
        string text = $"{buffer.Id}[{place.Text}]";
        if (_range.IsInside(buffer, index) || _checks.Exists(check => check.Place == text))
            return true;
        if (_checks.Count == MostChecks)
            return false;
        _checks.Add((buffer, index, text));
        return true;
    }

    /// <summary>Whether the loop may run, as a condition.</summary>
    /// <param name="isWanted">Whether it would run without any check.</param>
    /// <param name="count">How many iterations run at once, all vectors together.</param>
    public IrValue Emit(RegionBuilder builder, IrValue isWanted, System.Func<IrValue> count)
    {
        if (_checks.Count == 0)
            return isWanted;
        var iterations = count();
        var operands = new List<IrValue> { isWanted, iterations };
        string condition = "{0}";
        foreach (var (buffer, index, _) in _checks)
        {
            condition += $" && global::DiffGen.CompilerServices.LaneMemory.Holds<{AbiTypes.TextOf(((BufferType)buffer.Type).Element)}>({{{operands.Count}}}, {{{operands.Count + 1}}}, {{1}})";
            operands.Add(buffer);
            operands.Add(First(builder, index, iterations));
        }
        var fits = builder.Ids.Value(IrType.Bool, "fits");
        builder.Add(new ForeignOp([fits], condition, operands.ToEquatableArray(), IsPure: true, StopsDerivative: true, Accessible: true) { IsTotal = true });
        return fits;
    }

    // The least index of all iterations.
    private IrValue First(RegionBuilder builder, IrValue index, IrValue iterations)
    {
        var (value, constant) = Copy(builder, index);
        if (loop.Step < 0)
            (value, constant) = (builder.Apply("sub", IrType.I32, value ?? builder.Int(0), iterations), constant + 1);
        return value is null ? builder.Int(unchecked((int)constant))
            : constant == 0 ? value
            : builder.Apply(constant > 0 ? "add" : "sub", IrType.I32, value, builder.Int(unchecked((int)System.Math.Abs(constant))));
    }

    private bool IsOutside(IrValue value) => !facts.DefinitionOf(value).Node.IsWithin(facts.NodeOf(loop.Body));

    // What an index is made of: how often it has the number of the iteration in it, and the same text for the same index.
    private (int Factor, string Text)? Place(IrValue index)
    {
        if (index.Equals(loop.Induction))
            return (1, "i");
        if (facts.ConstantOf(index) is { IsOpaque: false } constant)
            return (0, constant.Bits.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (IsOutside(index))
            return (0, $"v{index.Id}");
        switch (facts.OpOf(index))
        {
            case LengthOp { Dimension: 0 } length when IsOutside(length.Buffer):
                return (0, $"length {length.Buffer.Id}");
            case ApplyOp { Primitive: "add" or "sub" or "mul", Checked: false } op when op.Result.Type == IrType.I32 && Place(op.Arguments[0]) is { } left && Place(op.Arguments[1]) is { } right:
                string text = $"({op.Primitive} {left.Text} {right.Text})";
                return op.Primitive switch
                {
                    "add" => (left.Factor + right.Factor, text),
                    "sub" => (left.Factor - right.Factor, text),
                    _ => left.Factor == 0 && right.Factor == 0 ? (0, text) : null,
                };
            default:
                return null;
        }
    }

    // The index of the first iteration, in front of the loop: a value, if it has any, plus a constant.
    private (IrValue? Value, long Constant) Copy(RegionBuilder builder, IrValue index)
    {
        if (index.Equals(loop.Induction))
            return Copy(builder, loop.Start);
        if (facts.ConstantOf(index) is { IsOpaque: false } constant)
            return (null, constant.Bits);
        if (IsOutside(index))
            return (index, 0);
        if (facts.OpOf(index) is LengthOp length)
            return (builder.Length(length.Buffer), 0);
        var op = (ApplyOp)facts.OpOf(index)!;
        var (left, offset) = Copy(builder, op.Arguments[0]);
        var (right, offset2) = Copy(builder, op.Arguments[1]);
        if (op.Primitive == "mul")
            return (builder.Apply("mul", IrType.I32, Whole(left, offset), Whole(right, offset2)), 0);
        bool isSum = op.Primitive == "add";
        var value = right is null ? left : left is null && isSum ? right : builder.Apply(op.Primitive, IrType.I32, left ?? builder.Int(0), right);
        return (value, unchecked((int)(isSum ? offset + offset2 : offset - offset2)));

        IrValue Whole(IrValue? part, long rest) =>
            part is null ? builder.Int(unchecked((int)rest)) : rest == 0 ? part : builder.Apply("add", IrType.I32, part, builder.Int(unchecked((int)rest)));
    }
}
