using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// References that go round a loop or come out of a branch (two buffers that are swapped, a span that moves along) cannot be stored on the tape.
/// Each is replaced by numbers: which of the buffers it is, and the section. The reference is then chosen anew from the numbers wherever it is
/// needed, in either sweep.
/// </summary>
internal sealed class ReferenceEncoder
{
    private readonly IdSource _ids;
    private readonly MethodFacts _facts;
    private readonly Dictionary<int, List<IrValue>> _bases = new();
    private readonly HashSet<int> _sections = new();
    private readonly Dictionary<int, Code> _codes = new();
    private readonly Dictionary<int, bool[]> _targets = new();

    private ReferenceEncoder(IrMethod method, CallEffects effects)
    {
        _ids = new IdSource(method.NextId, method.NextLabel);
        _facts = new MethodFacts(method.Parameters, method.Body, effects);
    }

    /// <summary>A reference as numbers; the section is left out where no reference of the class has one.</summary>
    private sealed record Code(IrValue Which, IrValue? Start, IrValue? Length)
    {
        public IEnumerable<IrValue> Values => Start is null ? [Which] : [Which, Start, Length!];
    }

    /// <param name="method">Normalised by <see cref="ExitNormalizer"/>.</param>
    public static IrMethod Run(IrMethod method, CallEffects effects)
    {
        var encoder = new ReferenceEncoder(method, effects);
        if (!encoder.FindClasses(method))
            return method;
        var body = encoder.Rewrite(method.Body, []);
        return method with { Body = body, NextId = encoder._ids.NextId, NextLabel = encoder._ids.NextLabel };
    }

    /// <summary>Chooses the classes whose references meet, and all of whose buffers are in scope wherever they do.</summary>
    private bool FindClasses(IrMethod method)
    {
        var meeting = new Dictionary<int, List<RegionNode>>();
        foreach (var op in OpShape.AllOps(method.Body))
        {
            if (op is not (IfOp or ForOp or LoopOp))
                continue;
            foreach (var result in OpShape.Results(op))
            {
                if (result.Type is not BufferType { Rank: 1 })
                    continue;
                int id = _facts.Aliases.ClassOf(result);
                if (!meeting.TryGetValue(id, out var places))
                    meeting[id] = places = new();
                places.Add(_facts.NodeOf(op));
            }
        }
        foreach (var (id, value) in References(method))
        {
            if (!meeting.ContainsKey(id))
                continue;
            var op = _facts.OpOf(value);
            if (op is SliceOp { Start: not null } or SliceOp { Length: not null })
                _sections.Add(id);
            if (op is null && _facts.DefinitionOf(value).Node.Parent is null || op is AllocateOp or LoadOp or StaticBufferOp)
            {
                if (!_bases.TryGetValue(id, out var bases))
                    _bases[id] = bases = new();
                bases.Add(value);
            }
        }
        foreach (var pair in meeting)
        {
            bool visible = _bases.TryGetValue(pair.Key, out var bases)
                && bases.All(b => pair.Value.All(place => place.IsWithin(_facts.DefinitionOf(b).Node)))
                && !Opaque(method, pair.Key);
            if (!visible)
                _bases.Remove(pair.Key);
        }
        return meeting.Keys.Any(_bases.ContainsKey);
    }

    // A reference from a call, a foreign expression or a reordering could be anything.
    private bool Opaque(IrMethod method, int id) => OpShape.AllOps(method.Body).Any(op =>
        op is CallOp or ForeignOp or SelectOp && OpShape.Results(op).Any(r => r.Type is BufferType && _facts.Aliases.ClassOf(r) == id));

    private IEnumerable<(int Class, IrValue Value)> References(IrMethod method) =>
        method.Parameters.Concat(OpShape.AllOps(method.Body).SelectMany(op => OpShape.Results(op)))
            .Where(value => value.Type is BufferType).Select(value => (_facts.Aliases.ClassOf(value), value)).ToList();

    private bool IsEncoded(IrValue value) => value.Type is BufferType { Rank: 1 } && _bases.ContainsKey(_facts.Aliases.ClassOf(value));

    private Region Rewrite(Region region, IEnumerable<Op> first)
    {
        var ops = new List<Op>(first);
        foreach (var op in region.Ops)
        {
            switch (op)
            {
                case IfOp o when o.Results.Any(IsEncoded):
                    RewriteIf(ops, o);
                    break;
                case IfOp o:
                    ops.Add(o with { Then = Rewrite(o.Then, []), Else = Rewrite(o.Else, []) });
                    break;
                case ForOp o:
                    RewriteLoop(ops, o, o.Label, o.Initial, o.Body, o.Results);
                    break;
                case LoopOp o:
                    RewriteLoop(ops, o, o.Label, o.Initial, o.Body, o.Results);
                    break;
                default:
                    ops.Add(op);
                    break;
            }
        }
        var end = region.End;
        if (end is Break exit && _targets.TryGetValue(exit.Label, out var encoded))
            end = OpShape.WithOperands(end, Encode(ops, exit.Values, encoded));
        return region with { Ops = ops.ToEquatableArray(), End = end };
    }

    private void RewriteIf(List<Op> ops, IfOp op)
    {
        var encoded = op.Results.Select(IsEncoded).ToArray();
        var then = RewriteYielding(op.Then, encoded, []);
        var otherwise = RewriteYielding(op.Else, encoded, []);
        var codes = new List<(IrValue Reference, Code Code)>();
        var results = Fresh(op.Results, encoded, codes);
        ops.Add(op with { Results = results, Then = then, Else = otherwise });
        foreach (var (reference, code) in codes)
            ops.AddRange(Decode(reference, code, _facts.PositionOf(op)));
    }

    private Region RewriteYielding(Region region, bool[] encoded, IEnumerable<Op> first)
    {
        var rewritten = Rewrite(region, first);
        if (rewritten.End is not Yield yield)
            return rewritten;
        var ops = rewritten.Ops.ToList();
        var values = Encode(ops, yield.Values, encoded);
        return rewritten with { Ops = ops.ToEquatableArray(), End = new Yield(values) };
    }

    private void RewriteLoop(List<Op> ops, Op op, int label, EquatableArray<IrValue> initial, Region body, EquatableArray<IrValue> results)
    {
        var encoded = results.Select(IsEncoded).ToArray();
        if (!encoded.Any(e => e))
        {
            var plain = Rewrite(body, []);
            ops.Add(op switch
            {
                ForOp o => o with { Body = plain },
                _ => ((LoopOp)op) with { Body = plain },
            });
            return;
        }
        int position = _facts.PositionOf(op);
        var first = Encode(ops, initial, encoded);
        var inner = new List<(IrValue Reference, Code Code)>();
        var parameters = Fresh(body.Parameters, encoded, inner);
        _targets[label] = encoded;
        var decoded = inner.SelectMany(pair => Decode(pair.Reference, pair.Code, position)).ToList();
        var rewritten = RewriteYielding(body, encoded, decoded) with { Parameters = parameters };
        var outer = new List<(IrValue Reference, Code Code)>();
        var after = Fresh(results, encoded, outer);
        ops.Add(op switch
        {
            ForOp o => o with { Initial = first, Results = after, Body = rewritten },
            _ => ((LoopOp)op) with { Initial = first, Results = after, Body = rewritten },
        });
        foreach (var (reference, code) in outer)
            ops.AddRange(Decode(reference, code, position));
    }

    private EquatableArray<IrValue> Fresh(EquatableArray<IrValue> values, bool[] encoded, List<(IrValue, Code)> codes)
    {
        var fresh = new List<IrValue>();
        for (int i = 0; i < values.Length; i++)
        {
            if (!encoded[i])
            {
                fresh.Add(values[i]);
                continue;
            }
            bool section = HasSection(values[i]);
            string name = values[i].Name;
            var code = new Code(_ids.Value(IrType.I32, name + "Which"),
                section ? _ids.Value(IrType.I32, name + "Start") : null, section ? _ids.Value(IrType.I32, name + "Length") : null);
            _codes[values[i].Id] = code;
            codes.Add((values[i], code));
            fresh.AddRange(code.Values);
        }
        return fresh.ToEquatableArray();
    }

    private EquatableArray<IrValue> Encode(List<Op> ops, EquatableArray<IrValue> values, bool[] encoded)
    {
        var all = new List<IrValue>();
        for (int i = 0; i < values.Length; i++)
        {
            if (encoded[i])
                all.AddRange(CodeOf(ops, values[i], HasSection(values[i])).Values);
            else
                all.Add(values[i]);
        }
        return all.ToEquatableArray();
    }

    // An array is always whole; a span of the same memory may be a part of it.
    private bool HasSection(IrValue value) =>
        _sections.Contains(_facts.Aliases.ClassOf(value)) && value.Type is BufferType { Kind: not BufferKind.Array };

    private Code CodeOf(List<Op> ops, IrValue value, bool section)
    {
        int id = _facts.Aliases.ClassOf(value);
        if (!_codes.TryGetValue(value.Id, out var code))
        {
            if (_facts.OpOf(value) is SliceOp slice)
                return SliceCode(ops, slice, section);
            int which = System.Math.Max(0, _bases[id].FindIndex(b => b.Id == value.Id));
            code = new Code(Int(ops, which), null, null);
        }
        if (!section || code.Start is not null)
            return code;
        if (_facts.OpOf(value) is ConstantOp)
            return new Code(code.Which, Int(ops, 0), Int(ops, 0));
        var size = _ids.Value(IrType.I32);
        ops.Add(new LengthOp(size, value, 0));
        return new Code(code.Which, Int(ops, 0), size);
    }

    private Code SliceCode(List<Op> ops, SliceOp slice, bool section)
    {
        var whole = CodeOf(ops, slice.Buffer, section);
        if (whole.Start is null)
            return whole;
        var start = slice.Start is null ? whole.Start : Apply(ops, "add", whole.Start, slice.Start);
        var length = slice.Length ?? (slice.Start is null ? whole.Length! : Apply(ops, "sub", whole.Length!, slice.Start));
        return new Code(whole.Which, start, length);
    }

    /// <summary>The reference that the numbers stand for, under its own name.</summary>
    private IEnumerable<Op> Decode(IrValue reference, Code code, int position)
    {
        var ops = new List<Op>();
        var bases = _bases[_facts.Aliases.ClassOf(reference)];
        var known = Enumerable.Range(0, bases.Count).Where(k => _facts.DefinitionOf(bases[k]).Position <= position).ToList();
        var type = reference.Type;
        var chosen = OfKind(ops, bases[known[0]], type);
        foreach (int k in known.Skip(1))
        {
            var isIt = _ids.Value(IrType.Bool);
            ops.Add(new ApplyOp(isIt, "eq", [code.Which, Int(ops, k)]));
            var next = _ids.Value(type, reference.Name);
            ops.Add(new SelectOp(next, isIt, OfKind(ops, bases[k], type), chosen));
            chosen = next;
        }
        if (code.Start is not null)
            ops.Add(new SliceOp(reference, chosen, code.Start, code.Length));
        else if (ops.Count > 0 && ops[ops.Count - 1] is SelectOp last)
            ops[ops.Count - 1] = last with { Result = reference };
        else
            ops.Add(new SliceOp(reference, chosen, null, null));
        return ops;
    }

    private IrValue OfKind(List<Op> ops, IrValue buffer, IrType type)
    {
        if (buffer.Type.Equals(type))
            return buffer;
        var view = _ids.Value(type, buffer.Name);
        ops.Add(new SliceOp(view, buffer, null, null));
        return view;
    }

    private IrValue Apply(List<Op> ops, string primitive, IrValue left, IrValue right)
    {
        var result = _ids.Value(IrType.I32);
        ops.Add(new ApplyOp(result, primitive, [left, right]));
        return result;
    }

    private IrValue Int(List<Op> ops, int value)
    {
        var constant = _ids.Value(IrType.I32);
        ops.Add(new ConstantOp(constant, Constant.Of(value)));
        return constant;
    }
}
