using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>Which lowerings of called methods are wanted: filled by the transforms, emptied by the plan of cores.</summary>
internal sealed class CallVariants
{
    private readonly HashSet<(string Callee, CallKind Kind, string Variant)> _known = new();
    private readonly Queue<(string Callee, CallKind Kind, string Variant)> _pending = new();

    public void Request(string callee, CallKind kind, string variant)
    {
        if (_known.Add((callee, kind, variant)))
            _pending.Enqueue((callee, kind, variant));
    }

    public bool TryNext(out (string Callee, CallKind Kind, string Variant) next)
    {
        next = default;
        if (_pending.Count == 0)
            return false;
        next = _pending.Dequeue();
        return true;
    }
}

/// <summary>
/// Letters of a reverse variant, one per flattened parameter: <c>a</c> active; <c>-</c> inactive; for buffers in upper case (<c>A</c>, <c>S</c>) when the pullback
/// gets the primal buffer, whose contents then are what the call left in it.
/// </summary>
internal static class VariantLetters
{
    public static bool IsActive(char letter) => letter is 'a' or 'A';

    public static bool IsGiven(char letter) => letter is 'A' or 'S';

    public static char Of(bool active, bool given) => active ? given ? 'A' : 'a' : given ? 'S' : '-';
}

// Calls that were not inlined: the callee's record waits on the tape, its pullback takes it.
internal sealed partial class ReverseSweep
{
    private readonly Dictionary<Op, string> _callVariants = new(ReferenceComparer<Op>.Instance);

    /// <summary>The variant under which the primal sweep must run a call; null for one without adjoint.</summary>
    public string? VariantOf(CallOp call) => _callVariants.TryGetValue(call, out string? variant) ? variant : null;

    private void ReverseCall(CallOp call)
    {
        if (call.Results.Any(result => result.Type is BufferType))
        {
            throw new UnsupportedDerivativeException(call.Ordinal,
                "a call that is not inlined (a recursive or very large method) returns an array; pass the array as an argument instead");
        }
        if (_view.Facts.Effects.RuleOwner(call.Callee) is { Rule.HasReverse: false } owner)
            throw new UnsupportedDerivativeException(call.Ordinal, RuleCores.Missing(owner, "reverse", "Vjp, or Forward and Pullback"));
        string variant = string.Concat(call.Arguments.Select(argument => Letter(call, argument)));
        _callVariants[call] = variant;
        _variants.Request(call.Callee, CallKind.Forward, variant);
        _variants.Request(call.Callee, CallKind.Pullback, variant);

        var arguments = new List<IrValue>();
        for (int i = 0; i < call.Arguments.Length; i++)
        {
            if (VariantLetters.IsGiven(variant[i]))
                arguments.Add(Need(call.Arguments[i]));
        }
        foreach (var result in call.Results)
        {
            if (result.Type.IsFloat)
                arguments.Add(FindAdjoint(_scope, result) ?? Zero(result.Type));
        }
        for (int i = 0; i < call.Arguments.Length; i++)
        {
            if (call.Arguments[i].Type is BufferType && VariantLetters.IsActive(variant[i]))
                arguments.Add(Shadow(call.Arguments[i]));
        }
        var active = Enumerable.Range(0, variant.Length).Where(i => call.Arguments[i].Type is not BufferType && variant[i] == 'a').Select(i => call.Arguments[i]).ToList();
        var adjoints = active.Select(argument => _ids.Value(argument.Type, AdjointName(argument))).ToEquatableArray();
        Builder.Add(new CallOp(adjoints, call.Callee, CallKind.Pullback, arguments.ToEquatableArray(), variant));
        for (int i = 0; i < active.Count; i++)
            AddAdjoint(active[i], adjoints[i]);
    }

    private char Letter(CallOp call, IrValue argument)
    {
        if (argument.Type is not BufferType)
            return VariantLetters.Of(argument.Type.IsFloat && _view.IsActive(argument), given: false);
        bool given = CanReach(_scope, argument) && _view.IsStableAfter(call, argument, JointRoot(_scope).Primal);
        return VariantLetters.Of(IsActiveMemory(argument), given);
    }
}
