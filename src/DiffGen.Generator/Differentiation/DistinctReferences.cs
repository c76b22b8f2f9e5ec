using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// Tells references apart that one class of memory holds: two arrays that swap places in every iteration are never the same one, though each name
/// stands for both. Such references are chosen by numbers, which loops hand on without changing them.
/// </summary>
internal sealed class DistinctReferences(MethodFacts facts)
{
    public bool AreDistinct(IrValue a, IrValue b)
    {
        a = Whole(a);
        b = Whole(b);
        if (facts.OpOf(a) is AllocateOp first && facts.OpOf(b) is AllocateOp second)
            return !ReferenceEquals(first, second);
        return facts.OpOf(a) is SelectOp one && facts.OpOf(b) is SelectOp other
            && one.WhenTrue.Equals(other.WhenTrue) && one.WhenFalse.Equals(other.WhenFalse) && AreDistinct(one.WhenTrue, one.WhenFalse)
            && Compared(one.Condition) is { } left && Compared(other.Condition) is { } right && left.Constant == right.Constant
            && AreExclusive(left.Value, right.Value, left.Constant, []);
    }

    private IrValue Whole(IrValue reference)
    {
        while (facts.OpOf(reference) is SliceOp slice)
            reference = slice.Buffer;
        return reference;
    }

    // v == c
    private (IrValue Value, long Constant)? Compared(IrValue condition) =>
        facts.OpOf(condition) is ApplyOp { Primitive: "eq" } test && facts.ConstantOf(test.Arguments[1]) is { IsOpaque: false } constant && test.Arguments[0].Type.IsInteger
            ? (test.Arguments[0], constant.Bits)
            : null;

    /// <summary>Whether exactly one of two numbers is the constant: both are constants, or a loop hands them on, in their places or exchanged.</summary>
    /// <param name="assumed">Pairs that are so in one iteration, which is to be shown for the next one.</param>
    private bool AreExclusive(IrValue a, IrValue b, long constant, HashSet<(int, int)> assumed)
    {
        if (facts.ConstantOf(a) is { IsOpaque: false } first && facts.ConstantOf(b) is { IsOpaque: false } second)
            return first.Bits == constant != (second.Bits == constant);
        if (LoopOf(a) is not { } one || LoopOf(b) is not { } other || !ReferenceEquals(one.Loop.Op, other.Loop.Op) || one.Index == other.Index)
            return false;
        var (loop, i) = one;
        int j = other.Index;
        int p = loop.Body.Parameters[i].Id, q = loop.Body.Parameters[j].Id;
        if (!assumed.Add((System.Math.Min(p, q), System.Math.Max(p, q))))
            return true;
        return AreExclusive(loop.Initial[i], loop.Initial[j], constant, assumed)
            && HandedOn(loop.Body, loop.Label).All(values => AreExclusive(values[i], values[j], constant, assumed));
    }

    // The loop that carries a value, or results in it.
    private (LoopParts Loop, int Index)? LoopOf(IrValue value)
    {
        var definition = facts.DefinitionOf(value);
        if ((definition.Op ?? definition.Node.Owner) is not (ForOp or LoopOp) || definition.Op is null && definition.Node.Owner is null)
            return null;
        var loop = LoopParts.Of((definition.Op ?? definition.Node.Owner)!);
        var values = definition.Op is null ? loop.Body.Parameters : loop.Results;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i].Id == value.Id)
                return (loop, i);
        }
        return null;
    }

    // What an iteration hands on to the next one, and what it leaves the loop with.
    private static IEnumerable<EquatableArray<IrValue>> HandedOn(Region body, int label)
    {
        var leaving = OpShape.AllOps(body).SelectMany(op => OpShape.Regions(op)).Select(region => region.End)
            .Where(end => end is Break exit && exit.Label == label || end is Continue next && next.Label == label);
        return (body.End is Yield ? leaving.Append(body.End) : leaving).Select(end => OpShape.Operands(end));
    }
}
