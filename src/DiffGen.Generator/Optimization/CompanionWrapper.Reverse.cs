using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

// Companions in reverse mode, and the Hessian times a direction.
internal sealed partial class CompanionWrapper
{
    private List<int> ActiveLeaves => [.. Enumerable.Range(0, _leaves.Length).Where(i => IsActive(_leaves[i]))];

    /// <summary>
    /// The method's adjoint adds to destinations. A gradient clears them first; the value comes from the method itself, unless that may run only once.
    /// </summary>
    public IrMethod Reverse(string key, AdjointTower tower, bool mayBePlain)
    {
        bool runsOnce = _effects.HasForeignEffects || _effects.Writes.Any(writes => writes);
        bool withValue = _companion.ReturnsValue && runsOnce;
        var adjoint = tower.Adjoint(new HashSet<int>(ActiveLeaves), CorePlan.ActiveResults(_method.Signature, _request), withValue, mayBePlain);
        if (_companion.ReturnsValue && !withValue)
            CallPrimal();
        var destinations = ActiveLeaves.Where(i => _leaves[i].IsBuffer).Select(i => Destination(_leaves[i])).ToList();
        EquatableArray<IrValue> arguments = [.. _leaves.Select(Primal), .. _results.Where(IsActive).Select(Cotangent), .. destinations];
        var results = new List<IrValue>();
        foreach (var leaf in _results.Where(leaf => withValue || leaf.Parameter != AbiLeaf.Return))
            results.Add(_values[leaf] = _ids.Value(leaf.Type, "value"));
        foreach (var leaf in _leaves.Where(leaf => !leaf.IsBuffer && IsActive(leaf)))
            results.Add(_derivatives[leaf] = _ids.Value(leaf.Type, "gradient"));
        Call(adjoint, arguments, results.ToEquatableArray());
        return Finish(key);
    }

    /// <summary>The forward derivative of the adjoint along the directions.</summary>
    public IrMethod Hvp(string key, AdjointTower tower)
    {
        var adjoint = tower.Adjoint(new HashSet<int>(ActiveLeaves), CorePlan.ActiveResults(_method.Signature, _request));
        var parts = adjoint.Origin!.Parameters;
        var core = tower.Forward(adjoint, new HashSet<int>(Enumerable.Range(0, parts.Length).Where(i =>
            parts[i].Role == AdjointRole.Destination || parts[i].Role == AdjointRole.Input && IsActive(_leaves[parts[i].Leaf]))));
        var results = new List<IrValue>();
        foreach (var part in core.Origin!.Results)
        {
            var leaf = part.Role == AdjointRole.Value ? _results[part.Leaf] : _leaves[part.Leaf];
            var value = _ids.Value(leaf.Type, part.Directions > 0 ? "product" : "value");
            if (part.Directions == 0 && part.Role == AdjointRole.Value)
                _values[leaf] = value;
            else if (part.Directions > 0 && part.Role == AdjointRole.Adjoint)
                _derivatives[leaf] = value;
            results.Add(value);
        }
        Call(core, core.Origin.Parameters.Map(HvpArgument), results.ToEquatableArray());
        return Finish(key);
    }

    private IrValue HvpArgument(AdjointPart part) => part switch
    {
        { Role: AdjointRole.Cotangent } => Seed(_results[part.Leaf]),
        { Role: AdjointRole.Destination, Directions: 0 } => GradientMemory(_leaves[part.Leaf]),
        { Role: AdjointRole.Destination } => Destination(_leaves[part.Leaf]),
        { Directions: 0 } => Primal(_leaves[part.Leaf]),
        _ => Direction(part.Leaf),
    };

    // What is written to takes its tangent along: the caller's direction stays as it is.
    private IrValue Direction(int leaf)
    {
        var given = _inputs[(CompanionRole.Tangent, _leaves[leaf])];
        if (given.Type is not BufferType || !_effects.Writes[leaf])
            return given;
        var copy = _ids.Value(given.Type, given.Name);
        ShadowMemory.Zeros(_builder, copy, given);
        ShadowMemory.Copy(_builder, given, copy);
        return copy;
    }

    private IrValue GradientMemory(AbiLeaf leaf)
    {
        var memory = _ids.Value(AbiTypes.Destination((BufferType)leaf.Type), "gradient");
        ShadowMemory.Zeros(_builder, memory, Primal(leaf));
        return memory;
    }

    private void CallPrimal()
    {
        foreach (var leaf in _results)
            _values[leaf] = _ids.Value(leaf.Type, "value");
        Call(_method, _leaves.Map(Primal), _results.Map(leaf => _values[leaf]));
    }

    private IrValue Cotangent(AbiLeaf leaf) =>
        _companion.Kind != CompanionKind.Vjp ? Seed(leaf)
        : _inputs.TryGetValue((CompanionRole.Cotangent, leaf), out var given) ? given
        : _inputs[(CompanionRole.Destination, leaf)];

    // One for the value; nothing else that a method with a gradient gives back is asked about.
    private IrValue Seed(AbiLeaf leaf) => _builder.Float(leaf.Parameter == AbiLeaf.Return ? 1 : 0, leaf.Type);

    /// <summary>Memory that the derivative by a buffer is added to.</summary>
    private IrValue Destination(AbiLeaf leaf)
    {
        if (!_companion.Allocates)
        {
            var given = _inputs[(CompanionRole.Destination, leaf)];
            if (_companion.Kind != CompanionKind.Vjp)
                ShadowMemory.Clear(_builder, given);
            return given;
        }
        var type = (BufferType)leaf.Type;
        var fresh = _ids.Value(AbiTypes.Fresh(type), "gradient");
        ShadowMemory.Zeros(_builder, fresh, Primal(leaf), isShadow: false);
        _derivatives[leaf] = fresh;
        var destination = AbiTypes.Destination(type);
        if (destination.Equals(fresh.Type))
            return fresh;
        var view = _ids.Value(destination, fresh.Name);
        _builder.Add(new SliceOp(view, fresh, null, null));
        return view;
    }
}
