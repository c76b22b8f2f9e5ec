using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Analysis;

/// <summary>What a method does to the memory it is given and to the world.</summary>
/// <param name="Writes">Per flattened parameter: the memory behind it (rows included) may be written.</param>
/// <param name="HasForeignEffects">It runs code that is not known to be pure.</param>
internal sealed record MethodEffects(IReadOnlyList<bool> Writes, bool HasForeignEffects)
{
    /// <summary>Per flattened parameter: the memory directly behind it is not written, only that of rows at most: a jagged array keeps its rows.</summary>
    public IReadOnlyList<bool> KeepsRows { get; init; } = [];
}

/// <summary>Effects of all methods of a unit, found as the least fixed point over their calls.</summary>
internal sealed class CallEffects
{
    private readonly Dictionary<string, MethodEffects> _effects = new();
    private readonly HashSet<string> _recordSharers = new();
    private readonly Dictionary<string, IrMethod> _ruleOwners = new();

    public CallEffects(IrUnit unit)
    {
        var methods = unit.Callees.Add(unit.Root);
        foreach (var method in methods)
        {
            _effects[method.Key] = new MethodEffects(new bool[method.Parameters.Length], false) { KeepsRows = [.. method.Parameters.Select(_ => true)] };
            if (method.Rule is not null)
                _ruleOwners[method.Key] = method;
            if (method.SharesRecords)
                _recordSharers.Add(method.Key);
        }
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (var method in methods)
            {
                var before = _effects[method.Key];
                var after = Summarise(method);
                if (before.HasForeignEffects != after.HasForeignEffects || !before.Writes.SequenceEqual(after.Writes) || !before.KeepsRows.SequenceEqual(after.KeepsRows))
                {
                    _effects[method.Key] = after;
                    changed = true;
                }
            }
        }
    }

    /// <summary>The effects of a method; a method outside the unit may do anything.</summary>
    public MethodEffects Of(string key, int parameters) =>
        _effects.TryGetValue(key, out var known) ? known : new MethodEffects(Enumerable.Repeat(true, parameters).ToArray(), true);

    /// <summary>The method with a rule that has the key, or null.</summary>
    public IrMethod? RuleOwner(string key) => _ruleOwners.TryGetValue(key, out var method) ? method : null;

    /// <summary>Whether a callee leaves records on the tape for another one, or takes them.</summary>
    public bool SharesRecords(CallOp call) => _recordSharers.Contains(call.Callee);

    /// <summary>The references through which an operation may write.</summary>
    public IEnumerable<IrValue> Written(Op op)
    {
        switch (op)
        {
            case StoreOp o:
                yield return o.Buffer;
                break;
            case AccumulateOp o:
                yield return o.Buffer;
                break;
            case FillOp o:
                yield return o.Buffer;
                break;
            case CopyOp o:
                yield return o.Destination;
                break;
            case ForeignOp { IsPure: false } o:
                foreach (var argument in o.Arguments)
                {
                    if (argument.Type is BufferType { Kind: not BufferKind.ReadOnlySpan })
                        yield return argument;
                }
                break;
            case CallOp o:
                var writes = Of(o.Callee, o.Arguments.Length).Writes;
                for (int i = 0; i < o.Arguments.Length; i++)
                {
                    if (o.Arguments[i].Type is BufferType && (i >= writes.Count || writes[i]))
                        yield return o.Arguments[i];
                }
                break;
        }
    }

    /// <summary>Whether an operation that writes to jagged memory may exchange rows of it; a store through the reference itself does.</summary>
    public bool MayExchangeRows(Op op, IrValue reference)
    {
        if (op is not CallOp call)
            return true;
        var keeps = Of(call.Callee, call.Arguments.Length).KeepsRows;
        return Enumerable.Range(0, call.Arguments.Length).Any(i => call.Arguments[i].Equals(reference) && !(i < keeps.Count && keeps[i]));
    }

    /// <summary>Runs code that must run exactly once, in order.</summary>
    public bool HasForeignEffects(Op op) => op switch
    {
        ForeignOp o => !o.IsPure,
        CallOp o => Of(o.Callee, o.Arguments.Length).HasForeignEffects,
        _ => false,
    };

    private MethodEffects Summarise(IrMethod method)
    {
        // A method with a rule is a function of its arguments: that is what the rule says.
        if (method.Rule is { } rule)
            return new MethodEffects(rule.Writes, false);
        var aliases = new AliasClasses(method.Parameters, method.Body);
        var written = new HashSet<int>();
        bool foreign = false;
        foreach (var op in OpShape.AllOps(method.Body))
        {
            foreach (var reference in Written(op))
            {
                int first = aliases.ClassOf(reference);
                if (aliases.HasRows(first) && !MayExchangeRows(op, reference))
                    first = aliases.RowsOf(first);
                for (int id = first; written.Add(id) && aliases.HasRows(id); id = aliases.RowsOf(id))
                {
                }
            }
            foreign |= HasForeignEffects(op);
        }
        var writes = method.Parameters.Map(p => p.Type is BufferType && Reaches(aliases, aliases.ClassOf(p), written));
        return new MethodEffects(writes, foreign) { KeepsRows = method.Parameters.Map(p => p.Type is not BufferType || !written.Contains(aliases.ClassOf(p))) };
    }

    private static bool Reaches(AliasClasses aliases, int id, HashSet<int> written)
    {
        for (int depth = 0; depth < 8; depth++)
        {
            if (written.Contains(id))
                return true;
            if (!aliases.HasRows(id))
                return false;
            id = aliases.RowsOf(id);
        }
        return true;
    }
}
