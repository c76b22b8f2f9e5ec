using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// x = Step(x, p): dx = A dx + B dp, with the derivatives A and B of the step at the solution. The rule is made from the step's own cores.
internal sealed partial class RuleCores
{
    private const string StopTest = "global::DiffGen.CompilerServices.FixedPointIteration.HasConverged<";

    /// <summary>Whether the operation ends the iteration for the derivative of a buffer.</summary>
    public static bool IsStopTest(ForeignOp op) => op.Template.StartsWith(StopTest, System.StringComparison.Ordinal);

    /// <summary>The iteration stops when the first derivative has been found, whatever the second one is by then.</summary>
    public static UnsupportedDerivativeException FixedPointTwice() =>
        new(-1, "it finds a fixed point in a buffer; rules and fixed points of buffers are not differentiated a second time");

    private static CoreFunction FixedPointJvp(IrMethod method, IrRule rule, HashSet<int> active, string variant, ForwardCalls calls)
    {
        var core = new RuleCores(method, rule);
        var builder = core._builder;
        var step = calls.Find(rule.StepKey!);
        var tangents = active.OrderBy(i => i).ToDictionary(i => i, i => builder.Ids.Value(
            method.Parameters[i].Type is BufferType buffer ? AbiTypes.Tangent(buffer) : method.Parameters[i].Type, AbiNames.DerivativeOf(method.Parameters[i].Name)));
        EquatableArray<IrValue> parameters = [.. method.Parameters, .. active.OrderBy(i => i).Select(i => tangents[i])];
        var driven = tangents.Where(pair => pair.Key != 0).ToDictionary(pair => pair.Key, pair => pair.Value);
        var state = method.Parameters[0];
        if (state.Type is BufferType)
        {
            builder.Add(new CallOp(default, method.Key, CallKind.Primal, method.Parameters));
            if (tangents.TryGetValue(0, out var tangent))
            {
                builder.Add(new FillOp(tangent, [builder.Float(0, ((BufferType)tangent.Type).Element)]));
                core.Iterate(tangent, body =>
                {
                    var current = core.Copied(body, state, state.Type);
                    driven[0] = tangent;
                    core.StepJvp(body, calls, step, [current, .. method.Parameters.Skip(1)], driven, []);
                });
            }
            return core.Finish(CoreKind.Jvp, variant, parameters, default);
        }
        var value = builder.Ids.Value(state.Type, "value");
        builder.Add(new CallOp([value], method.Key, CallKind.Primal, method.Parameters));
        EquatableArray<IrValue> arguments = [value, .. method.Parameters.Skip(1)];
        var derivative = builder.Float(0, state.Type);
        if (driven.Count > 0)
        {
            var slope = core.StepJvp(builder, calls, step, arguments, new() { [0] = builder.Float(1, state.Type) }, [state.Type])!;
            var drive = core.StepJvp(builder, calls, step, arguments, driven, [state.Type])!;
            derivative = core.Quotient(drive, slope);
        }
        return core.Finish(CoreKind.Jvp, variant, parameters, [value, derivative]);
    }

    // u / (1 - slope)
    private IrValue Quotient(IrValue dividend, IrValue slope) => _builder.Apply("div", dividend.Type, dividend,
        _builder.Apply("sub", slope.Type, _builder.Float(1, slope.Type), slope));

    private IrValue? StepJvp(RegionBuilder builder, ForwardCalls calls, IrMethod step, EquatableArray<IrValue> arguments, Dictionary<int, IrValue> tangents, IrType[] results)
    {
        var active = tangents.Keys.OrderBy(i => i).ToList();
        var values = results.Concat(results).Select(type => builder.Ids.Value(type)).ToEquatableArray();
        builder.Add(new CallOp(values, step.Key, CallKind.Jvp, [.. arguments, .. active.Select(i => tangents[i])], calls.Request(step, active)));
        return values.IsEmpty ? null : values[1];
    }

    private static (CoreFunction Forward, CoreFunction Pullback) FixedPointOfNumber(IrMethod method, IrRule rule, string variant, CallVariants variants)
    {
        var forward = new RuleCores(method, rule);
        var builder = forward._builder;
        var type = method.Parameters[0].Type;
        var value = builder.Ids.Value(type, "value");
        builder.Add(new CallOp([value], method.Key, CallKind.Primal, method.Parameters));
        EquatableArray<IrValue> arguments = [value, .. method.Parameters.Skip(1)];
        string byState = "a" + new string('-', variant.Length - 1);
        string byOthers = "-" + variant.Substring(1);
        bool isWanted = byOthers.Any(VariantLetters.IsActive);
        var slope = builder.Ids.Value(type, "slope");
        var slopeFrame = new Frame(FrameKind.Record, method.Body);
        if (isWanted)
        {
            StepForward(builder, variants, rule, byState, arguments, [type]);
            StepPullback(builder, rule, byState, [builder.Float(1, type)], [slope]);
            StepForward(builder, variants, rule, byOthers, arguments, [type]);
            slopeFrame.Save(slope, builder.Ids);
            builder.AddRange(Records.Push(slopeFrame, builder.Ids, saved => saved.Value));
        }
        var forwardCore = forward.Finish(CoreKind.Forward, variant, method.Parameters, [value]);

        var backward = new RuleCores(method, rule);
        backward.SkipIds(builder.Ids);
        builder = backward._builder;
        var given = Enumerable.Range(0, variant.Length).Where(i => VariantLetters.IsGiven(variant[i])).Select(i => method.Parameters[i]).ToList();
        var cotangent = builder.Ids.Value(type, "cotangent");
        var shadows = backward.Shadows(variant);
        var adjoints = backward.AdjointsOf(byOthers);
        if (isWanted)
        {
            builder.AddRange(Records.Pop(slopeFrame, builder.Ids));
            var scaled = backward.Quotient(cotangent, slopeFrame.Saved[0].Reader);
            StepPullback(builder, rule, byOthers, [.. given, scaled, .. shadows], adjoints);
        }
        EquatableArray<IrValue> results = VariantLetters.IsActive(variant[0]) ? [builder.Float(0, type), .. adjoints] : adjoints;
        return (forwardCore, backward.Finish(CoreKind.Pullback, variant, [.. given, cotangent, .. shadows], results));
    }

    private static (CoreFunction Forward, CoreFunction Pullback) FixedPointOfBuffer(IrMethod method, IrRule rule, IrMethod step, string variant, CallVariants variants)
    {
        var forward = new RuleCores(method, rule);
        var ids = forward._builder.Ids;
        bool isWanted = VariantLetters.IsActive(variant[0]);
        var saved = new SavedArguments(method, ids);
        forward._builder.Add(new CallOp(default, method.Key, CallKind.Primal, method.Parameters));
        if (isWanted)
        {
            for (int i = 0; i < method.Parameters.Length; i++)
                saved.Save(forward._builder, i, isStable: VariantLetters.IsGiven(variant[i]));
            saved.Push(forward._builder);
        }
        var forwardCore = forward.Finish(CoreKind.Forward, variant, method.Parameters, default);

        var backward = new RuleCores(method, rule);
        var builder = backward._builder;
        var primal = isWanted ? saved.Pop(builder) : [];
        backward.SkipIds(ids);
        var given = Enumerable.Range(0, variant.Length).Where(i => VariantLetters.IsGiven(variant[i])).Select(i => method.Parameters[i]);
        var shadows = backward.Shadows(variant);
        string byAll = string.Concat(variant.Select(letter => VariantLetters.Of(VariantLetters.IsActive(letter), given: false)));
        var adjoints = backward.AdjointsOf(byAll);
        if (!isWanted)
        {
            var zeros = adjoints.Map(adjoint => builder.Float(0, adjoint.Type));
            return (forwardCore, backward.Finish(CoreKind.Pullback, variant, [.. given, .. shadows], zeros));
        }
        // The sweeps of the step use the tape: what was popped from it moves to the workspace.
        foreach (int i in saved.Blocks)
            primal[i] = backward.Copied(builder, primal[i], primal[i].Type);
        string byState = "a" + new string('-', variant.Length - 1);
        var cotangent = shadows[0];
        var adjoint = backward.Copied(builder, cotangent, cotangent.Type);
        List<IrValue> others = [.. Enumerable.Range(1, variant.Length - 1).Select(i => primal[i])];
        backward.Iterate(adjoint, body =>
        {
            var product = backward.Copied(body, adjoint, adjoint.Type);
            StepForward(body, variants, rule, byState, [backward.Copied(body, primal[0], step.Parameters[0].Type), .. others], []);
            StepPullback(body, rule, byState, [product], default);
            Sum(body, adjoint, cotangent, product);
        });
        StepForward(builder, variants, rule, byAll, [backward.Copied(builder, primal[0], step.Parameters[0].Type), .. others], []);
        StepPullback(builder, rule, byAll, [adjoint, .. shadows.Skip(1)], adjoints);
        // The solution does not depend on where the search began.
        builder.Add(new FillOp(cotangent, [builder.Float(0, ((BufferType)cotangent.Type).Element)]));
        return (forwardCore, backward.Finish(CoreKind.Pullback, variant, [.. given, .. shadows], adjoints));
    }

    private static void StepForward(RegionBuilder builder, CallVariants variants, IrRule rule, string variant, EquatableArray<IrValue> arguments, IrType[] results)
    {
        variants.Request(rule.StepKey!, CallKind.Forward, variant);
        variants.Request(rule.StepKey!, CallKind.Pullback, variant);
        builder.Add(new CallOp(results.Select(type => builder.Ids.Value(type)).ToEquatableArray(), rule.StepKey!, CallKind.Forward, arguments, variant));
    }

    private static void StepPullback(RegionBuilder builder, IrRule rule, string variant, EquatableArray<IrValue> arguments, EquatableArray<IrValue> adjoints) =>
        builder.Add(new CallOp(adjoints, rule.StepKey!, CallKind.Pullback, arguments, variant));

    private List<IrValue> Shadows(string variant) =>
    [
        .. Enumerable.Range(0, variant.Length).Where(i => VariantLetters.IsActive(variant[i]) && _method.Parameters[i].Type is BufferType)
            .Select(i => _builder.Ids.Value(AbiTypes.Destination((BufferType)_method.Parameters[i].Type), AbiNames.DerivativeOf(_method.Parameters[i].Name))),
    ];

    private EquatableArray<IrValue> AdjointsOf(string variant) => Enumerable.Range(0, variant.Length)
        .Where(i => VariantLetters.IsActive(variant[i]) && _method.Parameters[i].Type.IsFloat)
        .Select(i => _builder.Ids.Value(_method.Parameters[i].Type, AbiNames.DerivativeOf(_method.Parameters[i].Name))).ToEquatableArray();

    private IrValue Copied(RegionBuilder builder, IrValue source, IrType type)
    {
        var copy = builder.Ids.Value(((BufferType)type).Kind == BufferKind.Array ? type : new BufferType(((BufferType)type).Element, BufferKind.Span), source.Name + "Copy");
        builder.Add(new AllocateOp(copy, [builder.Length(source)], ((BufferType)copy.Type).Kind == BufferKind.Array ? Storage.Heap : Storage.Scratch));
        builder.Add(new CopyOp(source, copy));
        return copy;
    }

    private static void Sum(RegionBuilder builder, IrValue target, IrValue left, IrValue right)
    {
        var type = ((BufferType)target.Type).Element;
        var index = builder.Ids.Value(IrType.I32, "i");
        var body = new RegionBuilder(builder.Ids);
        body.Add(new StoreOp(target, [index], default, body.Apply("add", type, body.Load(type, left, [index], default), body.Load(type, right, [index], default))));
        builder.Add(new ForOp(default, builder.Ids.Label(), index, builder.Int(0), builder.Length(target), 1, false, default, body.Finish(new Yield(default))));
    }

    // Repeats a step, which changes the buffer, until the buffer stays as it is.
    private void Iterate(IrValue buffer, System.Action<RegionBuilder> step)
    {
        var ids = _builder.Ids;
        int label = ids.Label();
        var count = ids.Value(IrType.I32, "steps");
        var progress = ids.Value(new BufferType(((BufferType)buffer.Type).Element, BufferKind.Span), "progress");
        _builder.Add(new AllocateOp(progress, [_builder.Int(2)], Storage.Scratch));
        var body = new RegionBuilder(ids);
        var mark = ids.Value(IrType.I32, "mark");
        body.Add(new ScratchMarkOp(mark));
        var previous = Copied(body, buffer, buffer.Type);
        step(body);
        var next = body.ApplyNamed("steps", "add", IrType.I32, count, body.Int(1));
        var converged = ids.Value(IrType.Bool, "converged");
        string element = AbiTypes.TextOf(((BufferType)buffer.Type).Element);
        body.Add(new ForeignOp([converged], $"{StopTest}{element}>({{0}}, {{1}}, {{2}}, {{3}})",
            [buffer, previous, progress, next], IsPure: false, StopsDerivative: true, Accessible: true));
        body.Add(new ScratchReleaseOp(mark));
        body.Add(new IfOp(default, converged, new Region(default, default, new Break(label, [next], -1)), new Region(default, default, new Yield(default))));
        _builder.Add(new LoopOp([ids.Value(IrType.I32, "steps")], label, [_builder.Int(0)], body.Finish(new Yield([next]), count)));
    }
}
