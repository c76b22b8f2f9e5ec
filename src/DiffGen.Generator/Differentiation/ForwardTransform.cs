using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// Forward mode: every operation stays as it is and is followed by its tangent, so that primal values are the same to the bit. Structured
/// operations carry the tangents of varied values beside them; a varied reference is accompanied by a shadow, the memory of its tangents.
/// </summary>
internal sealed partial class ForwardTransform
{
    private readonly IrMethod _method;
    private readonly ForwardCalls _calls;
    private readonly Activity _activity;
    private readonly ShadowTypes _shadows;
    private readonly IdSource _ids;
    private readonly Dictionary<int, IrValue> _tangents = new();
    private readonly Dictionary<int, Constant> _constants = new();
    private readonly Dictionary<int, ApplyOp> _tests = new();
    private readonly Dictionary<int, Slot> _slots = new();
    private readonly HashSet<string> _blocks;
    private readonly Dictionary<int, Exit> _exits = new();
    private readonly List<(IrValue Shadow, IrValue Tangent)> _copiedParameters = new();

    private ForwardTransform(IrMethod method, IReadOnlyList<IrValue> activeParameters, ForwardCalls calls)
    {
        _method = method;
        _calls = calls;
        _ids = new IdSource(method.NextId, method.NextLabel);
        _blocks = Blocks(method.Body);
        var facts = new MethodFacts(method.Parameters, method.Body, calls.Effects);
        _activity = new Activity(facts, activeParameters, activeOutputs: null);
        _shadows = new ShadowTypes(method, facts.Aliases);
        foreach (var op in OpShape.AllOps(method.Body))
        {
            if (op is ConstantOp { Value.IsOpaque: false } constant)
                _constants[constant.Result.Id] = constant.Value;
            else if (op is ApplyOp { Primitive: "eq" or "and", Result.Type: ScalarType { Kind: ScalarKind.Bool } } test)
                _tests[test.Result.Id] = test;
        }
    }

    /// <summary>Values that leave by one way: which of them take a tangent along, and of what type.</summary>
    private sealed record Exit(EquatableArray<int> Positions, EquatableArray<IrType> Types);

    /// <param name="activeParameters">Indices into <see cref="IrMethod.Parameters"/> that have a tangent.</param>
    /// <param name="activeResults">Indices into the returned values that have a tangent.</param>
    /// <param name="variant">Names this choice of parameters and results.</param>
    /// <param name="calls">Finds callees, and takes note of the cores that the result calls.</param>
    public static CoreFunction Run(IrMethod method, ISet<int> activeParameters, ISet<int> activeResults, string variant, ForwardCalls calls)
    {
        var active = Enumerable.Range(0, method.Parameters.Length).Where(activeParameters.Contains).Select(i => method.Parameters[i]).ToList();
        return new ForwardTransform(method, active, calls).Build(active, activeResults, variant);
    }

    private CoreFunction Build(IReadOnlyList<IrValue> active, ISet<int> activeResults, string variant)
    {
        var results = AbiLeaves.OfResults(_method.Signature);
        var positions = Enumerable.Range(0, results.Length).Where(activeResults.Contains).ToEquatableArray();
        _exits[IrMethod.ReturnLabel] = new Exit(positions, positions.Map(i => results[i].Type));

        var builder = new RegionBuilder(_ids);
        var tangents = active.Select(parameter => AddParameter(builder, parameter)).ToList();
        foreach (var parameter in _method.Parameters)
        {
            if (HasTangent(parameter) && !_tangents.ContainsKey(parameter.Id))
                _tangents[parameter.Id] = ZeroShadow(builder, parameter, _shadows.Of(parameter));
        }
        var body = Transform(builder, _method.Body, default, inner: null);
        return new CoreFunction(_method.Key, CoreKind.Jvp, variant, _method.Parameters.Concat(tangents).ToEquatableArray(), body,
            results.Map(leaf => leaf.Type).Concat(_exits[IrMethod.ReturnLabel].Types).ToEquatableArray(),
            OpShape.AllOps(body).Any(UsesTape), ["Values and tangents in one pass; nothing is saved."], _method.Lines, _ids.NextId);
    }

    private static bool UsesTape(Op op) => op is AllocateOp { Storage: Storage.Scratch } or TapePushOp or TapePopOp or ScratchMarkOp or ScratchReleaseOp;

    private IrValue AddParameter(RegionBuilder builder, IrValue parameter)
    {
        var type = parameter.Type is BufferType buffer ? AbiTypes.Tangent(buffer) : parameter.Type;
        var tangent = _ids.Value(type, TangentName(parameter));
        if (HasTangent(parameter))
            _tangents[parameter.Id] = parameter.Type is BufferType ? EnterShadow(builder, parameter, tangent) : tangent;
        return tangent;
    }

    /// <summary>Whether a value is accompanied by a tangent, or a reference by a shadow.</summary>
    private bool HasTangent(IrValue value) => (value.Type.IsFloat || value.Type is BufferType) && _activity.IsVaried(value);

    /// <summary>The tangent of a scalar: zero if it is not varied.</summary>
    private IrValue Tangent(RegionBuilder builder, IrValue value) =>
        HasTangent(value) ? _tangents[value.Id] : builder.Float(0, value.Type);

    private Region Transform(RegionBuilder builder, Region region, EquatableArray<IrValue> parameters, Exit? inner)
    {
        foreach (var op in region.Ops)
        {
            builder.Line = op.Line;
            builder.Ordinal = -1;
            Transform(builder, op);
        }
        builder.Line = region.End.Line;
        var exit = region.End switch
        {
            Yield => inner,
            Break leave => _exits[leave.Label],
            Continue next => _exits[next.Label],
            _ => null,
        };
        if (region.End is Break { Label: IrMethod.ReturnLabel })
        {
            foreach (var (shadow, tangent) in _copiedParameters)
                builder.Add(new CopyOp(shadow, tangent));
        }
        var end = exit is null ? region.End : OpShape.WithOperands(region.End, WithTangents(builder, OpShape.Operands(region.End), exit));
        return new Region(parameters, builder.Finish(end).Ops, end);
    }

    private EquatableArray<IrValue> WithTangents(RegionBuilder builder, EquatableArray<IrValue> values, Exit exit)
    {
        var extended = values.ToList();
        for (int i = 0; i < exit.Positions.Length; i++)
        {
            // Fewer values stand only where control never arrives.
            if (exit.Positions[i] < values.Length)
                extended.Add(Accompanying(builder, values[exit.Positions[i]], exit.Types[i]));
        }
        return extended.ToEquatableArray();
    }

    /// <summary>The tangent or shadow of a value, as a value of the given type; zero if it has none.</summary>
    private IrValue Accompanying(RegionBuilder builder, IrValue value, IrType type) =>
        value.Type is not BufferType ? Tangent(builder, value)
        : HasTangent(value) ? Coerce(builder, _tangents[value.Id], type)
        : ZeroShadow(builder, value, type);

    private static string TangentName(IrValue value) => value.Name.Length == 0 ? "" : AbiNames.TangentOf(value.Name);
}
