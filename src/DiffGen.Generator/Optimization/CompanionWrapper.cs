using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// A companion as a method: its parameters in the companion's order, its results in that of the companion, and between them calls of derived methods.
/// </summary>
internal sealed class CompanionWrapper
{
    private readonly IrMethod _method;
    private readonly DifferentiableRequest _request;
    private readonly Companion _companion;
    private readonly IdSource _ids = new(0, IrMethod.ReturnLabel + 1);
    private readonly RegionBuilder _builder;
    private readonly List<DerivedValue> _parameters = [];
    private readonly Dictionary<(CompanionRole Role, AbiLeaf Leaf), IrValue> _inputs = [];
    private readonly Dictionary<AbiLeaf, IrValue> _values = [];
    private readonly Dictionary<AbiLeaf, IrValue> _derivatives = [];

    private CompanionWrapper(IrMethod method, DifferentiableRequest request, Companion companion)
    {
        _method = method;
        _request = request;
        _companion = companion;
        _builder = new RegionBuilder(_ids);
        foreach (var parameter in companion.Parameters)
        {
            if (parameter.Mode != ParameterMode.Out)
                Declare(parameter);
        }
    }

    /// <summary>Value and tangent from the method's forward core.</summary>
    public static IrMethod Jvp(string key, IrMethod method, DifferentiableRequest request, Companion companion, IrMethod core)
    {
        var wrapper = new CompanionWrapper(method, request, companion);
        var leaves = AbiLeaves.OfParameters(method.Signature);
        EquatableArray<IrValue> arguments =
        [
            .. leaves.Select(leaf => wrapper._inputs[(CompanionRole.Primal, leaf)]),
            .. leaves.Where(wrapper.IsActive).Select(leaf => wrapper._inputs[(CompanionRole.Tangent, leaf)]),
        ];
        var results = AbiLeaves.OfResults(method.Signature);
        foreach (var leaf in results)
            wrapper._values[leaf] = wrapper._ids.Value(leaf.Type, "value");
        foreach (var leaf in results.Where(wrapper.IsActive))
            wrapper._derivatives[leaf] = wrapper._ids.Value(leaf.Type, "tangent");
        wrapper._builder.Add(new CallOp([.. results.Select(leaf => wrapper._values[leaf]), .. results.Where(wrapper.IsActive).Select(leaf => wrapper._derivatives[leaf])],
            core.Key, CallKind.Primal, arguments));
        return wrapper.Finish(key);
    }

    private bool IsActive(AbiLeaf leaf) => AbiLeaves.IsActive(leaf, _request);

    private void Declare(CompanionParameter parameter)
    {
        foreach (var leaf in AbiLeaves.OfParameter(_method.Signature, parameter.Source))
        {
            var type = leaf.IsBuffer ? parameter.Shape : leaf.Type;
            var value = _ids.Value(type, parameter.Name + string.Concat(leaf.Path));
            _parameters.Add(new DerivedValue(value, leaf.CarriesDerivative));
            _inputs[(parameter.Role, leaf)] = value;
        }
    }

    private IrMethod Finish(string key)
    {
        var results = new List<DerivedValue>();
        if (_companion.ReturnsValue)
            Give(AbiLeaves.OfReturn(_method.Signature), _values);
        if (_companion.ReturnsTangent)
            Give(AbiLeaves.OfReturn(_method.Signature), _derivatives);
        foreach (var parameter in _companion.Parameters)
        {
            if (parameter.Mode is ParameterMode.Ref or ParameterMode.Out)
                Give(AbiLeaves.OfParameter(_method.Signature, parameter.Source), parameter.Role == CompanionRole.Primal ? _values : _derivatives);
        }
        var body = _builder.Finish(new Break(IrMethod.ReturnLabel, results.Select(result => result.Value).ToEquatableArray(), -1));
        return DerivedMethod.Create(key, _companion.Kind.ToString(), _method.Signature, _parameters, body, results.Select(result => (result.Value.Type, result.Carries)), default, _ids.NextId);

        void Give(EquatableArray<AbiLeaf> leaves, Dictionary<AbiLeaf, IrValue> known)
        {
            foreach (var leaf in leaves)
                results.Add(new DerivedValue(known.TryGetValue(leaf, out var value) ? value : Default(leaf.Type), leaf.CarriesDerivative));
        }
    }

    // The derivative of what has none: what the companion fills its place with.
    private IrValue Default(IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.F64 or ScalarKind.F32 } => _builder.Float(0, type),
        ScalarType { Kind: ScalarKind.Bool } => _builder.Bool(false),
        ScalarType scalar => _builder.Constant(Constant.OfInteger(scalar.Kind, 0)),
        _ => _builder.Constant(Constant.Opaque($"default({AbiTypes.TextOf(type)})"), type),
    };
}
