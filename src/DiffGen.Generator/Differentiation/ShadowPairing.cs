using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>A method whose references are accompanied by their shadows.</summary>
/// <param name="Pairs">For each reference its shadow.</param>
/// <param name="Copied">Parameters whose shadow is an array of the method's own.</param>
internal sealed record Paired(IrMethod Method, IReadOnlyDictionary<int, IrValue> Pairs, IReadOnlyList<(IrValue Parameter, IrValue Shadow)> Copied);

/// <summary>
/// References that the reverse sweep cannot find again by itself (rows of a local jagged array, an array chosen by a branch) get their shadow
/// in the primal sweep: each such reference is accompanied by the reference of its adjoint memory, which is stored, loaded and handed on beside it.
/// </summary>
internal sealed class ShadowPairing
{
    private readonly IdSource _ids;
    private readonly MethodFacts _facts;
    private readonly HashSet<int> _chosen = new();
    private readonly HashSet<int> _withSpan = new();
    private readonly List<(IrValue Parameter, IrValue Shadow)> _copied = new();
    private readonly Dictionary<int, IrValue> _pairs;
    private readonly Dictionary<int, bool[]> _targets = new();

    private ShadowPairing(IrMethod method, CallEffects effects, IEnumerable<IrValue> activeInputs, ISet<int> activeResults,
        IReadOnlyDictionary<int, IrValue> shadowParameters, IdSource ids)
    {
        _ids = ids;
        _facts = new MethodFacts(method.Parameters, method.Body, effects);
        _pairs = shadowParameters.ToDictionary(pair => pair.Key, pair => pair.Value);
        Choose(method, new Activity(_facts, activeInputs, activeResults));
    }

    /// <param name="shadowParameters">The shadows of active buffer parameters.</param>
    public static Paired Run(IrMethod method, CallEffects effects, IEnumerable<IrValue> activeInputs,
        ISet<int> activeResults, IReadOnlyDictionary<int, IrValue> shadowParameters, IdSource ids)
    {
        var pairing = new ShadowPairing(method, effects, activeInputs, activeResults, shadowParameters, ids);
        if (pairing._chosen.Count == 0)
            return new(method, shadowParameters, []);
        var entry = pairing.CopyParameters(activeInputs).Concat(method.Parameters.Where(pairing.IsExchanged).SelectMany(pairing.ShadowOf)).ToList();
        var body = pairing.Rewrite(method.Body);
        return new(method with { Body = body with { Ops = [.. entry, .. body.Ops] } }, pairing._pairs, pairing._copied);
    }

    // Derivatives by an array parameter go to a span, which cannot stand beside arrays: an array takes its place, from which it is copied in the end.
    private EquatableArray<Op> CopyParameters(IEnumerable<IrValue> activeInputs)
    {
        var builder = new RegionBuilder(_ids);
        foreach (var parameter in activeInputs)
        {
            if (parameter.Type is not BufferType { Kind: BufferKind.Array, IsFlat: true } || !IsChosen(parameter) || _withSpan.Contains(_facts.Aliases.ClassOf(parameter)))
                continue;
            var shadow = Fresh(parameter);
            builder.Add(new AllocateOp(shadow, [builder.Length(parameter)], Storage.Heap) { IsShadow = true });
            _copied.Add((parameter, shadow));
        }
        return builder.TakeOps().ToEquatableArray();
    }

    private void Choose(IrMethod method, Activity activity)
    {
        foreach (var op in OpShape.AllOps(method.Body))
        {
            foreach (var result in OpShape.Results(op))
            {
                // References that meet, and memory that no allocation of this method describes.
                bool meets = op is IfOp or ForOp or LoopOp or ForeignOp;
                if (result.Type is BufferType type && (meets || op is AllocateOp && type.HoldsReferences) && activity.IsActiveMemory(result))
                    Choose(_facts.Aliases.ClassOf(result), type);
            }
        }
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Type is BufferType { Kind: BufferKind.Span or BufferKind.ReadOnlySpan } && IsChosen(parameter))
                _withSpan.Add(_facts.Aliases.ClassOf(parameter));
        }
    }

    private void Choose(int id, BufferType type)
    {
        _chosen.Add(id);
        foreach (var row in ElementPaths.References(type.Element))
        {
            if (row.Carries && AbiTypes.IsActive(row.Type))
                Choose(_facts.Aliases.RowsOf(id), (BufferType)row.Type);
        }
    }

    private bool IsChosen(IrValue value) => value.Type is BufferType && _chosen.Contains(_facts.Aliases.ClassOf(value));

    // A parameter without derivatives whose place others take, or that is put into theirs.
    private bool IsExchanged(IrValue parameter) => IsChosen(parameter) && !_pairs.ContainsKey(parameter.Id);

    private IrValue Fresh(IrValue value)
    {
        var type = (BufferType)value.Type;
        if (_withSpan.Contains(_facts.Aliases.ClassOf(value)) && type.Kind == BufferKind.Array && type.IsFlat)
            type = type with { Kind = BufferKind.Span };
        else if (type.Kind == BufferKind.ReadOnlySpan)
            type = type with { Kind = BufferKind.Span };
        string name = value.Name.Length == 0 ? "shadow" : "d" + char.ToUpperInvariant(value.Name[0]) + value.Name.Substring(1);
        var shadow = _ids.Value(type, name);
        _pairs[value.Id] = shadow;
        return shadow;
    }

    private IrValue Pair(IrValue value) => _pairs.TryGetValue(value.Id, out var shadow)
        ? shadow
        : throw new UnsupportedDerivativeException(_facts.OpOf(value)?.Ordinal ?? -1,
            $"the buffer '{value.Name}' is not active, but it is exchanged for one that carries derivatives");

    private Region Rewrite(Region region)
    {
        var ops = new List<Op>();
        foreach (var op in region.Ops)
            Append(ops, op);
        var end = region.End;
        if (end is Break exit && _targets.TryGetValue(exit.Label, out var paired))
            end = OpShape.WithOperands(end, Extended(exit.Values, paired));
        return region with { Ops = ops.ToEquatableArray(), End = end };
    }

    private void Append(List<Op> ops, Op op)
    {
        switch (op)
        {
            case IfOp o:
                var results = Extend(o.Results);
                ops.Add(o with { Results = results.All, Then = Yielding(o.Then, results.Paired), Else = Yielding(o.Else, results.Paired) });
                return;
            case ForOp o:
                var counted = Loop(o.Label, o.Initial, o.Body, o.Results);
                ops.Add(o with { Initial = counted.Initial, Body = counted.Body, Results = counted.Results });
                return;
            case LoopOp o:
                var general = Loop(o.Label, o.Initial, o.Body, o.Results);
                ops.Add(o with { Initial = general.Initial, Body = general.Body, Results = general.Results });
                return;
        }
        ops.Add(op);
        switch (op)
        {
            case AllocateOp o when IsChosen(o.Result):
                ops.Add(o with { Result = Fresh(o.Result), IsShadow = true });
                break;
            case SliceOp o when IsChosen(o.Result) && _pairs.ContainsKey(o.Buffer.Id):
                ops.Add(o with { Result = Fresh(o.Result), Buffer = Pair(o.Buffer) });
                break;
            case LoadOp { Result.Type: BufferType } o when IsChosen(o.Result) && _pairs.ContainsKey(o.Buffer.Id) && ElementPaths.Carries(o.Buffer, o.Path):
                ops.Add(o with { Result = Fresh(o.Result), Buffer = Pair(o.Buffer) });
                break;
            case StoreOp { Value.Type: BufferType } o when IsChosen(o.Buffer) && ElementPaths.Carries(o.Buffer, o.Path) && AbiTypes.IsActive(o.Value.Type):
                ops.Add(o with { Buffer = Pair(o.Buffer), Value = Pair(o.Value) });
                break;
            case SelectOp o when IsChosen(o.Result):
                ops.Add(o with { Result = Fresh(o.Result), WhenTrue = Pair(o.WhenTrue), WhenFalse = Pair(o.WhenFalse) });
                break;
            case ForeignOp or StaticBufferOp:
                foreach (var result in OpShape.Results(op).Where(IsChosen))
                    ops.AddRange(ShadowOf(result));
                break;
            case ConstantOp { Result.Type: BufferType } o when IsChosen(o.Result):
                ops.Add(o with { Result = Fresh(o.Result) });
                break;
        }
    }

    // Memory that comes without derivatives gets its adjoints where it appears: it is exchanged for memory that has some.
    private List<Op> ShadowOf(IrValue value)
    {
        var builder = new RegionBuilder(_ids);
        ShadowMemory.Zeros(builder, Fresh(value), value);
        return builder.TakeOps();
    }

    private (EquatableArray<IrValue> All, bool[] Paired) Extend(EquatableArray<IrValue> values)
    {
        var paired = values.Select(IsChosen).ToArray();
        return ([.. values, .. values.Where(IsChosen).Select(Fresh)], paired);
    }

    private EquatableArray<IrValue> Extended(EquatableArray<IrValue> values, bool[] paired) =>
        [.. values, .. values.Where((_, i) => paired[i]).Select(Pair)];

    private Region Yielding(Region region, bool[] paired)
    {
        var rewritten = Rewrite(region);
        return rewritten.End is Yield yield ? rewritten with { End = new Yield(Extended(yield.Values, paired)) } : rewritten;
    }

    private (EquatableArray<IrValue> Initial, Region Body, EquatableArray<IrValue> Results) Loop(int label, EquatableArray<IrValue> initial, Region body,
        EquatableArray<IrValue> results)
    {
        var paired = results.Select(IsChosen).ToArray();
        var first = Extended(initial, paired);
        _targets[label] = paired;
        var parameters = Extend(body.Parameters).All;
        var inner = Yielding(body, paired) with { Parameters = parameters };
        return (first, inner, Extend(results).All);
    }
}
