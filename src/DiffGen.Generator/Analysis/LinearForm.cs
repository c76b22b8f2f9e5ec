using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Analysis;

/// <summary>An integer as a sum of multiples of values and a constant: <c>2·i + n − 1</c>.</summary>
internal sealed class LinearForm
{
    private readonly SortedDictionary<int, long> _terms;

    private LinearForm(SortedDictionary<int, long> terms, long constant)
    {
        _terms = terms;
        Constant = constant;
    }

    public long Constant { get; }

    public IEnumerable<KeyValuePair<int, long>> Terms => _terms;

    public bool IsConstant => _terms.Count == 0;

    public static LinearForm OfConstant(long constant) => new(new(), constant);

    public static LinearForm OfValue(int valueId) => new(new() { [valueId] = 1 }, 0);

    public long CoefficientOf(int valueId) => _terms.TryGetValue(valueId, out long coefficient) ? coefficient : 0;

    public LinearForm Plus(LinearForm other, long factor = 1)
    {
        var terms = new SortedDictionary<int, long>(_terms);
        foreach (var term in other._terms)
        {
            long sum = (terms.TryGetValue(term.Key, out long known) ? known : 0) + factor * term.Value;
            if (sum == 0)
                terms.Remove(term.Key);
            else
                terms[term.Key] = sum;
        }
        return new(terms, Constant + factor * other.Constant);
    }

    public LinearForm Times(long factor)
    {
        var terms = new SortedDictionary<int, long>();
        if (factor != 0)
        {
            foreach (var term in _terms)
                terms[term.Key] = factor * term.Value;
        }
        return new(terms, factor * Constant);
    }

    public bool Same(LinearForm other) => Constant == other.Constant && _terms.SequenceEqual(other._terms);
}

/// <summary>Reads linear forms out of integer operations, and proves simple inequalities from the bounds of counted loops.</summary>
internal sealed class LinearForms
{
    private const int Limit = 24;
    private readonly MethodFacts _facts;
    private readonly Dictionary<(int Buffer, int Dimension), int> _lengths = new();
    private readonly Dictionary<int, int> _asLongAs = new();
    private readonly HashSet<int> _notNegative = new();
    private readonly Dictionary<int, ForOp> _inductions = new();

    /// <param name="sameLengths">Buffers given to the function that are known to be as long as others.</param>
    public LinearForms(MethodFacts facts, IEnumerable<SameLength>? sameLengths = null)
    {
        _facts = facts;
        foreach (var pair in sameLengths ?? [])
            _asLongAs[pair.Destination.Id] = pair.Buffer.Id;
        foreach (var op in OpShape.AllOps(facts.Root.Region))
        {
            if (op is ForOp loop)
                _inductions[loop.Induction.Id] = loop;
        }
    }

    public LinearForm Of(IrValue value, int depth = 0)
    {
        if (depth > Limit)
            return LinearForm.OfValue(value.Id);
        switch (_facts.OpOf(value))
        {
            case ConstantOp { Value: { IsOpaque: false } constant } when value.Type.IsInteger:
                return LinearForm.OfConstant(constant.Bits);
            case ApplyOp { Primitive: "add" } op:
                return Of(op.Arguments[0], depth + 1).Plus(Of(op.Arguments[1], depth + 1));
            case ApplyOp { Primitive: "sub" } op:
                return Of(op.Arguments[0], depth + 1).Plus(Of(op.Arguments[1], depth + 1), -1);
            case ApplyOp { Primitive: "mul" } op:
                var left = Of(op.Arguments[0], depth + 1);
                var right = Of(op.Arguments[1], depth + 1);
                return right.IsConstant ? left.Times(right.Constant) : left.IsConstant ? right.Times(left.Constant) : LinearForm.OfValue(value.Id);
            case ApplyOp { Primitive: "convert" } op when op.Arguments[0].Type.IsInteger:
                return Of(op.Arguments[0], depth + 1);
            case LengthOp length:
                return OfLength(length, depth);
            default:
                return LinearForm.OfValue(value.Id);
        }
    }

    // Two reads of the same length are the same value; a buffer that was made here has the length it was made with.
    private LinearForm OfLength(LengthOp length, int depth)
    {
        var buffer = length.Buffer;
        while (_facts.OpOf(buffer) is SliceOp { Start: null, Length: null } view)
            buffer = view.Buffer;
        switch (_facts.OpOf(buffer))
        {
            case AllocateOp allocate when length.Dimension >= 0:
                return Of(allocate.Sizes[length.Dimension], depth + 1);
            case SliceOp { Length: { } size }:
                return Of(size, depth + 1);
        }
        var key = LengthKey(buffer, length.Dimension);
        if (!_lengths.TryGetValue(key, out int id))
            _lengths[key] = id = length.Result.Id;
        _notNegative.Add(id);
        return LinearForm.OfValue(id);
    }

    private (int Buffer, int Dimension) LengthKey(IrValue buffer, int dimension) =>
        (dimension == 0 && _asLongAs.TryGetValue(buffer.Id, out int other) ? other : buffer.Id, dimension);

    // A number of an iteration that has run is within the bounds of the loop.
    private bool IsIteration(int valueId, out ForOp loop)
    {
        loop = null!;
        if (_facts.OpOf(new IrValue(valueId, IrType.I32, "")) is not ApplyOp { Primitive: "iteration" } picked || _facts.OpOf(picked.Arguments[0]) is not ForOp from)
            return false;
        loop = from;
        return true;
    }

    /// <summary>The length of a one-dimensional buffer, where something says what it is; else null.</summary>
    public LinearForm? LengthOf(IrValue buffer)
    {
        while (_facts.OpOf(buffer) is SliceOp { Start: null, Length: null } view)
            buffer = view.Buffer;
        return _facts.OpOf(buffer) switch
        {
            AllocateOp { Sizes.Length: 1 } allocate => Of(allocate.Sizes[0]),
            SliceOp { Length: { } size } => Of(size),
            _ => _lengths.TryGetValue(LengthKey(buffer, 0), out int id) ? LinearForm.OfValue(id) : null,
        };
    }

    /// <summary>Whether the form is at least zero whenever code inside the loops of its induction values runs.</summary>
    public bool IsNotNegative(LinearForm form, int depth = 0)
    {
        if (form.Terms.All(term => term.Value > 0 && _notNegative.Contains(term.Key)))
            return form.Constant >= 0;
        if (depth > 8)
            return false;
        foreach (var term in form.Terms)
        {
            if (!_inductions.TryGetValue(term.Key, out var loop) && !IsIteration(term.Key, out loop))
                continue;
            // The extreme value of the induction that makes the form smallest.
            bool atStart = term.Value > 0 == loop.Step > 0;
            var extreme = atStart ? Of(loop.Start) : Of(loop.End).Plus(LinearForm.OfConstant(loop.Inclusive ? 0 : loop.Step > 0 ? -1 : 1));
            if (IsNotNegative(form.Plus(LinearForm.OfValue(term.Key), -term.Value).Plus(extreme, term.Value), depth + 1))
                return true;
        }
        return false;
    }
}
