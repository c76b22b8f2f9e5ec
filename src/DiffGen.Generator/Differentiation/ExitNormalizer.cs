using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// Brings a method into the form that the reverse sweep mirrors: one return at the end, no blocks, and the only exits are breaks out of a loop
/// at the very end of its body (in tail branches). Code behind an early exit moves into the branch that does not exit; only where a construct
/// has several ways to go on and to leave, an exit number says which one was taken.
/// </summary>
internal sealed class ExitNormalizer
{
    private readonly IdSource _ids;
    private readonly Dictionary<int, IrValue> _same = new();

    private ExitNormalizer(IdSource ids) => _ids = ids;

    public static IrMethod Run(IrMethod method)
    {
        var ids = new IdSource(method.NextId, method.NextLabel);
        var normalizer = new ExitNormalizer(ids);
        var tree = normalizer.Normalize(method.Body);
        foreach (var leaf in tree.Leaves())
        {
            if (leaf.End is Break { Label: IrMethod.ReturnLabel } exit)
                leaf.End = new Yield(exit.Values);
        }
        var body = tree.ToRegion(ids, method.Body.Parameters);
        if (body.End is Yield end)
            body = body with { End = new Break(IrMethod.ReturnLabel, end.Values, -1) };
        body = normalizer.Rename(body);
        return method with { Body = body, NextId = ids.NextId, NextLabel = ids.NextLabel };
    }

    private Region Rename(Region body)
    {
        var rewriter = new RegionRewriter(null);
        foreach (var pair in _same)
        {
            var value = pair.Value;
            while (_same.TryGetValue(value.Id, out var next))
                value = next;
            rewriter.Substitute(new IrValue(pair.Key, value.Type, ""), value);
        }
        return rewriter.Copy(body);
    }

    private ExitTree Normalize(Region region) => Normalize(region.Ops, 0, region.End);

    private ExitTree Normalize(EquatableArray<Op> ops, int start, Terminator end)
    {
        var done = new List<Op>();
        for (int i = start; i < ops.Length; i++)
        {
            ExitTree? whole = null;
            switch (ops[i])
            {
                case IfOp conditional:
                    var choice = new ExitTree([], conditional, Normalize(conditional.Then), Normalize(conditional.Else));
                    whole = Join(done, choice, conditional.Results, ops, i + 1, end);
                    break;
                case BlockOp block:
                    var body = Normalize(block.Body);
                    foreach (var leaf in body.Leaves())
                    {
                        if (leaf.End is Break exit && exit.Label == block.Label)
                            leaf.End = new Yield(exit.Values);
                    }
                    whole = Join(done, body, block.Results, ops, i + 1, end);
                    break;
                case ForOp loop:
                    whole = Loop(done, loop, loop.Label, loop.Body, loop.Initial, loop.Results,
                        (body, initial, results) => loop with { Body = body, Initial = initial, Results = results }, ops, i + 1, end);
                    break;
                case LoopOp loop:
                    whole = Loop(done, loop, loop.Label, loop.Body, loop.Initial, loop.Results,
                        (body, initial, results) => loop with { Body = body, Initial = initial, Results = results }, ops, i + 1, end);
                    break;
                default:
                    done.Add(ops[i]);
                    break;
            }
            if (whole is not null)
                return whole;
        }
        return new ExitTree(done, end);
    }

    /// <summary>Adds a construct to the code so far. Returns null where plain code goes on behind it, else the tree with the rest of the region in it.</summary>
    private ExitTree? Join(List<Op> done, ExitTree tree, EquatableArray<IrValue> results, EquatableArray<Op> ops, int rest, Terminator end)
    {
        var completing = tree.Completing();
        if (completing.Count == 0)
            return tree.After(done);
        if (tree.Leaving().Count == 0)
        {
            done.AddRange(tree.Ops);
            if (tree.IsLeaf)
                SetSame(results, ((Yield)tree.End).Values);
            else
                tree.AppendChoice(_ids, done, results);
            return null;
        }
        if (completing.Count == 1)
        {
            var leaf = completing[0];
            SetSame(results, ((Yield)leaf.End).Values);
            leaf.Graft(Normalize(ops, rest, end));
            return tree.After(done);
        }
        if (rest == ops.Length)
        {
            foreach (var leaf in completing)
                leaf.End = Substitute(end, results, ((Yield)leaf.End).Values);
            return tree.After(done);
        }
        var exits = Encode(tree, results, out var encoded, out var code);
        done.AddRange(tree.Ops);
        tree.AppendChoice(_ids, done, encoded);
        return Dispatch(done, code, exits, Normalize(ops, rest, end));
    }

    private ExitTree? Loop(List<Op> done, Op op, int label, Region loopBody, EquatableArray<IrValue> initial, EquatableArray<IrValue> results,
        Func<Region, EquatableArray<IrValue>, EquatableArray<IrValue>, Op> rebuild, EquatableArray<Op> ops, int rest, Terminator end)
    {
        var body = Normalize(loopBody);
        var outer = new List<ExitTree>();
        foreach (var leaf in body.Leaves())
        {
            if (leaf.End is Continue next && next.Label == label)
                leaf.End = new Yield(next.Values);
            else if (leaf.End is Continue || leaf.End is Break exit && exit.Label != label)
                outer.Add(leaf);
        }
        if (outer.Count == 0)
        {
            done.Add(rebuild(body.ToRegion(_ids, loopBody.Parameters), initial, results));
            return null;
        }

        // Leave this loop with the number of the exit and its values, then go on from behind the loop.
        var kinds = Kinds(outer);
        var extra = ExitValues(kinds);
        var inner = extra.Map(Fresh);
        foreach (var leaf in body.Leaves())
        {
            switch (leaf.End)
            {
                case Yield e:
                    leaf.End = new Yield([.. e.Values, .. inner]);
                    break;
                case Break e when e.Label == label:
                    leaf.End = e with { Values = [.. e.Values, .. inner] };
                    break;
                case Throw:
                    break;
                default:
                    var taken = TakenValues(leaf, kinds, inner);
                    leaf.End = new Break(label, [.. loopBody.Parameters, .. taken], leaf.End.Line);
                    break;
            }
        }
        var first = extra.Map(value => Zero(done, value.Type));
        var after = extra.Map(Fresh);
        EquatableArray<IrValue> parameters = [.. loopBody.Parameters, .. inner];
        var closing = rebuild(body.ToRegion(_ids, parameters), [.. initial, .. first], [.. results, .. after]);
        done.Add(closing with { Line = op.Line, Ordinal = op.Ordinal });
        var exits = kinds.Select((kind, k) => new Exit(kind, k + 1, Part(after, kinds, k))).ToList();
        return Dispatch(done, after[0], exits, Normalize(ops, rest, end));
    }

    private sealed record Exit(Terminator Kind, int Number, EquatableArray<IrValue> Values);

    /// <summary>Turns the leaving leaves of a tree into completing ones that say where to go.</summary>
    private List<Exit> Encode(ExitTree tree, EquatableArray<IrValue> results, out EquatableArray<IrValue> encoded, out IrValue code)
    {
        var kinds = Kinds(tree.Leaving());
        var extra = ExitValues(kinds);
        foreach (var leaf in tree.Leaves())
        {
            if (leaf.End is Yield yield)
            {
                leaf.End = new Yield([.. yield.Values, .. extra.Map(value => Zero(leaf.Ops, value.Type))]);
            }
            else if (leaf.End is not Throw)
            {
                var none = extra.Map(value => Zero(leaf.Ops, value.Type));
                leaf.End = new Yield([.. results.Map(value => Zero(leaf.Ops, value.Type)), .. TakenValues(leaf, kinds, none)]);
            }
        }
        encoded = [.. results, .. extra];
        code = extra[0];
        return kinds.Select((kind, k) => new Exit(kind, k + 1, Part(extra, kinds, k))).ToList();
    }

    private ExitTree Dispatch(List<Op> done, IrValue code, List<Exit> exits, ExitTree rest)
    {
        for (int k = exits.Count - 1; k >= 0; k--)
        {
            var ops = k == 0 ? done : new List<Op>();
            var number = _ids.Value(IrType.I32);
            ops.Add(new ConstantOp(number, Constant.Of(exits[k].Number)));
            var taken = _ids.Value(IrType.Bool, "left");
            ops.Add(new ApplyOp(taken, "eq", [code, number]));
            var leave = new ExitTree([], OpShape.WithOperands(exits[k].Kind, exits[k].Values));
            var empty = new Region(default, default, new Unreachable());
            rest = new ExitTree(ops, new IfOp(default, taken, empty, empty), leave, rest);
        }
        return rest;
    }

    // One representative per destination, in order of first appearance.
    private static List<Terminator> Kinds(List<ExitTree> leaves) =>
        leaves.Select(leaf => leaf.End).GroupBy(end => (end is Break, Label(end))).Select(group => group.First()).ToList();

    private static int Label(Terminator end) => end is Break exit ? exit.Label : ((Continue)end).Label;

    /// <summary>The exit number, then the values of every exit.</summary>
    private EquatableArray<IrValue> ExitValues(List<Terminator> kinds) =>
        [_ids.Value(IrType.I32, "exit"), .. kinds.SelectMany(kind => OpShape.Operands(kind)).Select(Fresh)];

    private static EquatableArray<IrValue> Part(EquatableArray<IrValue> values, List<Terminator> kinds, int which)
    {
        int start = 1;
        for (int k = 0; k < which; k++)
            start += OpShape.Operands(kinds[k]).Length;
        return values.Skip(start).Take(OpShape.Operands(kinds[which]).Length).ToEquatableArray();
    }

    /// <summary>What a leaving leaf hands on in place of <paramref name="none"/>: its number and its values.</summary>
    private EquatableArray<IrValue> TakenValues(ExitTree leaf, List<Terminator> kinds, EquatableArray<IrValue> none)
    {
        var values = none.ToArray();
        int which = kinds.FindIndex(kind => kind is Break == leaf.End is Break && Label(kind) == Label(leaf.End));
        values[0] = _ids.Value(IrType.I32);
        leaf.Ops.Add(new ConstantOp(values[0], Constant.Of(which + 1)));
        int start = 1;
        for (int k = 0; k < which; k++)
            start += OpShape.Operands(kinds[k]).Length;
        var own = OpShape.Operands(leaf.End);
        for (int i = 0; i < own.Length; i++)
            values[start + i] = own[i];
        return new EquatableArray<IrValue>(values);
    }

    private IrValue Fresh(IrValue value) => _ids.Value(value.Type, value.Name);

    // A value that is never read: the other exit's.
    private IrValue Zero(List<Op> ops, IrType type)
    {
        var zero = _ids.Value(type);
        ops.Add(new ConstantOp(zero, type is ScalarType scalar ? Constant.OfInteger(scalar.Kind, 0) : Constant.Opaque("default")));
        return zero;
    }

    private void SetSame(EquatableArray<IrValue> results, EquatableArray<IrValue> values)
    {
        for (int i = 0; i < results.Length; i++)
            _same[results[i].Id] = values[i];
    }

    private static Terminator Substitute(Terminator end, EquatableArray<IrValue> results, EquatableArray<IrValue> values)
    {
        return OpShape.WithOperands(end, OpShape.Operands(end).Map(operand =>
        {
            for (int i = 0; i < results.Length; i++)
            {
                if (results[i].Id == operand.Id)
                    return values[i];
            }
            return operand;
        }));
    }
}
