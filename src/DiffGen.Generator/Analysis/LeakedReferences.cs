using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Analysis;

/// <summary>
/// Which references of a body may be known to someone after it has run: those that it returns or throws, that lie in memory of its caller, or that were given
/// to code that may keep them. Rows of what is known are known.
/// </summary>
internal sealed class LeakedReferences
{
    private readonly AliasClasses _aliases;
    private readonly IReadOnlyList<IrValue> _parameters;
    private readonly HashSet<int> _given = new();
    private readonly HashSet<int> _leaked;

    /// <param name="parameters">What the caller hands in.</param>
    /// <param name="body">The code.</param>
    /// <param name="isKept">Whether the callee of a call may keep an argument, by its position.</param>
    /// <param name="popsLeak">Whether references that are popped from a tape, here or elsewhere, become known.</param>
    public LeakedReferences(IReadOnlyList<IrValue> parameters, Region body, Func<CallOp, int, bool> isKept, bool popsLeak)
    {
        _parameters = parameters;
        _aliases = new AliasClasses(parameters, body);
        foreach (var op in OpShape.AllOps(body))
            Visit(op, isKept, popsLeak);
        VisitEnds(body);
        _leaked = [.. _given];
        foreach (var parameter in References(parameters))
            AddRows(_aliases.ClassOf(parameter), _leaked);
        Pops = OpShape.AllOps(body).OfType<TapePopOp>().Any(pop => _aliases.HasRows(_aliases.ClassOf(pop.Result)) && _leaked.Contains(_aliases.RowsOf(_aliases.ClassOf(pop.Result))));
    }

    /// <summary>References that the body pops from the tape become known.</summary>
    public bool Pops { get; }

    /// <summary>Whether a reference made by the body may be known after it.</summary>
    public bool Contains(IrValue reference) => _leaked.Contains(_aliases.ClassOf(reference));

    /// <summary>Whether the body may keep a parameter, or a row of it, beyond where its caller has put it.</summary>
    public bool Keeps(int parameter)
    {
        if (_parameters[parameter].Type is not BufferType)
            return false;
        var reached = Reach(_parameters[parameter]);
        return reached.Overlaps(_given) || _parameters.Where((other, i) => i != parameter && other.Type is BufferType).Any(other => reached.Overlaps(Reach(other)));
    }

    private HashSet<int> Reach(IrValue reference)
    {
        var reached = new HashSet<int> { _aliases.ClassOf(reference) };
        AddRows(_aliases.ClassOf(reference), reached);
        return reached;
    }

    private void AddRows(int id, HashSet<int> set)
    {
        while (_aliases.HasRows(id) && set.Add(_aliases.RowsOf(id)))
            id = _aliases.RowsOf(id);
    }

    private void Give(IrValue reference)
    {
        _given.Add(_aliases.ClassOf(reference));
        AddRows(_aliases.ClassOf(reference), _given);
    }

    private void GiveRows(IrValue arrays) => AddRows(_aliases.ClassOf(arrays), _given);

    private void GiveAll(IEnumerable<IrValue> values)
    {
        foreach (var reference in References(values))
            Give(reference);
    }

    private static IEnumerable<IrValue> References(IEnumerable<IrValue> values) => values.Where(value => value.Type is BufferType);

    private void Visit(Op op, Func<CallOp, int, bool> isKept, bool popsLeak)
    {
        switch (op)
        {
            case StaticBufferOp or ConstantOp:
                GiveAll(OpShape.Results(op));
                break;
            case ForeignOp o:
                GiveAll(o.Results);
                // Code without effects can hand a reference on by its result alone.
                if (!o.IsPure || o.Results.Any(result => result.Type is not ScalarType))
                    GiveAll(o.Arguments);
                break;
            case CallOp o:
                GiveAll(o.Results);
                GiveAll(o.Arguments.Where((argument, i) => !IsSpan(argument) && isKept(o, i)));
                break;
            case CopyOp { Source.Type: BufferType { Element: BufferType } } o:
                GiveRows(o.Source);
                GiveRows(o.Destination);
                break;
            case FillOp o:
                GiveAll(o.Leaves);
                break;
            case TapePushOp { Result.Type: BufferType { Element: BufferType } } o when popsLeak:
                GiveRows(o.Result);
                break;
        }
    }

    // Who is given a span cannot keep it.
    private static bool IsSpan(IrValue value) => value.Type is BufferType { Kind: BufferKind.Span or BufferKind.ReadOnlySpan, Element: not BufferType };

    private void VisitEnds(Region region)
    {
        if (region.End is Throw or Break { Label: IrMethod.ReturnLabel })
            GiveAll(OpShape.Operands(region.End));
        foreach (var inner in region.Ops.SelectMany(op => OpShape.Regions(op)))
            VisitEnds(inner);
    }
}
