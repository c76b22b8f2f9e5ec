using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

// What goes from one iteration into the next.
internal sealed partial class LaneFacts
{
    private EquatableArray<CarriedLanes> CarriedKinds()
    {
        if (LoopParts.Of(Loop).HasBreak || Loop.Body.End is not Yield)
            throw new NoLanesException("the loop is left early");
        Searches = LaneSearch.Of(_facts, Loop);
        return Enumerable.Range(0, Loop.Body.Parameters.Length).Select(CarriedKind).ToEquatableArray();
    }

    private CarriedLanes CarriedKind(int index)
    {
        var parameter = Loop.Body.Parameters[index];
        var next = ((Yield)Loop.Body.End).Values[index];
        if (parameter.Type == IrType.I32 && Loop.Step > 0 && StepOf(parameter, next) is { } step)
        {
            _strides[parameter.Id] = step;
            return CarriedLanes.Counter;
        }
        if (parameter.Type.IsFloat && new SumChain(_facts, parameter) is var chain && chain.Covers(LoopParts.Of(Loop), index))
        {
            if (_anyOrder || chain.LinkIds.All(IsAnyOrder))
            {
                _lanes.Add(parameter.Id);
                return CarriedLanes.Sum;
            }
            if (Loop.Step > 0 && OrderedTerm(parameter, next) is not null)
                return CarriedLanes.OrderedSum;
        }
        if (parameter.Type.IsFloat && IsExtreme(parameter, next))
        {
            _lanes.Add(parameter.Id);
            return CarriedLanes.Extreme;
        }
        if (Searches.Any(search => search.Members.Contains(index)))
        {
            (parameter.Type == IrType.Bool ? _masks : _lanes).Add(parameter.Id);
            return CarriedLanes.Search;
        }
        throw new NoLanesException($"'{parameter.Name}' goes from one iteration into the next");
    }

    // Math.Max and Math.Min give the same in any order, zeros and what is not a number among it.
    private bool IsExtreme(IrValue parameter, IrValue next) => _facts.OpOf(next) is ApplyOp { Primitive: "Max" or "Min" } op && op.Arguments.Any(parameter.Equals)
        && _facts.NodeOf(op) == _facts.NodeOf(Loop.Body) && _facts.UseCount(parameter) == 1 && _facts.UseCount(next) == 1;

    private bool IsAnyOrder(int link) => _facts.OpOf(new IrValue(link, IrType.F64, "")) is not ApplyOp { IsAnyOrder: false };

    /// <summary>What is added to a sum that every iteration adds to once, at its end of the chain.</summary>
    public IrValue? OrderedTerm(IrValue parameter, IrValue next)
    {
        if (_facts.OpOf(next) is not ApplyOp { Primitive: "add" } sum || !_facts.NodeOf(sum).Equals(_facts.NodeOf(Loop.Body)))
            return null;
        return sum.Arguments[0].Equals(parameter) ? sum.Arguments[1] : sum.Arguments[1].Equals(parameter) ? sum.Arguments[0] : null;
    }

    // idx = idx + u, where u comes from outside the loop.
    private Stride? StepOf(IrValue parameter, IrValue next)
    {
        if (_facts.OpOf(next) is not ApplyOp { Primitive: "add", Checked: false } sum)
            return null;
        var added = sum.Arguments[0].Equals(parameter) ? sum.Arguments[1] : sum.Arguments[1].Equals(parameter) ? sum.Arguments[0] : null;
        if (added is null)
            return null;
        if (_facts.ConstantOf(added) is { IsOpaque: false } constant)
            return new Stride(constant.Bits, null);
        return _facts.DefinitionOf(added).Node.IsWithin(_facts.NodeOf(Loop.Body)) ? null : new Stride(1, added);
    }

    /// <summary>The value of an ordered sum after an iteration is of no use inside it.</summary>
    private void CheckOrderedSums()
    {
        for (int i = 0; i < Carried.Length; i++)
        {
            if (Carried[i] != CarriedLanes.OrderedSum)
                continue;
            var parameter = Loop.Body.Parameters[i];
            var next = ((Yield)Loop.Body.End).Values[i];
            if (_facts.UseCount(parameter) != 1 || _facts.UseCount(next) != 1)
                throw new NoLanesException($"'{parameter.Name}' is used while it is summed");
        }
    }

    private bool IsOrderedSum(ApplyOp op)
    {
        for (int i = 0; i < Carried.Length; i++)
        {
            if (Carried[i] == CarriedLanes.OrderedSum && ((Yield)Loop.Body.End).Values[i].Equals(op.Result))
                return true;
        }
        return false;
    }
}
