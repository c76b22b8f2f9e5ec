using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// A companion as a method: its parameters in the companion's order, its results in that of the companion, and between them calls of derived methods.
/// </summary>
internal sealed partial class CompanionWrapper
{
    private readonly IrMethod _method;
    private readonly DifferentiableRequest _request;
    private readonly Companion _companion;
    private readonly MethodEffects _effects;
    private readonly EquatableArray<AbiLeaf> _leaves;
    private readonly EquatableArray<AbiLeaf> _results;
    private readonly IdSource _ids = new(0, IrMethod.ReturnLabel + 1);
    private readonly RegionBuilder _builder;
    private readonly List<DerivedValue> _parameters = [];
    private readonly Dictionary<(CompanionRole Role, AbiLeaf Leaf), IrValue> _inputs = [];
    private readonly Dictionary<AbiLeaf, IrValue> _values = [];
    private readonly Dictionary<AbiLeaf, IrValue> _derivatives = [];

    /// <param name="unit">The method that the companion belongs to, and all that it reaches.</param>
    public CompanionWrapper(IrUnit unit, DifferentiableRequest request, Companion companion)
    {
        _method = unit.Root;
        _request = request;
        _companion = companion;
        _effects = new CallEffects(unit).Of(_method.Key, _method.Parameters.Length);
        _leaves = AbiLeaves.OfParameters(_method.Signature);
        _results = AbiLeaves.OfResults(_method.Signature);
        _builder = new RegionBuilder(_ids);
        foreach (var parameter in companion.Parameters)
        {
            if (parameter.Mode != ParameterMode.Out)
                Declare(parameter);
        }
        foreach (var parameter in companion.Parameters.Where(p => p.Role is CompanionRole.Tangent or CompanionRole.Destination && p.Shape is BufferType))
            CheckShape(parameter);
    }

    /// <summary>Value and tangent from the method's forward core.</summary>
    public IrMethod Jvp(string key, AdjointTower tower)
    {
        var core = tower.Forward(_method, CorePlan.ActiveParameters(_method.Signature, _request), CorePlan.ActiveResults(_method.Signature, _request));
        foreach (var leaf in _results)
            _values[leaf] = _ids.Value(leaf.Type, "value");
        foreach (var leaf in _results.Where(IsActive))
            _derivatives[leaf] = _ids.Value(leaf.Type, "tangent");
        Call(core, [.. _leaves.Select(Primal), .. _leaves.Where(IsActive).Select(leaf => _inputs[(CompanionRole.Tangent, leaf)])],
            [.. _results.Select(leaf => _values[leaf]), .. _results.Where(IsActive).Select(leaf => _derivatives[leaf])]);
        return Finish(key);
    }

    private bool IsActive(AbiLeaf leaf) => AbiLeaves.IsActive(leaf, _request);

    private IrValue Primal(AbiLeaf leaf) => _inputs[(CompanionRole.Primal, leaf)];

    private void Call(IrMethod method, EquatableArray<IrValue> arguments, EquatableArray<IrValue> results) =>
        _builder.Add(new CallOp(results, method.Key, CallKind.Primal, arguments));

    private void Declare(CompanionParameter parameter)
    {
        var leaves = parameter.Source == AbiLeaf.Return ? AbiLeaves.OfReturn(_method.Signature) : AbiLeaves.OfParameter(_method.Signature, parameter.Source);
        foreach (var leaf in leaves)
        {
            var type = leaf.IsBuffer ? parameter.Shape : leaf.Type;
            var value = _ids.Value(type, parameter.Name + string.Concat(leaf.Path));
            _parameters.Add(new DerivedValue(value, leaf.CarriesDerivative));
            _inputs[(parameter.Role, leaf)] = leaf.CarriesDerivative ? value : Held(value);
        }
    }

    // What the method holds constant on purpose has no derivative in its companions either.
    private IrValue Held(IrValue value)
    {
        if (value.Type is not BufferType)
            return value.Type.IsFloat ? _builder.ApplyNamed(value.Name, "stop", value.Type, value) : value;
        var view = _ids.Value(value.Type, value.Name);
        _builder.Add(new SliceOp(view, value, null, null, StopsDerivative: true));
        return view;
    }

    // Companions check the shapes of what they are given: so must what stands for them.
    private void CheckShape(CompanionParameter parameter)
    {
        var leaf = AbiLeaves.OfParameter(_method.Signature, parameter.Source)[0];
        var given = _inputs[(parameter.Role, leaf)];
        var primal = Primal(leaf);
        string name = _method.Signature.Parameters[parameter.Source].Name;
        for (int dimension = 0; dimension < ((BufferType)given.Type).Rank; dimension++)
        {
            var actual = _builder.Length(given, dimension);
            var expected = _builder.Length(primal, dimension);
            var differs = _builder.Apply("ne", IrType.Bool, actual, expected);
            string message = $"$\"'{parameter.Name}' has length {{{{{{0}}}}}}, but '{name}' has length {{{{{{1}}}}}}.\"";
            var fails = new Region(default, default, new Throw($"new global::System.ArgumentException({message}, \"{parameter.Name}\")", [actual, expected], -1, -1));
            _builder.Add(new IfOp(default, differs, fails, new Region(default, default, new Yield(default))));
        }
    }

    private IrMethod Finish(string key)
    {
        var results = new List<DerivedValue>();
        if (_companion.ReturnsValue)
            Give(AbiLeaves.OfReturn(_method.Signature), _values);
        if (_companion.ReturnsTangent)
            Give(AbiLeaves.OfReturn(_method.Signature), _derivatives);
        foreach (var gradient in _companion.Gradients)
            Give(AbiLeaves.OfParameter(_method.Signature, gradient.Parameter), _derivatives);
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
                results.Add(new DerivedValue(known.TryGetValue(leaf, out var value) ? value : ShadowMemory.Zero(_builder, leaf.Type), leaf.CarriesDerivative));
        }
    }
}
