using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>The C# faces of the methods that a rule names, as <see cref="Abi"/> has them.</summary>
internal static class RuleMethods
{
    private const string StateName = "state";

    /// <summary>The request that a rule answers: every parameter that carries a derivative is active.</summary>
    public static DifferentiableRequest Request(IrSignature signature)
    {
        var active = Enumerable.Range(0, signature.Parameters.Length)
            .Where(i => !signature.Parameters[i].NoDerivative && AbiTypes.IsActive(signature.Parameters[i].Type)).ToEquatableArray();
        return new DifferentiableRequest(signature.Name, Abi.JvpFlag | Abi.VjpFlag | Abi.PullbackFlag, active, Fast: null, Parallel: false, DetectAnomaly: false, Profile: false);
    }

    public static Companion Jvp(IrSignature signature) => Find(signature, CompanionKind.Jvp);

    public static Companion Vjp(IrSignature signature) => Find(signature, CompanionKind.Vjp);

    /// <summary><c>R A(p..., out TState state)</c>.</summary>
    public static Companion Forward(IrSignature signature, string stateType)
    {
        var forward = Find(signature, CompanionKind.Forward);
        var parameters = forward.Parameters.Where(p => p.Role == CompanionRole.Primal).Append(State(stateType, ParameterMode.Out)).ToEquatableArray();
        return forward with { Parameters = parameters, ReturnsValue = signature.ReturnType is not null, ReturnType = signature.ReturnCSharpType };
    }

    /// <summary><c>G B(TState state, R cotangent, d-buffers...)</c>.</summary>
    public static Companion Pullback(IrSignature signature, string stateType)
    {
        var pullback = Abi.Pullback(signature, Request(signature));
        return pullback with { Parameters = [State(stateType, ParameterMode.Value), .. pullback.Parameters] };
    }

    /// <summary>The rule's methods under the keys that rule cores call them by.</summary>
    public static IEnumerable<IrMethod> All(IrMethod method)
    {
        if (method.Rule is not { } rule)
            yield break;
        if (rule.Jvp is not null)
            yield return Method(method, rule.Jvp, Jvp(method.Signature));
        if (rule.Vjp is not null)
            yield return Method(method, rule.Vjp, Vjp(method.Signature));
        if (rule.Forward is not null)
            yield return Method(method, rule.Forward, Forward(method.Signature, rule.StateType));
        if (rule.Pullback is not null)
            yield return Method(method, rule.Pullback, Pullback(method.Signature, rule.StateType));
    }

    public static string Key(IrMethod method, CompanionKind kind) => $"{method.Key}!{kind}";

    /// <summary>Whether a key that a call names is that of a rule's method.</summary>
    public static bool IsKey(string key) => key.IndexOf('!') >= 0;

    /// <summary>Why a callee that is no method of the unit has no derivative: it belongs to a rule.</summary>
    public static UnsupportedDerivativeException Undifferentiable(string key)
    {
        int end = key.IndexOfAny(['(', '!']);
        string name = end < 0 ? key : key.Substring(0, end);
        return new(-1, $"it calls '{name.Substring(name.LastIndexOf('.') + 1)}', whose rule would have to be differentiated itself, which is not supported in this version");
    }

    private static CompanionParameter State(string type, ParameterMode mode) => new(CompanionRole.State, AbiLeaf.Return, StateName, type, new OpaqueType(type), mode);

    private static Companion Find(IrSignature signature, CompanionKind kind) => Abi.Companions(signature, Request(signature)).First(c => c.Kind == kind);

    private static IrMethod Method(IrMethod owner, string call, Companion companion)
    {
        var declared = companion.Parameters.Map(p => new IrParameter(p.Name, p.Type, p.Shape, p.Mode, NoDerivative: false, null, false, false)
        {
            IsReceiver = p.IsReceiver && owner.Rule is { Origin: RuleOrigin.Companions or RuleOrigin.Dispatch },
        });
        var returned = ReturnType(owner.Signature, companion);
        var signature = owner.Signature with
        {
            Name = call.Substring(call.LastIndexOf('.') + 1),
            CallExpression = call,
            Parameters = declared,
            ReturnType = returned,
            ReturnCSharpType = returned is null ? "void" : AbiTypes.TextOf(returned),
            Requests = default,
            IsProperty = false,
            Accessor = null,
        };
        return new IrMethod(Key(owner, companion.Kind), signature, default, new Region(default, default, new Break(IrMethod.ReturnLabel, default, -1)), default, 0, 1);
    }

    private static IrType? ReturnType(IrSignature signature, Companion companion)
    {
        List<IrType> parts = companion.Kind switch
        {
            CompanionKind.Jvp when companion.ReturnsTangent => [signature.ReturnType!, signature.ReturnType!],
            CompanionKind.Jvp or CompanionKind.Forward => signature.ReturnType is { } type ? [type] : [],
            _ => [.. companion.Gradients.Select(g => signature.Parameters[g.Parameter].Type)],
        };
        if (parts.Count < 2)
            return parts.FirstOrDefault();
        var fields = parts.Select((part, i) => new StructField($"Item{i + 1}", $"Item{i + 1}", part, true, true, false)).ToEquatableArray();
        return new StructType($"({string.Join(", ", parts.Select(AbiTypes.TextOf))})", IsTuple: true, fields, StructConstruction.Tuple);
    }
}
