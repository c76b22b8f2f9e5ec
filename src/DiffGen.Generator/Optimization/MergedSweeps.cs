using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// A fused loop runs in the place of the primal loop that it repeats, where the adjoint that it starts from does not depend on what the primal
/// computes from there on: one pass in place of two. If anything can throw from there on, it collects derivatives in workspace, which is copied
/// to the destinations at the end, so that an exception leaves them untouched.
/// </summary>
internal sealed class MergedSweeps
{
    private readonly CoreFunction _core;
    private readonly EquatableArray<Op> _ops;
    private readonly int _first;
    private readonly int _second;
    private readonly LoopParts _primal;
    private readonly LoopParts _fused;
    private readonly IdSource _ids;
    private readonly LoopTraffic _traffic;
    private readonly ThrowingOps _throwing;
    private readonly Dictionary<int, int> _definedAt = new();
    private readonly HashSet<int> _moved = new();

    private MergedSweeps(CoreFunction core, int first, int second)
    {
        _core = core;
        _ops = core.Body.Ops;
        _first = first;
        _second = second;
        _primal = LoopParts.Of(_ops[first]);
        _fused = LoopParts.Of(_ops[second]);
        _ids = new IdSource(core.NextId, 0);
        _traffic = new LoopTraffic(new AliasClasses(core.Parameters, core.Body));
        _throwing = new ThrowingOps(core.Body);
        for (int i = 0; i < _ops.Length; i++)
        {
            foreach (var result in OpShape.Results(_ops[i]))
                _definedAt[result.Id] = i;
        }
    }

    /// <summary>Merges the loops of the outermost region of a reverse core.</summary>
    public static CoreFunction Run(CoreFunction core)
    {
        foreach (int label in core.Body.Ops.Select(Repeated).Where(label => label >= 0).ToList())
        {
            var ops = core.Body.Ops.ToList();
            int first = ops.FindIndex(op => op is ForOp or LoopOp && LoopParts.Of(op).Label == label);
            int second = ops.FindIndex(op => Repeated(op) == label);
            if (first >= 0 && first < second)
                core = new MergedSweeps(core, first, second).Merged() ?? core;
        }
        return core;
    }

    private static int Repeated(Op op) => op switch
    {
        ForOp o => o.Repeats,
        LoopOp o => o.Repeats,
        _ => -1,
    };

    private CoreFunction? Merged()
    {
        if (IsUselessAlone() || !CanMoveInputs())
            return null;
        var touched = _traffic.Touched(_fused.Op);
        var destinations = _core.Parameters.Where(parameter => parameter.Type is BufferType && touched.Contains(_traffic.ClassOf(parameter))).ToList();
        var between = Enumerable.Range(_first + 1, _second - _first - 1).Where(i => !_moved.Contains(i)).ToList();
        var clears = between.Where(i => _ops[i] is FillOp fill && destinations.Contains(fill.Buffer)).ToList();
        // Zeros that a destination is cleared with.
        foreach (var leaf in clears.SelectMany(i => ((FillOp)_ops[i]).Leaves))
            _moved.Add(_definedAt[leaf.Id]);
        if (!_traffic.AreIndependent(_fused.Op, between.Except(clears).Select(i => _ops[i])))
            return null;
        var direct = Assemble(clears, clears.Select(i => _ops[i]), [], new RegionRewriter(null));
        if (!new ThrowingOps(direct).AnyOf(direct.Ops.Skip(_first)))
            return With(direct);
        var cleared = clears.Select(i => ((FillOp)_ops[i]).Buffer).ToList();
        bool canCollect = destinations.All(cleared.Contains) && cleared.All(buffer => buffer.Type is BufferType { IsFlat: true })
            && !LoopTraffic.Used(_ops.Take(_first)).Any(cleared.Contains);
        return canCollect ? With(Collected(clears, cleared)) : null;
    }

    private CoreFunction With(Region body) => _core with { Body = body, NextId = _ids.NextId, UsesTape = _core.UsesTape || ReverseTransform.NeedsTape(body) };

    // The primal loop, where it does nothing that counts, is left out anyway.
    private bool IsUselessAlone() => !_throwing.AnyOf([_primal.Op])
        && !LoopTraffic.Used(_ops.Skip(_first + 1)).Concat(OpShape.Operands(_core.Body.End)).Any(_primal.Results.Contains);

    /// <summary>Whether what the fused loop reads is there in front of the primal loop, or can be computed there; notes what must be moved for that.</summary>
    private bool CanMoveInputs()
    {
        var inputs = LoopTraffic.Used([_fused.Op is ForOp o ? o with { Initial = default } : ((LoopOp)_fused.Op) with { Initial = default }]);
        var pending = new Stack<IrValue>(inputs.Concat(_fused.Initial.Where((_, i) => !IsAddedLater(i))));
        while (pending.Count > 0)
        {
            if (!_definedAt.TryGetValue(pending.Pop().Id, out int at) || at < _first || !_moved.Add(at))
                continue;
            if (_ops[at] is not (ConstantOp or ApplyOp or SelectOp or LengthOp or AllocateOp { IsShadow: true }) || _throwing.AnyOf([_ops[at]]))
                return false;
            foreach (var operand in OpShape.Operands(_ops[at]))
                pending.Push(operand);
        }
        return true;
    }

    /// <summary>Adjoints to which later code contributes: the sum of the loop starts from zero and is added to them where the fused loop stood.</summary>
    private bool IsAddedLater(int i) =>
        i >= _primal.Results.Length && _definedAt.TryGetValue(_fused.Initial[i].Id, out int at) && at > _first && _ops[at] is not ConstantOp;

    private Region Collected(List<int> clears, List<IrValue> destinations)
    {
        var front = new List<Op>();
        var back = new List<Op>();
        var rename = new RegionRewriter(null);
        foreach (var destination in destinations)
        {
            var length = _ids.Value(IrType.I32);
            var workspace = _ids.Value(destination.Type, destination.Name);
            front.Add(new LengthOp(length, destination, 0));
            front.Add(new AllocateOp(workspace, [length], Storage.Scratch) { IsShadow = true });
            back.Add(new CopyOp(workspace, destination));
            rename.Substitute(destination, workspace);
        }
        return Assemble(clears, front, back, rename);
    }

    private Region Assemble(List<int> left, IEnumerable<Op> front, IEnumerable<Op> back, RegionRewriter map)
    {
        for (int i = 0; i < _primal.Results.Length; i++)
            map.Substitute(_primal.Results[i], _fused.Results[i]);
        var (zeros, loop, additions) = FromZero(map);
        List<Op> ops = [.. _ops.Take(_first), .. _moved.Where(i => i > _first).OrderBy(i => i).Select(i => map.Copy(_ops[i])), .. front, .. zeros, map.Copy(loop)];
        for (int i = _first + 1; i < _ops.Length; i++)
        {
            if (i == _second)
                ops.AddRange(additions);
            else if (!_moved.Contains(i) && !left.Contains(i))
                ops.Add(map.Copy(_ops[i]));
        }
        return new Region(default, [.. ops, .. back], map.Copy(_core.Body.End));
    }

    private (List<Op> Zeros, Op Loop, List<Op> Additions) FromZero(RegionRewriter map)
    {
        var zeros = new RegionBuilder(_ids);
        var additions = new List<Op>();
        var initial = _fused.Initial.ToList();
        var results = _fused.Results.ToList();
        foreach (int i in Enumerable.Range(0, results.Count).Where(IsAddedLater))
        {
            var sum = _ids.Value(results[i].Type, results[i].Name);
            additions.Add(new ApplyOp(results[i], "add", [map.Map(initial[i]), sum]));
            initial[i] = zeros.Float(0, results[i].Type);
            results[i] = sum;
        }
        Op loop = _fused.Op switch
        {
            ForOp o => o with { Initial = initial.ToEquatableArray(), Results = results.ToEquatableArray(), Repeats = -1 },
            _ => ((LoopOp)_fused.Op) with { Initial = initial.ToEquatableArray(), Results = results.ToEquatableArray(), Repeats = -1 },
        };
        return (zeros.TakeOps(), loop, additions);
    }
}
