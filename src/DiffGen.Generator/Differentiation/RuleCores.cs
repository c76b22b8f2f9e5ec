using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>The cores of a method with a rule: code that calls the rule where the transforms would differentiate the body.</summary>
internal sealed partial class RuleCores
{
    private readonly IrMethod _method;
    private readonly IrRule _rule;
    private readonly RegionBuilder _builder;
    private readonly RuleCall _call;
    private readonly EquatableArray<AbiLeaf> _parameters;
    private readonly EquatableArray<AbiLeaf> _results;

    private RuleCores(IrMethod method, IrRule rule)
    {
        _method = method;
        _rule = rule;
        _builder = new RegionBuilder(new IdSource(method.NextId, method.NextLabel));
        _call = new RuleCall(method, _builder);
        _parameters = AbiLeaves.OfParameters(method.Signature);
        _results = AbiLeaves.OfResults(method.Signature);
    }

    /// <summary>A core of kind <see cref="CoreKind.Jvp"/>.</summary>
    /// <param name="active">Indices of flattened parameters that have a tangent.</param>
    /// <param name="calls">Takes note of the cores that the result calls.</param>
    public static CoreFunction Jvp(IrMethod method, IReadOnlyCollection<int> active, string variant, ForwardCalls calls)
    {
        var rule = method.Rule!;
        if (rule.StepKey is not null)
            return FixedPointJvp(method, rule, new HashSet<int>(active), variant, calls);
        if (rule.Jvp is null)
            throw new UnsupportedDerivativeException(-1, Missing(method, "forward", "Jvp"));
        return new RuleCores(method, rule).Forwards(new HashSet<int>(active), variant);
    }

    /// <summary>Cores of kinds <see cref="CoreKind.Forward"/> and <see cref="CoreKind.Pullback"/>.</summary>
    /// <param name="variants">Takes note of the cores that the results call.</param>
    /// <param name="find">Finds a method of the unit by its key.</param>
    public static (CoreFunction Forward, CoreFunction Pullback) Split(IrMethod method, string variant, CallVariants variants, Func<string, IrMethod> find)
    {
        var rule = method.Rule!;
        if (rule.StepKey is not null)
        {
            return method.Parameters[0].Type is BufferType
                ? FixedPointOfBuffer(method, rule, find(rule.StepKey), variant, variants)
                : FixedPointOfNumber(method, rule, variant, variants);
        }
        if (!rule.HasReverse)
            throw new UnsupportedDerivativeException(-1, Missing(method, "reverse", "Vjp, or Forward and Pullback"));
        return rule.Forward is null ? WithVjp(method, rule, variant) : WithState(method, rule, variant);
    }

    /// <summary>Why a rule cannot serve a mode.</summary>
    public static string Missing(IrMethod method, string mode, string wanted) =>
        $"the rule of '{method.Signature.Name}' serves no {mode} mode; " + method.Rule!.Origin switch
        {
            RuleOrigin.Own => $"give [CustomDerivative] a {wanted}, or ask for other derivatives",
            RuleOrigin.Dispatch => $"its companion {(mode == "forward" ? "Jvp" : "Vjp")} is called by the type of the receiver, but is not asked for: ask for it where the method is declared",
            RuleOrigin.DerivativeOf => $"write a {(mode == "forward" ? "Jvp" : "Vjp")} rule with [DerivativeOf] too, or ask for other derivatives",
            _ => $"its assembly has no companion {(mode == "forward" ? "Jvp" : "Vjp")} by all of its parameters that can be called from here: ask for it there, or for other derivatives here",
        };

    private CoreFunction Forwards(HashSet<int> active, string variant)
    {
        var tangents = new Dictionary<AbiLeaf, IrValue>();
        var added = new List<IrValue>();
        for (int i = 0; i < _parameters.Length; i++)
        {
            var parameter = _method.Parameters[i];
            if (active.Contains(i))
            {
                var tangent = _builder.Ids.Value(parameter.Type is BufferType buffer ? AbiTypes.Tangent(buffer) : parameter.Type, AbiNames.DerivativeOf(parameter.Name));
                tangents[_parameters[i]] = tangent;
                added.Add(tangent);
            }
            else if (parameter.Type is BufferType inactive && _parameters[i].CarriesDerivative)
            {
                tangents[_parameters[i]] = _call.ZeroMemory(AbiTypes.Tangent(inactive), parameter);
            }
        }
        var companion = RuleMethods.Jvp(_method.Signature);
        IrType[] returned = _method.Signature.ReturnType is not { } type ? [] : companion.ReturnsTangent ? [type, type] : [type];
        _call.Call(companion, returned, parameter => parameter.Role == CompanionRole.Primal
            ? Primal(parameter.Source)
            : _call.Derivative(_call.LeavesOf(parameter.Source), leaf => tangents.TryGetValue(leaf, out var tangent) ? tangent : null));

        int returnLeaves = AbiLeaves.OfReturn(_method.Signature).Length;
        List<IrValue> values = [.. _call.Returned.Take(returnLeaves)], derivatives = [.. _call.Returned.Skip(returnLeaves)];
        if (!companion.ReturnsTangent)
            derivatives.AddRange(values);
        foreach (var parameter in companion.Parameters.Where(p => p.Mode is ParameterMode.Ref or ParameterMode.Out))
        {
            if (parameter.Role == CompanionRole.Primal)
                values.AddRange(_call.Written(parameter));
        }
        for (int i = 0; i < _method.Signature.Parameters.Length; i++)
        {
            if (_method.Signature.Parameters[i].Mode is not (ParameterMode.Ref or ParameterMode.Out))
                continue;
            var tangent = companion.Parameters.FirstOrDefault(p => p.Role == CompanionRole.Tangent && p.Source == i);
            derivatives.AddRange(tangent is null ? _call.LeavesOf(i).Select(_ => values[0]) : _call.Written(tangent));
        }
        EquatableArray<IrValue> results = [.. values, .. derivatives.Where((_, i) => _results[i].CarriesDerivative)];
        return Finish(CoreKind.Jvp, variant, [.. _method.Parameters, .. added], results);
    }

    private IEnumerable<IrValue> Primal(int parameter) => _method.Parameters.Where((_, i) => _parameters[i].Parameter == parameter);

    private CoreFunction Finish(CoreKind kind, string variant, EquatableArray<IrValue> parameters, EquatableArray<IrValue> results)
    {
        var body = _builder.Finish(new Break(IrMethod.ReturnLabel, results, -1));
        return new CoreFunction(_method.Key, kind, variant, parameters, body, results.Map(r => r.Type), kind != CoreKind.Jvp || ReverseTransform.NeedsTape(body),
            ["Calls the method's own rule."], default, _builder.Ids.NextId);
    }
}
