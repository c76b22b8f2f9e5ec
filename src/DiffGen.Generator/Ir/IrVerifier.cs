using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

/// <summary>
/// Finds what is wrong with a piece of IR: the rules that the records' documentation states. Every transform's output must pass; a message
/// names the operation, so that the pass at fault is found from a failing test.
/// </summary>
internal sealed partial class IrVerifier
{
    private readonly List<string> _errors = new();
    private readonly HashSet<int> _ids = new();
    private readonly Dictionary<int, IrValue> _visible = new();
    private readonly Dictionary<int, Slot> _slots = new();
    private readonly List<Target> _targets = new();
    private readonly HashSet<int> _labels = new();
    private readonly IReadOnlyList<IrType>? _returnTypes;

    private IrVerifier(IReadOnlyList<IrType>? returnTypes) => _returnTypes = returnTypes;

    /// <summary>A construct that a terminator can name.</summary>
    private readonly record struct Target(int Label, EquatableArray<IrValue> Results, EquatableArray<IrValue> Carried, bool IsLoop);

    public static IReadOnlyList<string> Verify(IrMethod method) => Verify(method.Parameters, method.Body);

    /// <param name="parameters">Values that are visible from the start.</param>
    /// <param name="body">Ends in a return or a throw on every path that completes.</param>
    /// <param name="returnTypes">Types that a return must give, when known.</param>
    public static IReadOnlyList<string> Verify(IEnumerable<IrValue> parameters, Region body, IReadOnlyList<IrType>? returnTypes = null)
    {
        var verifier = new IrVerifier(returnTypes);
        foreach (IrValue parameter in parameters)
            verifier.Define(parameter, "parameter");
        if (!body.Parameters.IsEmpty)
            verifier.Error("method body", "has region parameters");
        verifier.Region(body, yields: null, "method body");
        return verifier._errors;
    }

    private void Error(string where, string what) => _errors.Add($"{where}: {what}");

    private void Define(IrValue value, string where)
    {
        if (value.Type is StructType)
            Error(where, $"{value} has a struct type");
        if (!_ids.Add(value.Id))
            Error(where, $"id of {value} is defined twice");
        _visible[value.Id] = value;
    }

    private void Use(IrValue value, string where)
    {
        if (!_visible.TryGetValue(value.Id, out IrValue definition))
            Error(where, $"{value} is used where it is not visible");
        else if (!definition.Equals(value))
            Error(where, $"{value} is not the value that was defined with its id, {definition}");
    }

    /// <summary>Returns whether the region can complete by its <see cref="Yield"/>.</summary>
    /// <param name="yields">What a Yield must match, or null where none is allowed.</param>
    private bool Region(Region region, EquatableArray<IrValue>? yields, string where)
    {
        var defined = new List<int>();
        var slots = new List<int>();
        foreach (IrValue parameter in region.Parameters)
        {
            Define(parameter, where);
            defined.Add(parameter.Id);
        }
        bool reachable = true;
        foreach (Op op in region.Ops)
        {
            string name = Describe(op);
            if (!reachable)
                Error(name, "follows an operation that never completes");
            foreach (IrValue operand in OpShape.Operands(op))
                Use(operand, name);
            reachable &= Operation(op, name);
            foreach (IrValue result in OpShape.Results(op))
            {
                Define(result, name);
                defined.Add(result.Id);
            }
            if (op is SlotOp { Slot: var slot })
            {
                if (!_ids.Add(slot.Id))
                    Error(name, "slot id is defined twice");
                _slots[slot.Id] = slot;
                slots.Add(slot.Id);
            }
        }
        // What stands where control never arrives is of no account: front ends and passes need not tidy it.
        bool completes = reachable && Terminator(region.End, yields, where);
        foreach (int id in defined)
            _visible.Remove(id);
        foreach (int id in slots)
            _slots.Remove(id);
        return completes;
    }

    private bool Terminator(Terminator end, EquatableArray<IrValue>? yields, string where)
    {
        string name = $"{where}, terminator {end.GetType().Name.ToLowerInvariant()}";
        foreach (IrValue value in OpShape.Operands(end))
            Use(value, name);
        switch (end)
        {
            case Yield e:
                if (yields is { } expected)
                    Match(e.Values, expected, name, "yielded values");
                else
                    Error(name, "nothing to complete here");
                return true;
            case Break { Label: IrMethod.ReturnLabel } e:
                if (_returnTypes is not null && !e.Values.Select(v => v.Type).SequenceEqual(_returnTypes))
                    Error(name, "returned values do not match the result types");
                return false;
            case Break e:
                if (Find(e.Label, name) is { } target)
                    Match(e.Values, target.Results, name, "values");
                return false;
            case Continue e:
                if (Find(e.Label, name) is { } loop)
                {
                    if (loop.IsLoop)
                        Match(e.Values, loop.Carried, name, "values");
                    else
                        Error(name, $"label {e.Label} is not a loop");
                }
                return false;
            default:
                return false;
        }
    }

    private Target? Find(int label, string where)
    {
        for (int i = _targets.Count - 1; i >= 0; i--)
        {
            if (_targets[i].Label == label)
                return _targets[i];
        }
        Error(where, $"label {label} names no enclosing construct");
        return null;
    }

    private void Match(EquatableArray<IrValue> actual, EquatableArray<IrValue> expected, string where, string what)
    {
        if (actual.Length != expected.Length)
        {
            Error(where, $"{actual.Length} {what} for {expected.Length}");
            return;
        }
        for (int i = 0; i < actual.Length; i++)
        {
            if (!actual[i].Type.Equals(expected[i].Type))
                Error(where, $"{what}: {actual[i]} has type {IrPrinter.TypeName(actual[i].Type)}, not {IrPrinter.TypeName(expected[i].Type)} as {expected[i]}");
        }
    }

    private static string Describe(Op op)
    {
        string results = string.Join(", ", OpShape.Results(op));
        return results.Length == 0 ? op.GetType().Name : $"{op.GetType().Name} {results}";
    }
}
