using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>What a reverse core is wanted for.</summary>
/// <param name="WithValue">The primal results are returned too.</param>
/// <param name="SeedOne">The cotangent of the single returned number is the constant 1 and not a parameter; all other cotangents are zero, and
/// destinations are overwritten.</param>
internal sealed record ReverseForm(bool WithValue, bool SeedOne);

/// <summary>Makes reverse-mode cores from normalised methods.</summary>
internal sealed partial class ReverseTransform
{
    private readonly IrMethod _method;
    private readonly CallEffects _effects;
    private readonly TransformOptions _options;
    private readonly CallVariants _variants;

    /// <param name="method">Normalised by <see cref="ExitNormalizer"/>.</param>
    public ReverseTransform(IrMethod method, CallEffects effects, TransformOptions options, CallVariants variants)
    {
        _method = method;
        _effects = effects;
        _options = options;
        _variants = variants;
    }

    /// <summary>One transform under way: the method with its paired references, and the sweep over it.</summary>
    private sealed record Work(IrMethod Method, ReverseSweep Sweep, PrimalView View, Frame Frame, IdSource Ids, IReadOnlyList<IrValue> Shadows)
    {
        public EquatableArray<IrValue> Returned => OpShape.Operands(Method.Body.End);

        public IEnumerable<IrValue> Adjoints(ISet<int> activeLeaves) =>
            activeLeaves.OrderBy(i => i).Where(i => Method.Parameters[i].Type.IsFloat).Select(i => Sweep.AdjointOf(Method.Parameters[i])).ToList();
    }

    private EquatableArray<IrValue> Returned => OpShape.Operands(_method.Body.End);

    /// <summary>Both sweeps in one function: <see cref="CoreKind.Reverse"/>.</summary>
    /// <param name="activeLeaves">Indices of flattened parameters.</param>
    /// <param name="activeResults">Indices of returned values that have a cotangent.</param>
    public CoreFunction Reverse(ISet<int> activeLeaves, ISet<int> activeResults, int returnLeaves, ReverseForm form)
    {
        var work = Begin(activeLeaves, activeResults, FrameKind.Direct);
        var sweep = work.Sweep;
        var cotangents = new List<IrValue>();
        var seeds = new List<(IrValue Result, IrValue Cotangent)>();
        foreach (int i in activeResults.OrderBy(i => i))
        {
            var result = work.Returned[i];
            if (!form.SeedOne)
            {
                var type = result.Type is BufferType buffer ? CotangentType(buffer) : result.Type;
                var cotangent = work.Ids.Value(type, i == 0 && returnLeaves == 1 ? "cotangent" : "cotangent" + (i + 1));
                cotangents.Add(cotangent);
                seeds.Add((result, cotangent));
            }
            else if (i < returnLeaves && result.Type.IsFloat)
            {
                seeds.Add((result, sweep.Root.Builder.Float(1, result.Type)));
            }
        }
        if (form.SeedOne)
        {
            foreach (var shadow in work.Shadows)
                sweep.ClearShadow(shadow);
        }
        sweep.EnterDestinations();
        foreach (var (result, cotangent) in seeds)
            sweep.SeedResult(result, cotangent);
        sweep.Run();
        sweep.LeaveDestinations();
        var adjoints = work.Adjoints(activeLeaves);
        var values = work.Returned.Where((_, i) => form.WithValue || i >= returnLeaves);

        var forward = new ForwardSweep(sweep, work.View, work.Ids, sweep.Fusion).Direct(work.Method.Body, work.Frame);
        List<Op> ops = [.. forward, .. sweep.Root.Builder.TakeOps()];
        string variant = string.Concat(Enumerable.Range(0, _method.Parameters.Length).Select(i => activeLeaves.Contains(i) ? '1' : '0'));
        var inputs = activeLeaves.OrderBy(i => i).Select(i => _method.Parameters[i]).Where(parameter => parameter.Type is BufferType);
        return Finish(CoreKind.Reverse, variant, [.. _method.Parameters, .. cotangents, .. work.Shadows], ops, [.. values, .. adjoints], work) with
        {
            SameLengths = work.Shadows.Zip(inputs, (shadow, input) => new SameLength(shadow, input)).Where(pair => pair.Buffer.Type is BufferType { IsFlat: true }).ToEquatableArray(),
        };
    }

    /// <summary>The two halves for calls from other reverse sweeps: <see cref="CoreKind.Forward"/> and <see cref="CoreKind.Pullback"/>.</summary>
    public (CoreFunction Forward, CoreFunction Pullback) Split(string variant)
    {
        var activeLeaves = new HashSet<int>(Enumerable.Range(0, variant.Length).Where(i => VariantLetters.IsActive(variant[i])));
        var activeResults = new HashSet<int>(Enumerable.Range(0, Returned.Length).Where(i => Returned[i].Type.IsFloat));
        var work = Begin(activeLeaves, activeResults, FrameKind.Record);
        var given = Enumerable.Range(0, variant.Length).Where(i => VariantLetters.IsGiven(variant[i])).Select(i => _method.Parameters[i]).ToList();
        given.ForEach(work.Sweep.GiveBuffer);
        var cotangents = new List<IrValue>();
        work.Sweep.EnterDestinations();
        foreach (int i in activeResults.OrderBy(i => i))
        {
            var cotangent = work.Ids.Value(Returned[i].Type, activeResults.Count == 1 ? "cotangent" : "cotangent" + (i + 1));
            cotangents.Add(cotangent);
            work.Sweep.SeedResult(work.Returned[i], cotangent);
        }
        work.Sweep.Run();
        work.Sweep.LeaveDestinations();
        var adjoints = work.Adjoints(activeLeaves).ToEquatableArray();

        var forwardOps = new ForwardSweep(work.Sweep, work.View, work.Ids, work.Sweep.Fusion).CallRecord(work.Method.Body, work.Frame);
        var forward = Finish(CoreKind.Forward, variant, _method.Parameters, forwardOps, work.Returned, work);
        List<Op> backwardOps = [.. Records.Pop(work.Frame, work.Ids), .. work.Sweep.Root.Builder.TakeOps()];
        return (forward, Finish(CoreKind.Pullback, variant, [.. given, .. cotangents, .. work.Shadows], backwardOps, adjoints, work));
    }

    private Work Begin(ISet<int> activeLeaves, ISet<int> activeResults, FrameKind kind)
    {
        var ids = new IdSource(_method.NextId, _method.NextLabel);
        var shadowOf = new Dictionary<int, IrValue>();
        var shadows = new List<IrValue>();
        var destinations = new List<(IrValue Parameter, IrValue Destination)>();
        foreach (int i in activeLeaves.OrderBy(i => i))
        {
            if (_method.Parameters[i].Type is not BufferType type)
                continue;
            var shadow = ids.Value(type.IsFlat ? new BufferType(type.Element, BufferKind.Span) : type, AbiNames.AdjointOf(_method.Parameters[i].Name, _options.HasTangents));
            shadowOf[_method.Parameters[i].Id] = shadow;
            shadows.Add(shadow);
        }
        var inputs = activeLeaves.Select(i => _method.Parameters[i]).ToList();
        // The primal sweep of a callee is not given the shadows of its parameters.
        var visible = kind == FrameKind.Direct ? shadowOf : new Dictionary<int, IrValue>();
        var (method, pairs, copied) = ShadowPairing.Run(_method, _effects, inputs, activeResults, visible, ids);
        var facts = new MethodFacts(method.Parameters, method.Body, _effects);
        var view = new PrimalView(facts, new Activity(facts, inputs, activeResults), pairs);
        var frame = new Frame(kind, method.Body);
        foreach (var (parameter, _) in copied)
        {
            destinations.Add((parameter, shadowOf[parameter.Id]));
            shadowOf.Remove(parameter.Id);
        }
        var sweep = new ReverseSweep(method, view, ids, _options, _variants, frame, shadowOf) { CopiedDestinations = destinations };
        return new Work(method, sweep, view, frame, ids, shadows);
    }

    private static BufferType CotangentType(BufferType type) =>
        type.IsFlat ? new BufferType(type.Element, BufferKind.ReadOnlySpan) : type;

    private CoreFunction Finish(CoreKind kind, string variant, EquatableArray<IrValue> parameters, List<Op> ops, EquatableArray<IrValue> results, Work work)
    {
        var body = work.Sweep.WithPrivateMemory(new Region(default, ops.ToEquatableArray(), new Break(IrMethod.ReturnLabel, results, -1)));
        return new CoreFunction(_method.Key, kind, variant, parameters, body, results.Map(r => r.Type), NeedsTape(body),
            work.Sweep.Notes.Distinct().ToEquatableArray(), _method.Lines, work.Ids.NextId);
    }

    /// <summary>Whether code uses the tape, for records or for workspace.</summary>
    public static bool NeedsTape(Region body) => OpShape.AllOps(body).Any(op =>
        op is TapePushOp or TapePopOp or ScratchMarkOp or ScratchReleaseOp or LaneSumsOp or CallOp { Kind: CallKind.Forward or CallKind.Pullback or CallKind.Joint }
            or AllocateOp { Storage: Storage.Scratch, Result.Type: BufferType { Kind: not (BufferKind.Array2D or BufferKind.Object) } });
}
