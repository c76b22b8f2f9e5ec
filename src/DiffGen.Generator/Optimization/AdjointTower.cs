using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Derivatives of a method as methods: <c>J(x)ᵀw</c> from its reverse core, and forward derivatives, along as many directions as are asked
/// for one after the other, of that and of the method itself.
/// </summary>
internal sealed class AdjointTower
{
    private readonly IrUnit _unit;
    private readonly TransformOptions _options;
    private readonly List<IrMethod> _made = [];

    /// <param name="unit">The method, with calls inlined, and all that it reaches.</param>
    public AdjointTower(IrUnit unit, TransformOptions options)
    {
        _unit = unit;
        _options = options with { DetectAnomaly = false, HasTangents = true };
    }

    /// <summary>All methods made so far, those that others call among them.</summary>
    public IReadOnlyList<IrMethod> Made => _made;

    /// <summary>The method <c>J(x)ᵀw</c>: parameters and results as those of a core of kind <see cref="CoreKind.Reverse"/>.</summary>
    /// <param name="mayBePlain">It need not keep its origin where it is ordinary code without a tape.</param>
    public IrMethod Adjoint(ISet<int> activeLeaves, ISet<int> activeResults, bool withValue = false, bool mayBePlain = false)
    {
        var root = _unit.Root;
        var effects = new CallEffects(_unit);
        var variants = new CallVariants();
        int returnLeaves = AbiLeaves.OfReturn(root.Signature).Length;
        var transform = new ReverseTransform(CorePlan.Normalized(root, effects, _options), effects, _options, variants);
        var core = Optimizer.Run(transform.Reverse(activeLeaves, activeResults, returnLeaves, new ReverseForm(withValue, SeedOne: false)), _options);
        var results = AbiLeaves.OfResults(root.Signature);
        string variant = $"{Flags(root.Parameters.Length, activeLeaves)}_{Flags(results.Length, activeResults)}{(withValue ? "_v" : "")}";
        foreach (var helper in CorePlan.Helpers(_unit, effects, _options, variants, _made))
            _made.Add(MethodOf(helper, Find(helper.Callee)));

        var leaves = activeLeaves.OrderBy(i => i).ToList();
        EquatableArray<AdjointPart> parameters =
        [
            .. root.Parameters.Select((p, i) => new AdjointPart(AdjointRole.Input, i, 0)),
            .. activeResults.OrderBy(i => i).Select(i => new AdjointPart(AdjointRole.Cotangent, i, 0)),
            .. leaves.Where(i => root.Parameters[i].Type is BufferType).Select(i => new AdjointPart(AdjointRole.Destination, i, 0)),
        ];
        EquatableArray<AdjointPart> given =
        [
            .. Enumerable.Range(0, results.Length).Where(i => withValue || i >= returnLeaves).Select(i => new AdjointPart(AdjointRole.Value, i, 0)),
            .. leaves.Where(i => root.Parameters[i].Type.IsFloat).Select(i => new AdjointPart(AdjointRole.Adjoint, i, 0)),
        ];
        var method = DerivedMethod.FromCore(core with { Variant = variant }, root.Signature);
        if (!mayBePlain || !IsPlain(core.Body))
            method = method with { Origin = new AdjointOrigin(root.Key, leaves.ToEquatableArray(), activeResults.OrderBy(i => i).ToEquatableArray(), 0, parameters, given) };
        _made.Add(method);
        return method;
    }

    /// <summary>The same as another adjoint, along the same directions, but by other parameters of the primal.</summary>
    public IrMethod AdjointOf(AdjointOrigin origin, ISet<int> activeLeaves)
    {
        var method = Adjoint(activeLeaves, new HashSet<int>(origin.ActiveResults));
        for (int i = 0; i < origin.Order; i++)
        {
            int direction = 1 << i;
            var parts = method.Origin!.Parameters;
            method = Forward(method, new HashSet<int>(Enumerable.Range(0, parts.Length).Where(j =>
                parts[j].Role == AdjointRole.Destination || origin.Parameters.Contains(parts[j] with { Directions = parts[j].Directions | direction }))));
        }
        return method;
    }

    /// <summary>The forward derivative of a method, by these of its parameters and of all results that can carry a derivative.</summary>
    public IrMethod Forward(IrMethod method, ISet<int> activeParameters)
    {
        var cores = ForwardCores(method, activeParameters);
        return _made.First(made => made.Key == DerivedMethod.KeyOf(method.Key, CoreKind.Jvp, cores[0].Variant));
    }

    /// <summary>The forward derivative of a method, by these of its parameters and of these of its results.</summary>
    public IrMethod Forward(IrMethod method, ISet<int> activeParameters, ISet<int> activeResults)
    {
        var cores = ForwardCores(method, activeParameters, activeResults);
        return _made.First(made => made.Key == DerivedMethod.KeyOf(method.Key, CoreKind.Jvp, cores[0].Variant));
    }

    /// <summary>The core of a forward derivative, first, and those that it calls; of all results that can carry a derivative.</summary>
    public IReadOnlyList<CoreFunction> ForwardCores(IrMethod method, ISet<int> activeParameters)
    {
        var results = AbiLeaves.OfResults(method.Signature);
        return ForwardCores(method, activeParameters, new HashSet<int>(Enumerable.Range(0, results.Length).Where(i => results[i].CarriesDerivative)));
    }

    private List<CoreFunction> ForwardCores(IrMethod method, ISet<int> activeParameters, ISet<int> activeResults)
    {
        EquatableArray<IrMethod> others = [.. _made.Concat(_unit.Callees).Append(_unit.Root).Where(other => other.Key != method.Key).GroupBy(other => other.Key).Select(group => group.First())];
        var cores = ForwardCalls.Build(new IrUnit(method, others), activeParameters, activeResults).Select(core => Optimizer.Run(core, _options)).ToList();
        foreach (var core in cores)
            _made.Add(MethodOf(core, core.Callee == method.Key ? method : Find(core.Callee)));
        return cores;
    }

    /// <summary>A core as a method, with what is known of the method that it is a core of.</summary>
    public static IrMethod MethodOf(CoreFunction core, IrMethod owner)
    {
        var method = DerivedMethod.FromCore(core, owner.Signature);
        return core.Kind != CoreKind.Jvp ? method : method with
        {
            SharesRecords = owner.SharesRecords,
            Origin = owner.Origin is { } origin ? Along(origin, core) : null,
        };
    }

    // The variant of a forward core has a flag per parameter, and, where not all results have a tangent, one per result.
    private static AdjointOrigin Along(AdjointOrigin origin, CoreFunction core)
    {
        int direction = 1 << origin.Order;
        int behind = origin.Parameters.Length + 1;
        return origin with
        {
            Order = origin.Order + 1,
            Parameters = [.. origin.Parameters, .. Chosen(origin.Parameters, i => core.Variant[i] == '1')],
            Results = [.. origin.Results, .. Chosen(origin.Results, i => core.Variant.Length <= behind || core.Variant[behind + i] == '1')],
        };

        IEnumerable<AdjointPart> Chosen(EquatableArray<AdjointPart> parts, System.Func<int, bool> isActive) =>
            parts.Where((_, i) => isActive(i)).Select(part => part with { Directions = part.Directions | direction });
    }

    // Arithmetic on values: as good as anything the user wrote, and best reversed like that.
    private static bool IsPlain(Region body) => OpShape.AllOps(body).All(op =>
        op is ConstantOp or ApplyOp or SelectOp or LoadOp or LengthOp or IfOp or StaticBufferOp or CommentOp or ForeignOp { IsPure: true });

    private IrMethod Find(string key) =>
        _unit.Root.Key == key ? _unit.Root : _made.FirstOrDefault(method => method.Key == key) ?? _unit.Callees.First(method => method.Key == key);

    private static string Flags(int count, ISet<int> set) => new(Enumerable.Range(0, count).Select(i => set.Contains(i) ? '1' : '0').ToArray());
}
