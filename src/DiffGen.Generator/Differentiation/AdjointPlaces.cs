using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// Puts the adjoint code of a region between its primal operations: what an operation demands stands in front of it, everything else at the end.
/// </summary>
internal sealed class AdjointPlaces
{
    private readonly Dictionary<int, int> _definedAt = new();
    private readonly Dictionary<int, int> _adjointOf = new();
    private readonly EquatableArray<Op> _primal;
    private readonly IReadOnlyList<Op> _adjoint;
    private readonly int[] _places;

    /// <exception cref="NotInOnePassException">What is demanded depends on what is computed later.</exception>
    public AdjointPlaces(EquatableArray<Op> primal, IReadOnlyList<Op> adjoint, IEnumerable<(int Index, IrValue Cotangent)> demands)
    {
        _primal = primal;
        _adjoint = adjoint;
        _places = Enumerable.Repeat(primal.Length, adjoint.Count).ToArray();
        for (int i = 0; i < primal.Length; i++)
        {
            foreach (var result in OpShape.Results(primal[i]))
                _definedAt[result.Id] = i;
        }
        for (int i = 0; i < adjoint.Count; i++)
        {
            foreach (var result in OpShape.Results(adjoint[i]))
                _adjointOf[result.Id] = i;
        }
        foreach (var (index, cotangent) in demands)
            Need(cotangent, index);
        PutBeforeExits();
    }

    public IEnumerable<Op> InFrontOf(int index) => _adjoint.Where((_, i) => _places[i] == index);

    // What stands behind an exit would not run for the iteration that leaves.
    private void PutBeforeExits()
    {
        int exit = 0;
        while (exit < _primal.Length && !Leaves(_primal[exit], new HashSet<int>()))
            exit++;
        for (int i = 0; i < _places.Length && exit < _primal.Length; i++)
        {
            if (_places[i] < _primal.Length)
                continue;
            foreach (var operand in OpShape.Operands(_adjoint[i]))
                Need(operand, exit);
            _places[i] = exit;
        }
    }

    private static bool Leaves(Op op, HashSet<int> inside)
    {
        if (op is ForOp or LoopOp)
            inside.Add(LoopParts.Of(op).Label);
        return OpShape.Regions(op).Any(region => region.End is Break exit && !inside.Contains(exit.Label) || region.End is Continue next && !inside.Contains(next.Label)
            || region.Ops.Any(inner => Leaves(inner, inside)));
    }

    private void Need(IrValue value, int index)
    {
        if (_definedAt.TryGetValue(value.Id, out int at) && at >= index)
            throw new NotInOnePassException();
        if (!_adjointOf.TryGetValue(value.Id, out int own) || _places[own] <= index && _places[own] < _primal.Length)
            return;
        _places[own] = Math.Min(_places[own], index);
        foreach (var operand in OpShape.Operands(_adjoint[own]))
            Need(operand, index);
    }
}
