using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Reverse mode: what the rule needs waits on the tape between the two halves of the call.
internal sealed partial class RuleCores
{
    // A Vjp rule is called with the arguments as they were: those that may change until then are saved.
    private static (CoreFunction Forward, CoreFunction Pullback) WithVjp(IrMethod method, IrRule rule, string variant)
    {
        var forward = new RuleCores(method, rule);
        var ids = forward._builder.Ids;
        var saved = new SavedArguments(method, ids);
        for (int i = 0; i < method.Parameters.Length; i++)
            saved.Save(forward._builder, i, isStable: VariantLetters.IsGiven(variant[i]) && !rule.Writes[i]);
        var results = forward._results.Map(leaf => ids.Value(leaf.Type));
        forward._builder.Add(new CallOp(results, method.Key, CallKind.Primal, method.Parameters));
        saved.Push(forward._builder);
        var forwardCore = forward.Finish(CoreKind.Forward, variant, method.Parameters, results);

        var backward = new RuleCores(method, rule);
        var primal = saved.Pop(backward._builder);
        return (forwardCore, backward.Backwards(RuleMethods.Vjp(method.Signature), variant, ids, i => primal[i], null));
    }

    // The state is saved in place of the arguments; of buffers whose derivative nobody wants, the size.
    private static (CoreFunction Forward, CoreFunction Pullback) WithState(IrMethod method, IrRule rule, string variant)
    {
        var forward = new RuleCores(method, rule);
        var frame = new Frame(FrameKind.Record, method.Body);
        var ids = forward._builder.Ids;
        var companion = RuleMethods.Forward(method.Signature, rule.StateType);
        forward._call.Call(companion, method.Signature.ReturnType is { } type ? [type] : [], parameter => forward.Primal(parameter.Source));
        var state = forward._call.Written(companion.Parameters.First(p => p.Role == CompanionRole.State))[0];
        EquatableArray<IrValue> results =
        [
            .. forward._call.Returned,
            .. companion.Parameters.Where(p => p.Role == CompanionRole.Primal && p.Mode is ParameterMode.Ref or ParameterMode.Out)
                .SelectMany(forward._call.Written),
        ];
        var unwanted = new Dictionary<int, IrValue>();
        for (int i = 0; i < method.Parameters.Length; i++)
        {
            if (method.Parameters[i].Type is BufferType buffer && forward._parameters[i].CarriesDerivative && !VariantLetters.IsActive(variant[i]))
            {
                bool isSpan = buffer.Kind is BufferKind.Span or BufferKind.ReadOnlySpan;
                unwanted[i] = frame.Save(isSpan ? forward._builder.Length(method.Parameters[i]) : method.Parameters[i], ids).Reader;
            }
        }
        var savedState = frame.Save(state, ids).Reader;
        forward._builder.AddRange(Records.Push(frame, ids, value => value.Value));
        var forwardCore = forward.Finish(CoreKind.Forward, variant, method.Parameters, results);

        var backward = new RuleCores(method, rule);
        backward._builder.AddRange(Records.Pop(frame, ids));
        return (forwardCore, backward.Backwards(RuleMethods.Pullback(method.Signature, rule.StateType), variant, ids, i => unwanted[i], savedState));
    }

    /// <param name="primal">What stands for a primal parameter: its value, or for the destination of an unwanted derivative its size.</param>
    private CoreFunction Backwards(Companion companion, string variant, IdSource used, Func<int, IrValue> primal, IrValue? state)
    {
        SkipIds(used);
        var cotangents = new Dictionary<AbiLeaf, IrValue>();
        var added = new List<IrValue>();
        foreach (var leaf in _results.Where(leaf => leaf.Type.IsFloat))
            added.Add(cotangents[leaf] = _builder.Ids.Value(leaf.Type, "cotangent"));
        var shadows = new Dictionary<int, IrValue>();
        for (int i = 0; i < variant.Length; i++)
        {
            if (VariantLetters.IsActive(variant[i]) && _method.Parameters[i].Type is BufferType buffer)
                shadows[i] = _builder.Ids.Value(AbiTypes.Destination(buffer), AbiNames.DerivativeOf(_method.Parameters[i].Name));
        }
        _call.Call(companion, companion.Gradients.Select(g => _method.Signature.Parameters[g.Parameter].Type), parameter => parameter.Role switch
        {
            CompanionRole.State => [state!],
            CompanionRole.Primal => Indices(parameter.Source).Select(primal),
            CompanionRole.Destination when parameter.Shape is BufferType buffer => [Destination(Indices(parameter.Source).Single(), buffer)],
            _ => _call.Derivative(_call.LeavesOf(parameter.Source), leaf => cotangents[leaf]),
        });

        var adjoints = new Dictionary<int, IrValue>();
        int next = 0;
        foreach (var gradient in companion.Gradients)
        {
            foreach (int i in Indices(gradient.Parameter))
                adjoints[i] = _call.Returned[next++];
        }
        foreach (var parameter in companion.Parameters.Where(p => p.Role == CompanionRole.Destination && p.Mode == ParameterMode.Ref))
        {
            foreach (var (i, value) in Indices(parameter.Source).Zip(_call.Written(parameter), (i, value) => (i, value)))
                adjoints[i] = value;
        }
        var given = Enumerable.Range(0, variant.Length).Where(i => VariantLetters.IsGiven(variant[i])).Select(i => _method.Parameters[i]);
        var wanted = Enumerable.Range(0, variant.Length).Where(i => VariantLetters.IsActive(variant[i]) && _method.Parameters[i].Type.IsFloat);
        return Finish(CoreKind.Pullback, variant, [.. given, .. added, .. shadows.OrderBy(pair => pair.Key).Select(pair => pair.Value)],
            wanted.Select(i => adjoints[i]).ToEquatableArray());

        IrValue Destination(int i, BufferType type)
        {
            if (shadows.TryGetValue(i, out var shadow))
                return shadow;
            var like = primal(i);
            if (like.Type is BufferType)
                return _call.ZeroMemory(type, like);
            var memory = _builder.Ids.Value(type, "unwanted");
            _builder.Add(new AllocateOp(memory, [like], Storage.Scratch) { IsShadow = true });
            return memory;
        }
    }

    // Both halves name the values that go from one to the other.
    private void SkipIds(IdSource used)
    {
        while (_builder.Ids.NextId < used.NextId)
            _builder.Ids.Value(IrType.I32);
    }

    private IEnumerable<int> Indices(int parameter) => Enumerable.Range(0, _parameters.Length).Where(i => _parameters[i].Parameter == parameter);
}
