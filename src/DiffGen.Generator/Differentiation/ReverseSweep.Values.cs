using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// How primal values are had in the reverse sweep: they are in scope, or computed again, or read again, or saved.
internal sealed partial class ReverseSweep
{
    private const int Unavailable = 1000;
    private const int CostOfSaving = 3;
    private const int LocalLimit = 1;
    private const int FloatLimit = 4;
    private const int IntegerLimit = 8;

    private readonly HashSet<Region> _jointRoots = new(ReferenceComparer<Region>.Instance);

    /// <summary>A primal value, in the reverse code that is being built.</summary>
    private IrValue Need(IrValue value) => Need(_scope, value);

    private IrValue Need(ReverseScope scope, IrValue value)
    {
        if (!_view.IsPrimal(value))
            return value;
        if (value.Type is BufferType)
            return NeedBuffer(scope, value);
        var home = Home(scope, value);
        if (home.Available.TryGetValue(value.Id, out var available))
            return available;
        if (IsInScope(home))
            return value;
        return home.Available[value.Id] = Materialise(home, value);
    }

    /// <summary>The scope that mirrors the region in which a value is defined.</summary>
    private ReverseScope Home(ReverseScope scope, IrValue value) => FindHome(scope, value)
        ?? throw new UnsupportedDerivativeException(-1, $"the value {value} is not defined in a region that encloses its use");

    /// <summary>The same; null for a value of a region whose reverse code has not been begun.</summary>
    private ReverseScope? FindHome(ReverseScope? scope, IrValue value)
    {
        var region = _view.RegionOf(value);
        while (scope is not null && !ReferenceEquals(scope.Primal, region))
            scope = scope.Parent;
        return scope;
    }

    // Both sweeps stand in one C# scope, and the value is not hidden in a branch.
    private static bool IsInScope(ReverseScope home) => home.Frame.Kind == FrameKind.Direct && ReferenceEquals(home.Frame.Root, home.Primal);

    private IrValue Materialise(ReverseScope home, IrValue value)
    {
        if (home.Frame.Find(value) is null)
        {
            var op = _view.OpOf(value);
            if (op is ConstantOp constant)
            {
                var copy = _ids.Value(value.Type, value.Name);
                home.Builder.Add(constant with { Result = copy });
                return copy;
            }
            if (op is null && StepOf(home, value) is { } step)
                return home.Builder.ApplyNamed(value.Name, "add", value.Type, Need(home.Parent!, step.Initial), Distance(home, value.Type, step.Step));
            int limit = home.Frame.Kind == FrameKind.Direct ? LocalLimit : value.Type.IsFloat ? FloatLimit : IntegerLimit;
            if (op is not null && _options.Recompute && Cost(home, value, limit, 0) <= limit)
                return Recompute(home, value, op);
            if (ReadRow(home, value) is { } element)
                return element;
        }
        return ReadSaved(home, value);
    }

    /// <summary>An integer that every iteration of a loop changes by the same constant: it follows from the number of the iteration.</summary>
    private (IrValue Initial, Constant Step)? StepOf(ReverseScope home, IrValue value)
    {
        if (!_options.Recompute || value.Type != IrType.I32 || home.Iteration is null || home.Loop is not { } loop || !ReferenceEquals(home.Primal, loop.Body)
            || loop.Body.End is not Yield yield)
        {
            return null;
        }
        int index = loop.Body.Parameters.Select((parameter, j) => (parameter, j)).Where(pair => pair.parameter.Id == value.Id).Select(pair => pair.j).DefaultIfEmpty(-1).First();
        return index >= 0 && _view.OpOf(yield.Values[index]) is ApplyOp { Primitive: "add", Checked: false } next && next.Arguments[0].Id == value.Id
            && _view.ConstantOf(next.Arguments[1]) is { IsOpaque: false } step
                ? (loop.Initial[index], step)
                : null;
    }

    private static IrValue Distance(ReverseScope home, IrType type, Constant step)
    {
        return step.Bits == 1 ? home.Iteration! : home.Builder.Apply("mul", type, home.Iteration!, home.Builder.Constant(step));
    }

    private IrValue ReadSaved(ReverseScope home, IrValue value)
    {
        var saved = home.Frame.Save(value, _ids);
        switch (home.Frame.Kind)
        {
            case FrameKind.Direct:
                var local = _ids.Value(value.Type, value.Name);
                home.Builder.Add(new GetSlotOp(local, saved.Slot));
                return local;
            case FrameKind.Arrays:
                var element = _ids.Value(value.Type, value.Name);
                home.Builder.Add(new LoadOp(element, saved.Reader, [PlaceOf(FrameScope(home))], default));
                return element;
            default:
                return saved.Reader;
        }
    }

    private static ReverseScope FrameScope(ReverseScope scope)
    {
        while (!ReferenceEquals(scope.Primal, scope.Frame.Root))
            scope = scope.Parent!;
        return scope;
    }

    /// <summary>What it takes to compute a value again from what is at hand, counted in cheap operations.</summary>
    private int Cost(ReverseScope scope, IrValue value, int limit, int depth)
    {
        if (!_view.IsPrimal(value))
            return 0;
        var home = Home(scope, value);
        if (home.Available.ContainsKey(value.Id) || IsInScope(home))
            return 0;
        if (home.Frame.Find(value) is not null)
            return 1;
        if (limit < 0 || depth > 12)
            return Unavailable;
        int cost = OwnCost(home, _view.OpOf(value), value);
        if (cost < Unavailable)
        {
            foreach (var operand in OpShape.Operands(_view.OpOf(value)!))
            {
                if (operand.Type is not BufferType && cost <= limit)
                    cost += Cost(home, operand, limit - cost, depth + 1);
            }
        }
        return depth > 0 && cost > CostOfSaving ? CostOfSaving : cost;
    }

    private int OwnCost(ReverseScope home, Op? op, IrValue value) => op switch
    {
        ConstantOp => 0,
        ApplyOp { Checked: false } apply => apply.Primitive switch
        {
            "add" or "sub" or "mul" or "neg" or "convert" or "lt" or "le" or "gt" or "ge" or "eq" or "ne" or "not" or "and" or "or" or "xor" or "shl" or "shr" or "stop"
                or "complement" or "ushr" or "max" => 1,
            _ => Unavailable,
        },
        LoadOp load when IsReadable(home, load) => 1,
        LengthOp length when CanMeasure(home, length) => 0,
        SelectOp => 1,
        _ => Unavailable,
    };

    private IrValue Recompute(ReverseScope home, IrValue value, Op op)
    {
        if (op is LengthOp length)
            return Measure(home, length);
        var copier = new RegionRewriter(_ids) { Free = operand => Need(home, operand) };
        home.Builder.Add(copier.Copy(op));
        return copier.Map(value);
    }

    /// <summary>Whether memory can be read again: nothing has written it since, and the reference is at hand.</summary>
    private bool IsReadable(ReverseScope home, LoadOp load) =>
        CanReach(home, load.Buffer) && _view.IsStableAfter(load, load.Buffer, JointRoot(home).Primal);

    private ReverseScope JointRoot(ReverseScope scope)
    {
        while (!_jointRoots.Contains(scope.Primal))
            scope = scope.Parent!;
        return scope;
    }
}
