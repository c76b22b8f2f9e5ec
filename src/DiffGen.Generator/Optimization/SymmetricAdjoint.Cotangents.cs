using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

// The adjoint of w: the forward derivative of the primal itself along the same directions.
internal sealed partial class SymmetricAdjoint
{
    /// <summary>The adjoints of the cotangents that carry a derivative.</summary>
    private Dictionary<AdjointPart, IrValue> CotangentAdjoints(RegionBuilder builder)
    {
        var wanted = _origin.Parameters.Where((part, i) => part.Role == AdjointRole.Cotangent && IsActive(i)).ToList();
        var adjoints = new Dictionary<AdjointPart, IrValue>();
        if (wanted.Count == 0)
            return adjoints;
        var (owner, method) = (_primal.Root, _primal.Root);
        IReadOnlyList<CoreFunction> cores = [];
        List<AdjointPart> parameters = [.. method.Parameters.Select((p, i) => new AdjointPart(AdjointRole.Input, i, 0))];
        List<AdjointPart> results = [.. AbiLeaves.OfResults(method.Signature).Select((leaf, i) => new AdjointPart(AdjointRole.Value, i, 0))];
        for (int k = 0; k <= _origin.Order; k++)
        {
            int direction = 1 << k;
            var along = parameters.Select((part, i) => (part, i)).Where(pair => k < _origin.Order
                ? _origin.Parameters.Contains(pair.part with { Directions = pair.part.Directions | direction })
                : Direction(pair.part) is not null).ToList();
            var leaves = AbiLeaves.OfResults(method.Signature);
            var carrying = Enumerable.Range(0, results.Count).Where(i => leaves[i].CarriesDerivative).ToList();
            cores = _tower.ForwardCores(method, new HashSet<int>(along.Select(pair => pair.i)));
            method = AdjointTower.MethodOf(cores[0], owner = method);
            parameters.AddRange(along.Select(pair => pair.part with { Directions = pair.part.Directions | direction }));
            results.AddRange(carrying.Select(i => results[i] with { Directions = results[i].Directions | direction }).ToList());
        }
        var types = AbiLeaves.OfResults(method.Signature);
        if (types.Any(leaf => leaf.IsBuffer))
            throw new UnsupportedDerivativeException(-1, $"the cotangent of '{_primal.Root.Signature.Name}', which returns an array, depends on the variables of differentiation; call the companion in forward mode");
        var given = types.Map(leaf => builder.Ids.Value(leaf.Type, "value"));
        var arguments = parameters.Select((part, i) => Argument(builder, part, method.Parameters[i].Type)).ToEquatableArray();
        builder.Add(new CallOp(given, owner.Key, CallKind.Jvp, arguments, cores[0].Variant));
        _helpers.AddRange(cores);
        foreach (var part in wanted)
        {
            int position = results.IndexOf(new AdjointPart(AdjointRole.Value, part.Leaf, Complement(part.Directions) | (_all + 1)));
            adjoints[part] = position >= 0 ? given[position] : builder.Float(0, types[part.Leaf].Type);
        }
        return adjoints;
    }

    private IrValue Argument(RegionBuilder builder, AdjointPart part, IrType type)
    {
        var source = _arguments.TryGetValue(part, out var known) ? known
            : Direction(part with { Directions = part.Directions & _all })! is { Role: AdjointRole.Adjoint } result ? _cotangents[result]
            : _shadows[Direction(part with { Directions = part.Directions & _all })!];
        if (source.Type.Equals(type))
            return source;
        var view = builder.Ids.Value(type, source.Name);
        builder.Add(new SliceOp(view, source, null, null));
        return view;
    }
}
