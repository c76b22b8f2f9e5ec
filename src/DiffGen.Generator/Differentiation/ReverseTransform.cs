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
internal sealed class ReverseTransform
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

    private EquatableArray<IrValue> Returned => OpShape.Operands(_method.Body.End);

    /// <summary>Both sweeps in one function: <see cref="CoreKind.Reverse"/>.</summary>
    /// <param name="activeLeaves">Indices of flattened parameters.</param>
    /// <param name="activeResults">Indices of returned values that have a cotangent.</param>
    public CoreFunction Reverse(ISet<int> activeLeaves, ISet<int> activeResults, int returnLeaves, ReverseForm form)
    {
        var ids = new IdSource(_method.NextId, _method.NextLabel);
        var frame = new Frame(FrameKind.Direct, _method.Body);
        var (sweep, view) = Sweep(activeLeaves, activeResults, ids, frame);

        var cotangents = new List<IrValue>();
        var shadows = new List<IrValue>();
        var seeds = new List<(IrValue Result, IrValue Cotangent)>();
        foreach (int i in activeResults.OrderBy(i => i))
        {
            var result = Returned[i];
            if (!form.SeedOne)
            {
                var type = result.Type is BufferType buffer ? CotangentType(buffer) : result.Type;
                var cotangent = ids.Value(type, i == 0 && returnLeaves == 1 ? "cotangent" : "cotangent" + (i + 1));
                cotangents.Add(cotangent);
                seeds.Add((result, cotangent));
            }
            else if (i < returnLeaves && result.Type.IsFloat)
            {
                seeds.Add((result, sweep.Root.Builder.Float(1, result.Type)));
            }
        }
        foreach (int i in activeLeaves.OrderBy(i => i))
        {
            if (_method.Parameters[i].Type is BufferType type)
                shadows.Add(AddShadow(sweep, i, type, ids));
        }
        if (form.SeedOne)
            shadows.ForEach(sweep.ClearShadow);
        foreach (var (result, cotangent) in seeds)
            sweep.SeedResult(result, cotangent);
        sweep.Run();
        var adjoints = activeLeaves.OrderBy(i => i).Where(i => _method.Parameters[i].Type.IsFloat).Select(i => sweep.AdjointOf(_method.Parameters[i])).ToList();
        var values = Returned.Where((_, i) => form.WithValue || i >= returnLeaves);

        var forward = new ForwardSweep(sweep, view, ids, sweep.Fusion).Direct(_method.Body, frame);
        List<Op> ops = [.. forward, .. sweep.Root.Builder.TakeOps()];
        EquatableArray<IrValue> results = [.. values, .. adjoints];
        EquatableArray<IrValue> parameters = [.. _method.Parameters, .. cotangents, .. shadows];
        return Finish(CoreKind.Reverse, "", parameters, ops, results, sweep, ids);
    }

    /// <summary>The two halves for calls from other reverse sweeps: <see cref="CoreKind.Forward"/> and <see cref="CoreKind.Pullback"/>.</summary>
    public (CoreFunction Forward, CoreFunction Pullback) Split(string variant)
    {
        var ids = new IdSource(_method.NextId, _method.NextLabel);
        var frame = new Frame(FrameKind.Record, _method.Body);
        var activeLeaves = new HashSet<int>(Enumerable.Range(0, variant.Length).Where(i => VariantLetters.IsActive(variant[i])));
        var activeResults = new HashSet<int>(Enumerable.Range(0, Returned.Length).Where(i => Returned[i].Type.IsFloat));
        var (sweep, view) = Sweep(activeLeaves, activeResults, ids, frame);

        var buffers = new List<IrValue>();
        var cotangents = new List<IrValue>();
        var shadows = new List<IrValue>();
        for (int i = 0; i < variant.Length; i++)
        {
            if (VariantLetters.IsGiven(variant[i]))
            {
                buffers.Add(_method.Parameters[i]);
                sweep.GiveBuffer(_method.Parameters[i]);
            }
        }
        foreach (int i in activeResults.OrderBy(i => i))
            cotangents.Add(ids.Value(Returned[i].Type, activeResults.Count == 1 ? "cotangent" : "cotangent" + (i + 1)));
        for (int i = 0; i < variant.Length; i++)
        {
            if (VariantLetters.IsActive(variant[i]) && _method.Parameters[i].Type is BufferType type)
                shadows.Add(AddShadow(sweep, i, type, ids));
        }
        foreach (var (i, cotangent) in activeResults.OrderBy(i => i).Zip(cotangents, (i, c) => (i, c)))
            sweep.SeedResult(Returned[i], cotangent);
        sweep.Run();
        var adjoints = activeLeaves.OrderBy(i => i).Where(i => _method.Parameters[i].Type.IsFloat).Select(i => sweep.AdjointOf(_method.Parameters[i])).ToEquatableArray();

        var forwardOps = new ForwardSweep(sweep, view, ids, sweep.Fusion).CallRecord(_method.Body, frame);
        var forward = Finish(CoreKind.Forward, variant, _method.Parameters, forwardOps, Returned, sweep, ids);
        List<Op> backwardOps = [.. Records.Pop(frame, ids), .. sweep.Root.Builder.TakeOps()];
        EquatableArray<IrValue> parameters = [.. buffers, .. cotangents, .. shadows];
        return (forward, Finish(CoreKind.Pullback, variant, parameters, backwardOps, adjoints, sweep, ids));
    }

    private (ReverseSweep Sweep, PrimalView View) Sweep(ISet<int> activeLeaves, ISet<int> activeResults, IdSource ids, Frame frame)
    {
        var facts = new MethodFacts(_method.Parameters, _method.Body, _effects);
        var activity = new Activity(facts, activeLeaves.Select(i => _method.Parameters[i]), activeResults);
        var view = new PrimalView(facts, activity);
        return (new ReverseSweep(_method, view, ids, _options, _variants, frame), view);
    }

    private IrValue AddShadow(ReverseSweep sweep, int leaf, BufferType type, IdSource ids)
    {
        var parameter = _method.Parameters[leaf];
        bool flat = type.Rank == 1 && type.Element is not BufferType;
        var shadow = ids.Value(flat ? new BufferType(type.Element, BufferKind.Span) : type, Abbreviation(parameter.Name));
        sweep.GiveShadow(parameter, shadow);
        return shadow;
    }

    private static string Abbreviation(string name) =>
        name.Length <= 1 ? "d" + name : "d" + char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static BufferType CotangentType(BufferType type) =>
        type.Rank == 1 && type.Element is not BufferType ? new BufferType(type.Element, BufferKind.ReadOnlySpan) : type;

    private CoreFunction Finish(CoreKind kind, string variant, EquatableArray<IrValue> parameters, List<Op> ops, EquatableArray<IrValue> results,
        ReverseSweep sweep, IdSource ids)
    {
        var body = new Region(default, ops.ToEquatableArray(), new Break(IrMethod.ReturnLabel, results, -1));
        return new CoreFunction(_method.Key, kind, variant, parameters, body, results.Map(r => r.Type), NeedsTape(body),
            sweep.Notes.Distinct().ToEquatableArray(), _method.Lines, ids.NextId);
    }

    /// <summary>Whether code uses the tape, for records or for workspace.</summary>
    public static bool NeedsTape(Region body) => OpShape.AllOps(body).Any(op =>
        op is TapePushOp or TapePopOp or ScratchMarkOp or ScratchReleaseOp or CallOp { Kind: CallKind.Forward or CallKind.Pullback }
            or AllocateOp { Storage: Storage.Scratch, Result.Type: BufferType { Kind: not BufferKind.Array2D } });
}
