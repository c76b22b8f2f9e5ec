using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>The test at the top of a loop that leaves it when a counter has reached a bound.</summary>
/// <param name="Index">Which carried value counts.</param>
/// <param name="Step">What each iteration adds to it; null if that is no literal.</param>
/// <param name="Distance">What each iteration adds to it, if that is no literal.</param>
/// <param name="Bound">What it is compared with.</param>
/// <param name="IsInclusive">The bound itself is still inside.</param>
/// <param name="Offset">What is added to it, or subtracted, before it is compared; null: nothing.</param>
/// <param name="Invariants">What stands in front of the test and is the same each time, in the order of execution.</param>
/// <param name="Rest">The body without these and without the test.</param>
internal sealed record WhileTest(
    int Index, long? Step, IrValue? Distance, IrValue Bound, bool IsInclusive, IrValue? Offset, bool IsOffsetSubtracted, IReadOnlyList<Op> Invariants, IReadOnlyList<Op> Rest)
{
    public static WhileTest? Of(LoopOp loop)
    {
        int at = 0;
        while (at < loop.Body.Ops.Length && loop.Body.Ops[at] is ConstantOp or ApplyOp or LengthOp or CommentOp)
            at++;
        if (at == loop.Body.Ops.Length || loop.Body.Ops[at] is not IfOp { Results.IsEmpty: true } test || loop.Body.End is not Yield || !Leaves(loop, test))
            return null;
        return new Reader(loop, at).Read(test.Condition);
    }

    // The results are the values that the iteration began with.
    private static bool Leaves(LoopOp loop, IfOp test) =>
        test.Then is { Ops.IsEmpty: true, End: Break leave } && leave.Label == loop.Label && leave.Values.Equals(loop.Body.Parameters) && test.Else is { Ops.IsEmpty: true, End: Yield };

    private sealed class Reader
    {
        private readonly LoopOp _loop;
        private readonly int _at;
        private readonly Dictionary<int, Op> _definitions = new();
        private readonly HashSet<int> _changing;
        private readonly List<Op> _invariants = new();

        public Reader(LoopOp loop, int at)
        {
            _loop = loop;
            _at = at;
            foreach (var op in OpShape.AllOps(loop.Body))
            {
                foreach (var result in OpShape.Results(op))
                    _definitions[result.Id] = op;
            }
            _changing = new(loop.Body.Parameters.Select(parameter => parameter.Id).Concat(_definitions.Keys));
            foreach (var op in loop.Body.Ops.Take(at))
            {
                if (op is CommentOp || OpShape.Operands(op).Any(value => _changing.Contains(value.Id)))
                    continue;
                _invariants.Add(op);
                _changing.ExceptWith(OpShape.Results(op).Select(value => value.Id));
            }
        }

        public WhileTest? Read(IrValue condition)
        {
            bool negated = false;
            while (OpOf(condition) is ApplyOp { Primitive: "not" } not)
                (condition, negated) = (not.Arguments[0], !negated);
            if (!negated || OpOf(condition) is not ApplyOp { Primitive: "lt" or "le" or "gt" or "ge" } comparison)
                return null;
            bool isLeft = !_changing.Contains(comparison.Arguments[1].Id);
            var (compared, bound) = isLeft ? (comparison.Arguments[0], comparison.Arguments[1]) : (comparison.Arguments[1], comparison.Arguments[0]);
            if (_changing.Contains(bound.Id) || Counter(compared) is not var (index, offset, isSubtracted))
                return null;
            bool isUpward = comparison.Primitive is "lt" or "le" == isLeft;
            bool isInclusive = comparison.Primitive is "le" or "ge";
            var distance = DistanceOf(index);
            if (distance is null || compared.Type != IrType.I32)
                return null;
            var rest = _loop.Body.Ops.Where((op, i) => i != _at && !_invariants.Contains(op)).ToList();
            if (OpOf(distance) is not ConstantOp { Value: { IsOpaque: false } constant })
                return isUpward && !_changing.Contains(distance.Id) ? new(index, null, distance, bound, isInclusive, offset, isSubtracted, _invariants, rest) : null;
            bool reaches = isUpward == constant.Bits > 0 && constant.Bits is not 0 and > int.MinValue && !RunsOut(bound, constant.Bits, isInclusive);
            return reaches ? new(index, constant.Bits, null, bound, isInclusive, offset, isSubtracted, _invariants, rest) : null;
        }

        private Op? OpOf(IrValue value) => _definitions.TryGetValue(value.Id, out var op) ? op : null;

        // The bound is so near to the end of the type that the counter goes past both.
        private bool RunsOut(IrValue bound, long step, bool isInclusive) =>
            OpOf(bound) is ConstantOp { Value: { IsOpaque: false } last } && System.Math.Abs(last.Bits) > int.MaxValue - System.Math.Abs(step) + (isInclusive ? 0 : 1);

        private (int Index, IrValue? Offset, bool IsSubtracted)? Counter(IrValue compared)
        {
            if (IndexOf(compared) is { } index)
                return (index, null, false);
            if (OpOf(compared) is not ApplyOp { Primitive: "add" or "sub", Checked: false } sum)
                return null;
            if (IndexOf(sum.Arguments[0]) is { } left && !_changing.Contains(sum.Arguments[1].Id))
                return (left, sum.Arguments[1], sum.Primitive == "sub");
            return sum.Primitive == "add" && IndexOf(sum.Arguments[1]) is { } right && !_changing.Contains(sum.Arguments[0].Id) ? (right, sum.Arguments[0], false) : null;
        }

        private int? IndexOf(IrValue value)
        {
            for (int i = 0; i < _loop.Body.Parameters.Length; i++)
            {
                if (_loop.Body.Parameters[i].Equals(value))
                    return i;
            }
            return null;
        }

        /// <summary>What every way into the next iteration adds to the counter.</summary>
        private IrValue? DistanceOf(int index)
        {
            var ways = CarriedValues.IntoNext(_loop.Body, _loop.Label).Select(values => Added(index, values[index])).ToList();
            return ways.Count > 0 && ways.All(way => way is not null && Same(way, ways[0]!)) ? ways[0] : null;
        }

        private bool Same(IrValue a, IrValue b) => a.Equals(b)
            || OpOf(a) is ConstantOp { Value: { IsOpaque: false } first } && OpOf(b) is ConstantOp { Value: { IsOpaque: false } second } && first.Equals(second);

        private IrValue? Added(int index, IrValue next)
        {
            if (OpOf(next) is not ApplyOp { Primitive: "add", Checked: false } sum)
                return null;
            return IndexOf(sum.Arguments[0]) == index ? sum.Arguments[1] : IndexOf(sum.Arguments[1]) == index ? sum.Arguments[0] : null;
        }
    }
}
