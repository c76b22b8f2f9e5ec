using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// Computes a method and its adjoint in one pass forwards, where the cotangent of whatever a call, branch or loop gives is known before that runs: what it
/// counts for is known on the way down, its value on the way up. Nothing is saved, however deep methods call each other. Derivatives are added to
/// destinations while the primal may still throw.
/// </summary>
internal sealed class OnePassAdjoint
{
    private readonly IrMethod _method;
    private readonly CallEffects _effects;
    private readonly MethodFacts _facts;
    private readonly Activity _activity;
    private readonly IdSource _ids;
    private readonly Dictionary<int, IrValue> _shadows = new();
    private readonly Dictionary<int, IrValue> _links = new();
    private readonly Action<string, string> _request;
    private bool _takesWorkspace;

    /// <summary>What a region's adjoint is made of while it is being built.</summary>
    private sealed class Scope(Region region, RegionBuilder builder)
    {
        public Region Region { get; } = region;

        public RegionBuilder Builder { get; } = builder;

        public Dictionary<int, IrValue> Cotangents { get; } = new();

        /// <summary>Cotangents that must be there in front of an operation, by its index.</summary>
        public List<(int Index, IrValue Cotangent)> Demands { get; } = new();

        public Dictionary<Op, Op> Replaced { get; } = new(ReferenceComparer<Op>.Instance);
    }

    private OnePassAdjoint(IrMethod method, CallEffects effects, IReadOnlyList<int> activeLeaves, ISet<int> activeResults, Action<string, string> request)
    {
        _method = method;
        _effects = effects;
        _request = request;
        _facts = new MethodFacts(method.Parameters, method.Body, effects);
        _activity = new Activity(_facts, activeLeaves.Select(i => method.Parameters[i]).ToList(), activeResults);
        _ids = new IdSource(method.NextId, method.NextLabel);
    }

    /// <summary>A core of kind Joint, for calls.</summary>
    /// <param name="method">Normalised.</param>
    /// <param name="variant">See <see cref="VariantLetters"/>.</param>
    /// <param name="request">Is told the key and variant of each method whose core of this kind is called.</param>
    /// <exception cref="NotInOnePassException">A cotangent would be known too late.</exception>
    public static CoreFunction Joint(IrMethod method, CallEffects effects, string variant, Action<string, string> request)
    {
        var leaves = Enumerable.Range(0, variant.Length).Where(i => VariantLetters.IsActive(variant[i])).ToList();
        var returned = OpShape.Operands(method.Body.End);
        var results = new HashSet<int>(Enumerable.Range(0, returned.Length).Where(i => returned[i].Type.IsFloat));
        var pass = new OnePassAdjoint(method, effects, leaves, results, request);
        var shadows = pass.Destinations(leaves);
        var cotangents = results.OrderBy(i => i).Select(i => (Result: returned[i], Cotangent: pass._ids.Value(returned[i].Type, results.Count == 1 ? "cotangent" : "cotangent" + (i + 1)))).ToList();
        var body = pass.Whole([], cotangents, [], returned);
        return pass.Finish(CoreKind.Joint, variant, [.. method.Parameters, .. cotangents.Select(pair => pair.Cotangent), .. shadows], body, returned);
    }

    /// <summary>A core of kind Reverse. Derivatives reach their destinations when nothing can throw any more.</summary>
    /// <exception cref="NotInOnePassException">A cotangent would be known too late.</exception>
    public static CoreFunction Reverse(IrMethod method, CallEffects effects, ISet<int> activeLeaves, ISet<int> activeResults, ReverseForm form, Action<string, string> request)
    {
        var returned = OpShape.Operands(method.Body.End);
        if (returned.Length != 1 || !activeResults.Contains(0) || !returned[0].Type.IsFloat)
            throw new NotInOnePassException();
        var leaves = activeLeaves.OrderBy(i => i).ToList();
        var pass = new OnePassAdjoint(method, effects, leaves, activeResults, request) { _takesWorkspace = true };
        var destinations = pass.Destinations(leaves);
        var front = new RegionBuilder(pass._ids);
        var back = new RegionBuilder(pass._ids);
        for (int i = 0; i < destinations.Count; i++)
        {
            var length = front.Length(destinations[i]);
            var workspace = pass._ids.Value(destinations[i].Type, destinations[i].Name);
            front.Add(new AllocateOp(workspace, [length], Storage.Scratch) { IsShadow = true });
            pass._shadows[method.Parameters[leaves[i]].Id] = workspace;
            if (form.SeedOne)
                back.Add(new CopyOp(workspace, destinations[i]));
            else
                AddInto(back, destinations[i], workspace, length);
        }
        var cotangent = form.SeedOne ? front.Float(1, returned[0].Type) : pass._ids.Value(returned[0].Type, "cotangent");
        var values = form.WithValue ? returned : default;
        var body = pass.Whole(front.TakeOps(), [(returned[0], cotangent)], back.TakeOps(), values);
        string variant = string.Concat(Enumerable.Range(0, method.Parameters.Length).Select(i => activeLeaves.Contains(i) ? '1' : '0'));
        EquatableArray<IrValue> seeds = form.SeedOne ? default : [cotangent];
        return pass.Finish(CoreKind.Reverse, variant, [.. method.Parameters, .. seeds, .. destinations], body, values);
    }

    private static void AddInto(RegionBuilder builder, IrValue target, IrValue addend, IrValue length)
    {
        var body = new RegionBuilder(builder.Ids);
        var index = builder.Ids.Value(IrType.I32, "i");
        var element = ((BufferType)target.Type).Element;
        body.Add(new AccumulateOp(target, [index], default, body.Load(element, addend, [index], default)));
        builder.Add(new ForOp(default, builder.Ids.Label(), index, builder.Int(0), length, 1, false, default, body.Finish(new Yield(default))));
    }

    private List<IrValue> Destinations(IReadOnlyList<int> leaves)
    {
        var shadows = new List<IrValue>();
        foreach (int i in leaves)
        {
            var parameter = _method.Parameters[i];
            if (parameter.Type is not BufferType { Rank: 1, Element: ScalarType element } || !element.IsFloat)
                throw new NotInOnePassException();
            var shadow = _ids.Value(new BufferType(element, BufferKind.Span), AbiNames.AdjointOf(parameter.Name, hasTangents: false));
            _shadows[parameter.Id] = shadow;
            shadows.Add(shadow);
        }
        return shadows;
    }

    private Region Whole(List<Op> front, IEnumerable<(IrValue Result, IrValue Cotangent)> seeds, List<Op> back, EquatableArray<IrValue> values)
    {
        var scope = new Scope(_method.Body, new RegionBuilder(_ids));
        foreach (var (result, cotangent) in seeds)
            Add(scope, result, cotangent);
        return new Region(default, [.. front, .. Ops(scope), .. back], new Break(IrMethod.ReturnLabel, values, -1));
    }

    private CoreFunction Finish(CoreKind kind, string variant, EquatableArray<IrValue> parameters, Region body, EquatableArray<IrValue> results) =>
        new(_method.Key, kind, variant, parameters, body, results.Map(result => result.Type), UsesTape: true,
            ["Computes derivatives in the same pass as values: nothing is saved."], _method.Lines, _ids.NextId);

    /// <summary>A region's operations, with its adjoint where all that it reads is there.</summary>
    private List<Op> Ops(Scope scope)
    {
        var primal = scope.Region.Ops;
        for (int i = primal.Length - 1; i >= 0; i--)
        {
            scope.Builder.Line = primal[i].Line;
            Mirror(scope, i, primal[i]);
        }
        var adjoint = scope.Builder.TakeOps();
        var places = new AdjointPlaces(primal, adjoint, scope.Demands);
        var ops = new List<Op>();
        for (int i = 0; i < primal.Length; i++)
        {
            ops.AddRange(places.InFrontOf(i));
            var op = scope.Replaced.TryGetValue(primal[i], out var replaced) ? replaced : primal[i];
            ops.Add(op);
            if (op is SliceOp slice && _shadows.TryGetValue(slice.Result.Id, out var view))
                ops.Add(slice with { Result = view, Buffer = _shadows[slice.Buffer.Id], IsShadow = true });
        }
        ops.AddRange(places.InFrontOf(primal.Length));
        return ops;
    }

    private void Mirror(Scope scope, int index, Op op)
    {
        bool isActive = OpShape.Results(op).Any(result => result.Type is not BufferType && _activity.IsActive(result));
        switch (op)
        {
            case IfOp o:
                Branch(scope, index, o);
                break;
            case ForOp or LoopOp:
                Loop(scope, index, LoopParts.Of(op));
                break;
            case CallOp o when isActive:
                Call(scope, index, o);
                break;
            case ApplyOp o when isActive:
                Apply(scope, o);
                break;
            case LoadOp o when isActive:
                if (CotangentOf(scope, o.Result) is { } loaded)
                    scope.Builder.Add(new AccumulateOp(ShadowOf(o.Buffer), o.Indices, o.Path, loaded));
                break;
            case SelectOp { IsStrongZero: false } o when isActive:
                Select(scope, o);
                break;
            default:
                if (isActive || op is BlockOp || op is AllocateOp && !(_takesWorkspace && ReferenceEquals(scope.Region, _method.Body)) || _effects.Written(op).Any(_activity.IsActiveMemory))
                    throw new NotInOnePassException();
                break;
        }
    }

    private void Apply(Scope scope, ApplyOp op)
    {
        if (CotangentOf(scope, op.Result) is not { } cotangent)
            return;
        for (int i = 0; i < op.Arguments.Length; i++)
        {
            if (op.Arguments[i].Type.IsFloat && _activity.IsActive(op.Arguments[i]) && DerivativeRules.Flows(op, i))
                Add(scope, op.Arguments[i], DerivativeRules.Contribute(scope.Builder, op, i, cotangent, forward: false, value => value, _facts.ConstantOf));
        }
    }

    private void Select(Scope scope, SelectOp op)
    {
        if (op.Result.Type is BufferType)
            throw new NotInOnePassException();
        if (CotangentOf(scope, op.Result) is not { } cotangent)
            return;
        var zero = scope.Builder.Float(0, cotangent.Type);
        foreach (var (value, first, second) in new[] { (op.WhenTrue, cotangent, zero), (op.WhenFalse, zero, cotangent) })
        {
            if (!_activity.IsActive(value))
                continue;
            var part = _ids.Value(cotangent.Type);
            scope.Builder.Add(new SelectOp(part, op.Condition, first, second));
            Add(scope, value, part);
        }
    }

    private void Call(Scope scope, int index, CallOp op)
    {
        if (op.Kind != CallKind.Primal || op.Results.Any(result => result.Type is BufferType) || _effects.RuleOwner(op.Callee) is not null
            || _effects.Written(op).Any(_activity.IsActiveMemory) || _effects.HasForeignEffects(op))
            throw new NotInOnePassException();
        var arguments = op.Arguments.ToList();
        foreach (var result in op.Results.Where(result => result.Type.IsFloat))
            arguments.Add(Demand(scope, index, result));
        string variant = "";
        foreach (var argument in op.Arguments)
        {
            bool isActive = argument.Type is BufferType ? _activity.IsActiveMemory(argument) : argument.Type.IsFloat && _activity.IsActive(argument);
            if (isActive && argument.Type is not BufferType)
                throw new NotInOnePassException();
            if (isActive)
                arguments.Add(ShadowOf(argument));
            variant += VariantLetters.Of(isActive, given: false);
        }
        scope.Replaced[op] = op with { Kind = CallKind.Joint, Arguments = arguments.ToEquatableArray(), Variant = variant };
        _request(op.Callee, variant);
    }

    private void Branch(Scope scope, int index, IfOp op)
    {
        var seeds = op.Results.Map(result => result.Type.IsFloat && _activity.IsActive(result) ? Demand(scope, index, result) : null);
        scope.Replaced[op] = op with { Then = Inner(op.Then, seeds), Else = Inner(op.Else, seeds) };
    }

    private void Loop(Scope scope, int index, LoopParts loop)
    {
        var seeds = new List<IrValue?>();
        for (int j = 0; j < loop.Results.Length; j++)
        {
            bool isActive = loop.Results[j].Type.IsFloat && (_activity.IsActive(loop.Results[j]) || _activity.IsActive(loop.Body.Parameters[j]));
            seeds.Add(isActive ? Demand(scope, index, loop.Results[j]) : null);
            if (!isActive)
                continue;
            var chain = new SumChain(_facts, loop.Body.Parameters[j]);
            if (!chain.Covers(loop, j))
                throw new NotInOnePassException();
            foreach (int link in chain.LinkIds)
                _links[link] = seeds[j]!;
            if (_activity.IsActive(loop.Initial[j]))
                Add(scope, loop.Initial[j], seeds[j]!);
        }
        var body = Inner(loop.Body, seeds.ToEquatableArray());
        scope.Replaced[loop.Op] = loop.Op is ForOp o ? o with { Body = body } : ((LoopOp)loop.Op) with { Body = body };
    }

    private Region Inner(Region region, EquatableArray<IrValue?> seeds)
    {
        var scope = new Scope(region, new RegionBuilder(_ids));
        if (region.End is Yield end)
        {
            for (int i = 0; i < seeds.Length; i++)
            {
                if (seeds[i] is { } seed && _activity.IsActive(end.Values[i]))
                    Add(scope, end.Values[i], seed);
            }
        }
        return region with { Ops = Ops(scope).ToEquatableArray() };
    }

    private IrValue Demand(Scope scope, int index, IrValue value)
    {
        var cotangent = CotangentOf(scope, value) ?? scope.Builder.Float(0, value.Type);
        scope.Demands.Add((index, cotangent));
        return cotangent;
    }

    // Sums count the same in every iteration.
    private IrValue? CotangentOf(Scope scope, IrValue value) =>
        _links.TryGetValue(value.Id, out var seed) || scope.Cotangents.TryGetValue(value.Id, out seed) ? seed : null;

    private void Add(Scope scope, IrValue value, IrValue contribution)
    {
        if (_links.ContainsKey(value.Id))
            return;
        if (!ReferenceEquals(_facts.DefinitionOf(value).Node.Region, scope.Region))
            throw new NotInOnePassException();
        scope.Cotangents[value.Id] = scope.Cotangents.TryGetValue(value.Id, out var sum) ? scope.Builder.Apply("add", value.Type, sum, contribution) : contribution;
    }

    private IrValue ShadowOf(IrValue buffer)
    {
        if (_shadows.TryGetValue(buffer.Id, out var known))
            return known;
        if (_facts.OpOf(buffer) is not SliceOp { StopsDerivative: false } slice)
            throw new NotInOnePassException();
        _ = ShadowOf(slice.Buffer);
        string name = buffer.Name.Length > 0 ? AbiNames.AdjointOf(buffer.Name, hasTangents: false) : "";
        return _shadows[buffer.Id] = _ids.Value(new BufferType(((BufferType)buffer.Type).Element, BufferKind.Span), name);
    }
}
