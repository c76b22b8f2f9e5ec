using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// The adjoint of a method that is itself an adjoint, without reversing its tape: <c>R(x, w) = J(x)ᵀw</c> is the gradient of <c>⟨w, f(x)⟩</c> by x, so
/// that its Jacobian by x is symmetric. The adjoint of x for a cotangent r̄ is then the forward derivative of R along r̄, and that of w is <c>J(x) r̄</c>.
/// Differentiated along directions, R has a part for each set of them; the part of x for a set moves along the cotangent of R's part for the
/// complement of the set, and its adjoint is the derivative of that part.
/// </summary>
internal sealed partial class SymmetricAdjoint
{
    private readonly IrMethod _method;
    private readonly AdjointOrigin _origin;
    private readonly string _variant;
    private readonly IrUnit _primal;
    private readonly AdjointTower _tower;
    private readonly TransformOptions _options;
    private readonly int _all;
    private readonly List<CoreFunction> _helpers = [];
    private readonly List<IrValue> _parameters = [];
    private readonly Dictionary<AdjointPart, IrValue> _arguments = [];
    private readonly Dictionary<AdjointPart, IrValue> _cotangents = [];
    private readonly Dictionary<AdjointPart, IrValue> _shadows = [];

    private SymmetricAdjoint(IrMethod method, string variant, IrUnit unit, TransformOptions options)
    {
        _method = method;
        _origin = method.Origin!;
        _variant = variant;
        _options = options with { DetectAnomaly = false };
        _primal = PrimalUnit(unit);
        _tower = new AdjointTower(_primal, _options);
        _all = (1 << _origin.Order) - 1;
    }

    /// <summary>The two halves of a call of the method inside a reverse sweep, and the forward cores that they call.</summary>
    /// <param name="variant">Letters per parameter, see <see cref="VariantLetters"/>.</param>
    /// <param name="unit">Holds the primal, under the key that the origin names.</param>
    /// <param name="derived">Gets the methods that the halves call.</param>
    /// <exception cref="UnsupportedDerivativeException">The primal writes its buffers, or gives back more than its value.</exception>
    public static IReadOnlyList<CoreFunction> Split(IrMethod method, string variant, IrUnit unit, TransformOptions options, ICollection<IrMethod> derived)
    {
        var adjoint = new SymmetricAdjoint(method, variant, unit, options);
        adjoint.CheckPrimal();
        var halves = adjoint.Halves();
        var known = new HashSet<string>(unit.Callees.Concat(derived).Select(other => other.Key));
        foreach (var made in adjoint._tower.Made.Where(made => known.Add(made.Key)))
            derived.Add(made);
        return [.. halves, .. adjoint._helpers];
    }

    private IrUnit PrimalUnit(IrUnit unit)
    {
        EquatableArray<IrMethod> methods = [unit.Root, .. unit.Callees.Where(callee => callee.Key != unit.Root.Key)];
        var primal = methods.First(method => method.Key == _origin.Method);
        return new IrUnit(primal, [.. methods.Where(method => method.Key != primal.Key)]);
    }

    private void CheckPrimal()
    {
        var primal = _primal.Root;
        var effects = new CallEffects(_primal).Of(primal.Key, primal.Parameters.Length);
        string name = primal.Signature.Name;
        if (effects.Writes.Any(writes => writes))
            throw new UnsupportedDerivativeException(-1, $"it calls a reverse companion of '{name}', which writes to its buffers; return an array, or call the companion in forward mode");
        if (_origin.Results.Any(part => part.Role == AdjointRole.Value))
            throw new UnsupportedDerivativeException(-1, $"it calls a reverse companion of '{name}', which has ref or out parameters or runs other code; return a tuple in their place, or call the companion in forward mode");
    }

    private CoreFunction[] Halves()
    {
        var leaves = new HashSet<int>(_origin.ActiveLeaves);
        leaves.UnionWith(_origin.Parameters.Where((part, i) => part.Role == AdjointRole.Input && IsActive(i)).Select(part => part.Leaf));
        var top = _tower.AdjointOf(_origin, leaves);
        var parts = top.Origin!.Parameters;
        var cores = _tower.ForwardCores(top, new HashSet<int>(Enumerable.Range(0, parts.Length).Where(i => parts[i].Role == AdjointRole.Destination || Direction(parts[i]) is not null)));
        _helpers.AddRange(cores.Skip(1));
        var code = AdjointTower.MethodOf(cores[0], top);

        var ids = new IdSource(code.NextId, code.NextLabel);
        DeclareParameters(ids);
        var builder = new RegionBuilder(ids);
        var rewriter = new RegionRewriter(null);
        for (int i = 0; i < code.Parameters.Length; i++)
            Bind(builder, rewriter, code.Parameters[i], code.Origin!.Parameters[i]);
        // Its calls stay those of cores, which vector mode can follow.
        var body = rewriter.Copy(cores[0].Body);
        builder.AddRange(body.Ops);
        var adjoints = Adjoints(builder, code.Origin!, OpShape.Operands(body.End));

        var saved = Saved(builder, adjoints);
        builder.Prepend(Pop(saved, ids));
        var pullback = code with
        {
            Parameters = _parameters.ToEquatableArray(),
            Body = new Region(default, builder.TakeOps().ToEquatableArray(), new Break(IrMethod.ReturnLabel, adjoints, -1)),
        };
        // Copies of saved arrays never leave it.
        if (saved.Any(value => value.Type is BufferType))
            pullback = LocalStorage.Run(pullback, keepsMeeting: false);
        return [Core(CoreKind.Forward, Forward(saved)), Core(CoreKind.Pullback, pullback with { NextId = ids.NextId })];
    }

    private CoreFunction Core(CoreKind kind, IrMethod method) => Optimizer.Run(
        new CoreFunction(_method.Key, kind, _variant, method.Parameters, method.Body, OpShape.Operands(method.Body.End).Map(value => value.Type), UsesTape: true,
            default, method.Lines, method.NextId),
        _options);

    private bool IsActive(int parameter) => VariantLetters.IsActive(_variant[parameter]);

    private int Complement(int directions) => _all & ~directions;

    /// <summary>The part of R whose cotangent a part of x moves along, or null.</summary>
    private AdjointPart? Direction(AdjointPart part)
    {
        if (part.Role != AdjointRole.Input)
            return null;
        var adjoint = new AdjointPart(AdjointRole.Adjoint, part.Leaf, Complement(part.Directions));
        if (_origin.Results.Contains(adjoint))
            return adjoint;
        var destination = adjoint with { Role = AdjointRole.Destination };
        return _origin.Parameters.Where((p, i) => p == destination && IsActive(i)).FirstOrDefault();
    }

    // Parameters of a pullback: primal buffers that still hold the same, cotangents of results, shadows of active buffers.
    private void DeclareParameters(IdSource ids)
    {
        for (int i = 0; i < _variant.Length; i++)
        {
            var value = _method.Parameters[i];
            var part = _origin.Parameters[i];
            if (VariantLetters.IsGiven(_variant[i]))
                _parameters.Add(_arguments[part] = ids.Value(value.Type, value.Name));
            else if (part.Role != AdjointRole.Destination)
                _arguments[part] = ids.Value(value.Type, value.Name);
        }
        var results = OpShape.Operands(_method.Body.End);
        for (int i = 0; i < results.Length; i++)
        {
            if (results[i].Type.IsFloat)
                _parameters.Add(_cotangents[_origin.Results[i]] = ids.Value(results[i].Type, "cotangent"));
        }
        for (int i = 0; i < _variant.Length; i++)
        {
            if (_method.Parameters[i].Type is not BufferType type || !IsActive(i))
                continue;
            bool isFlat = type.Rank == 1 && type.Element is not BufferType;
            var shadow = ids.Value(isFlat ? type with { Kind = BufferKind.Span } : type, AbiNames.DerivativeOf(_method.Parameters[i].Name));
            _parameters.Add(_shadows[_origin.Parameters[i]] = shadow);
        }
    }

    /// <summary>Gives a parameter of the differentiated adjoint its value.</summary>
    private void Bind(RegionBuilder builder, RegionRewriter rewriter, IrValue value, AdjointPart part)
    {
        bool isNew = part.Directions > _all;
        var known = part with { Directions = part.Directions & _all };
        if (part.Role == AdjointRole.Input && isNew)
        {
            var direction = Direction(known)!;
            Replace(direction.Role == AdjointRole.Adjoint ? _cotangents[direction] : _shadows[direction]);
        }
        else if (part.Role != AdjointRole.Destination)
        {
            Replace(_arguments[part]);
        }
        else if (isNew && _shadows.TryGetValue(new AdjointPart(AdjointRole.Input, part.Leaf, Complement(known.Directions)), out var shadow))
        {
            Replace(shadow);
        }
        else
        {
            // Nobody asked for it: the optimiser removes what is only written.
            ShadowMemory.Zeros(builder, value, _arguments[new AdjointPart(AdjointRole.Input, part.Leaf, 0)]);
        }

        void Replace(IrValue source)
        {
            if (source.Type.Equals(value.Type))
                rewriter.Substitute(value, source);
            else
                builder.Add(new SliceOp(value, source, null, null));
        }
    }

    private EquatableArray<IrValue> Adjoints(RegionBuilder builder, AdjointOrigin origin, EquatableArray<IrValue> results)
    {
        var parts = origin.Results.ToList();
        var adjoints = new List<IrValue>();
        var ofCotangents = CotangentAdjoints(builder);
        for (int i = 0; i < _variant.Length; i++)
        {
            if (_method.Parameters[i].Type is BufferType || !IsActive(i))
                continue;
            var part = _origin.Parameters[i];
            int position = parts.IndexOf(new AdjointPart(AdjointRole.Adjoint, part.Leaf, Complement(part.Directions) | (_all + 1)));
            adjoints.Add(part.Role == AdjointRole.Cotangent ? ofCotangents[part]
                : position >= 0 ? results[position]
                : builder.Float(0, _method.Parameters[i].Type));
        }
        return adjoints.ToEquatableArray();
    }
}
