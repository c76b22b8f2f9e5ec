using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Analysis;

/// <summary>
/// Which values can carry a derivative: <em>varied</em> ones depend on an active input, <em>useful</em> ones can reach an active output.
/// A value is active if it is both. Memory is judged by class.
/// </summary>
internal sealed class Activity
{
    private readonly MethodFacts _facts;
    private readonly HashSet<int> _varied = new();
    private readonly HashSet<int> _variedMemory = new();
    private readonly HashSet<int> _useful = new();
    private readonly HashSet<int> _usefulMemory = new();
    private readonly HashSet<int> _cut = new();
    private readonly HashSet<int> _variedSlots = new();
    private readonly Dictionary<int, (IReadOnlyList<IrValue> Results, IReadOnlyList<IrValue> Carried)> _targets = new();
    private bool _changed;

    /// <param name="activeInputs">Parameters that are varied on entry.</param>
    /// <param name="activeOutputs">Positions in the returned values that are wanted; null: all.</param>
    public Activity(MethodFacts facts, IEnumerable<IrValue> activeInputs, ISet<int>? activeOutputs)
    {
        _facts = facts;
        foreach (var input in activeInputs)
        {
            if (input.Type is BufferType)
            {
                MarkMemory(_variedMemory, input);
                // What is left in an active buffer is an output.
                MarkMemory(_usefulMemory, input);
            }
            else if (input.Type.IsFloat)
            {
                _varied.Add(input.Id);
            }
        }
        FindCuts(facts.Root.Region);
        do
        {
            _changed = false;
            ForwardRegion(facts.Root.Region);
        }
        while (_changed);
        do
        {
            _changed = false;
            BackwardRegion(facts.Root.Region, activeOutputs);
        }
        while (_changed);
    }

    public bool IsVaried(IrValue value) => value.Type is BufferType ? IsVariedMemory(value) : _varied.Contains(value.Id);

    public bool IsActive(IrValue value) =>
        value.Type is BufferType ? IsActiveMemory(value) : _varied.Contains(value.Id) && _useful.Contains(value.Id);

    /// <summary>A mutable local can hold a varied number, or a reference to varied memory.</summary>
    public bool IsVaried(Slot slot) => slot.Type is BufferType type ? Holds(_variedMemory, _facts.Aliases.ClassOf(slot), type) : _variedSlots.Contains(slot.Id);

    /// <summary>The memory behind a reference can hold varied numbers (rows of a jagged array included), and the reference is not cut by StopGradient.</summary>
    public bool IsVariedMemory(IrValue reference) => !_cut.Contains(reference.Id) && Holds(_variedMemory, reference);

    /// <summary>The memory behind a reference needs a shadow.</summary>
    public bool IsActiveMemory(IrValue reference) => !_cut.Contains(reference.Id) && Holds(_variedMemory, reference) && Holds(_usefulMemory, reference);

    private bool Holds(HashSet<int> memory, IrValue reference) => Holds(memory, _facts.Aliases.ClassOf(reference), (BufferType)reference.Type);

    private bool Holds(HashSet<int> memory, int id, BufferType reference)
    {
        if (!CarriesFloats(reference.Element))
            return false;
        if (memory.Contains(id))
            return true;
        if (!_facts.Aliases.HasRows(id))
            return false;
        int rows = _facts.Aliases.RowsOf(id);
        return ElementPaths.References(reference.Element).Any(row => row.Carries && Holds(memory, rows, (BufferType)row.Type));
    }

    private static bool CarriesFloats(IrType type) => type switch
    {
        BufferType buffer => CarriesFloats(buffer.Element),
        StructType structure => HasFloat(structure),
        _ => type.IsFloat,
    };

    private static bool HasFloat(StructType structure)
    {
        if (structure.IsOpen)
            return true;
        foreach (var field in structure.Fields)
        {
            if (!field.NoDerivative && CarriesFloats(field.Type))
                return true;
        }
        return false;
    }

    private void MarkMemory(HashSet<int> memory, IrValue reference)
    {
        if (_cut.Contains(reference.Id))
            return;
        MarkMemory(memory, _facts.Aliases.ClassOf(reference), (BufferType)reference.Type);
    }

    private void MarkMemory(HashSet<int> memory, int id, BufferType type)
    {
        _changed |= memory.Add(id);
        foreach (var row in ElementPaths.References(type.Element))
        {
            if (row.Carries && CarriesFloats(row.Type))
                MarkMemory(memory, _facts.Aliases.RowsOf(id), (BufferType)row.Type);
        }
    }

    // What is read or written is a number of the memory itself, not of what it leads to.
    private void MarkElement(HashSet<int> memory, IrValue reference)
    {
        if (!_cut.Contains(reference.Id))
            _changed |= memory.Add(_facts.Aliases.ClassOf(reference));
    }

    private bool IsVariedElement(LoadOp load) =>
        !_cut.Contains(load.Buffer.Id) && _variedMemory.Contains(_facts.Aliases.ClassOf(load.Buffer)) && ElementPaths.Carries(load.Buffer, load.Path);

    private void FindCuts(Region region)
    {
        foreach (var op in OpShape.AllOps(region))
        {
            if (op is SliceOp slice && (slice.StopsDerivative || _cut.Contains(slice.Buffer.Id)))
                _cut.Add(slice.Result.Id);
            else if (op is LoadOp { Result.Type: BufferType } load && (_cut.Contains(load.Buffer.Id) || !ElementPaths.Carries(load.Buffer, load.Path)))
                _cut.Add(load.Result.Id);
        }
    }

    private void Vary(IrValue value, bool varied)
    {
        if (varied && value.Type.IsFloat)
            _changed |= _varied.Add(value.Id);
    }

    private void Vary(IReadOnlyList<IrValue> from, IReadOnlyList<IrValue> to)
    {
        for (int i = 0; i < from.Count && i < to.Count; i++)
            Vary(to[i], from[i].Type.IsFloat && _varied.Contains(from[i].Id));
    }

    private void ForwardRegion(Region region)
    {
        foreach (var op in region.Ops)
            Forward(op);
        if (region.End is Break exit && _targets.TryGetValue(exit.Label, out var target))
            Vary(exit.Values, target.Results);
        if (region.End is Continue next && _targets.TryGetValue(next.Label, out target))
            Vary(next.Values, target.Carried);
    }

    private void Forward(Op op)
    {
        switch (op)
        {
            case ApplyOp o:
                for (int i = 0; i < o.Arguments.Length; i++)
                    Vary(o.Result, o.Arguments[i].Type.IsFloat && _varied.Contains(o.Arguments[i].Id) && DerivativeRules.Flows(o, i));
                break;
            case SelectOp { Result.Type: not BufferType } o:
                Vary(o.Result, _varied.Contains(o.WhenTrue.Id) || _varied.Contains(o.WhenFalse.Id));
                break;
            case LoadOp { Result.Type: not BufferType } o:
                Vary(o.Result, IsVariedElement(o));
                break;
            case StoreOp { Value.Type: not BufferType } o when _varied.Contains(o.Value.Id) && ElementPaths.Carries(o.Buffer, o.Path):
                MarkElement(_variedMemory, o.Buffer);
                break;
            case FillOp o:
                foreach (var leaf in o.Leaves)
                {
                    if (_varied.Contains(leaf.Id))
                        MarkMemory(_variedMemory, o.Buffer);
                }
                break;
            case CopyOp o when IsVariedMemory(o.Source):
                MarkMemory(_variedMemory, o.Destination);
                break;
            case AccumulateOp o when _varied.Contains(o.Value.Id):
                MarkMemory(_variedMemory, o.Buffer);
                break;
            case SetSlotOp { Value.Type.IsFloat: true } o when _varied.Contains(o.Value.Id):
                _changed |= _variedSlots.Add(o.Slot.Id);
                break;
            case GetSlotOp { Result.Type.IsFloat: true } o:
                Vary(o.Result, _variedSlots.Contains(o.Slot.Id));
                break;
            // Records are divided between methods: every block of numbers counts, so that each push meets a pop of its kind.
            case TapePushOp { Result.Type: BufferType block } o when CarriesFloats(block.Element):
                MarkMemory(_variedMemory, o.Result);
                break;
            case TapePopOp { Result.Type: BufferType block } o when CarriesFloats(block.Element):
                MarkMemory(_variedMemory, o.Result);
                break;
            case CallOp o:
                ForwardCall(o);
                break;
            case IfOp o:
                ForwardRegion(o.Then);
                ForwardRegion(o.Else);
                ForwardYield(o.Then.End, o.Results);
                ForwardYield(o.Else.End, o.Results);
                break;
            case BlockOp o:
                _targets[o.Label] = (o.Results, []);
                ForwardRegion(o.Body);
                ForwardYield(o.Body.End, o.Results);
                break;
            case ForOp o:
                ForwardLoop(o.Label, o.Initial, o.Body, o.Results);
                break;
            case LoopOp o:
                ForwardLoop(o.Label, o.Initial, o.Body, o.Results);
                break;
        }
    }

    // A callee may mix everything it is given into everything it returns or writes.
    private void ForwardCall(CallOp call)
    {
        bool varied = _facts.Effects.SharesRecords(call);
        foreach (var argument in call.Arguments)
            varied |= argument.Type is BufferType ? IsVariedMemory(argument) : _varied.Contains(argument.Id);
        if (!varied)
            return;
        foreach (var result in call.Results)
        {
            Vary(result, true);
            if (result.Type is BufferType)
                MarkMemory(_variedMemory, result);
        }
        foreach (var written in _facts.Effects.Written(call))
        {
            if (CarriesFloats(((BufferType)written.Type).Element))
                MarkMemory(_variedMemory, written);
        }
    }

    private void ForwardYield(Terminator end, IReadOnlyList<IrValue> results)
    {
        if (end is Yield yield)
            Vary(yield.Values, results);
    }

    private void ForwardLoop(int label, IReadOnlyList<IrValue> initial, Region body, IReadOnlyList<IrValue> results)
    {
        _targets[label] = (results, body.Parameters);
        Vary(initial, body.Parameters);
        ForwardRegion(body);
        ForwardYield(body.End, body.Parameters);
        Vary(body.Parameters, results);
    }

    private bool IsUseful(IrValue value) => _useful.Contains(value.Id);

    private void Use(IrValue value, bool useful)
    {
        if (useful && value.Type.IsFloat)
            _changed |= _useful.Add(value.Id);
        else if (useful && value.Type is BufferType)
            MarkMemory(_usefulMemory, value);
    }

    private void Use(IReadOnlyList<IrValue> values, IReadOnlyList<IrValue> results)
    {
        for (int i = 0; i < values.Count && i < results.Count; i++)
            Use(values[i], IsUseful(results[i]));
    }

    private void BackwardRegion(Region region, ISet<int>? outputs)
    {
        switch (region.End)
        {
            case Break { Label: IrMethod.ReturnLabel } exit:
                for (int i = 0; i < exit.Values.Length; i++)
                    Use(exit.Values[i], outputs is null || outputs.Contains(i));
                break;
            case Break exit:
                Use(exit.Values, _targets[exit.Label].Results);
                break;
            case Continue next:
                Use(next.Values, _targets[next.Label].Carried);
                break;
        }
        for (int i = region.Ops.Length - 1; i >= 0; i--)
            Backward(region.Ops[i], outputs);
    }

    private void Backward(Op op, ISet<int>? outputs)
    {
        switch (op)
        {
            case ApplyOp o:
                for (int i = 0; i < o.Arguments.Length; i++)
                    Use(o.Arguments[i], IsUseful(o.Result) && DerivativeRules.Flows(o, i));
                break;
            case SelectOp { Result.Type: not BufferType } o:
                Use(o.WhenTrue, IsUseful(o.Result));
                Use(o.WhenFalse, IsUseful(o.Result));
                break;
            case LoadOp { Result.Type: not BufferType } o when IsUseful(o.Result):
                MarkElement(_usefulMemory, o.Buffer);
                break;
            case StoreOp { Value.Type: not BufferType } o:
                Use(o.Value, IsUsefulMemory(o.Buffer) && ElementPaths.Carries(o.Buffer, o.Path));
                break;
            case FillOp o:
                foreach (var leaf in o.Leaves)
                    Use(leaf, IsUsefulMemory(o.Buffer));
                break;
            case CopyOp o:
                Use(o.Source, IsUsefulMemory(o.Destination));
                break;
            case CallOp o:
                BackwardCall(o);
                break;
            case IfOp o:
                BackwardYield(o.Then.End, o.Results);
                BackwardYield(o.Else.End, o.Results);
                BackwardRegion(o.Then, outputs);
                BackwardRegion(o.Else, outputs);
                break;
            case BlockOp o:
                BackwardYield(o.Body.End, o.Results);
                BackwardRegion(o.Body, outputs);
                break;
            case ForOp o:
                BackwardLoop(o.Initial, o.Body, o.Results, outputs);
                break;
            case LoopOp o:
                BackwardLoop(o.Initial, o.Body, o.Results, outputs);
                break;
        }
    }

    private void BackwardCall(CallOp call)
    {
        bool useful = false;
        foreach (var result in call.Results)
            useful |= IsUseful(result) || result.Type is BufferType && IsUsefulMemory(result);
        foreach (var written in _facts.Effects.Written(call))
            useful |= IsUsefulMemory(written);
        foreach (var argument in call.Arguments)
            Use(argument, useful);
    }

    private bool IsUsefulMemory(IrValue reference) => !_cut.Contains(reference.Id) && Holds(_usefulMemory, reference);

    private void BackwardYield(Terminator end, IReadOnlyList<IrValue> results)
    {
        if (end is Yield yield)
            Use(yield.Values, results);
    }

    private void BackwardLoop(IReadOnlyList<IrValue> initial, Region body, IReadOnlyList<IrValue> results, ISet<int>? outputs)
    {
        // At exhaustion the carried values are the results.
        Use(body.Parameters, results);
        BackwardYield(body.End, body.Parameters);
        BackwardRegion(body, outputs);
        BackwardYield(body.End, body.Parameters);
        Use(initial, body.Parameters);
    }
}
