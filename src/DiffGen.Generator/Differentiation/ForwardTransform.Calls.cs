using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Calls of differentiable methods become calls of their forward cores.
internal sealed partial class ForwardTransform
{
    private void Call(RegionBuilder builder, CallOp op)
    {
        if (op.Kind != CallKind.Primal)
            throw new InvalidOperationException($"{op.Callee} is called as {op.Kind}: only calls of primal methods have a tangent.");
        var callee = _calls.Find(op.Callee);
        if (callee.Rule is { HasForward: false } && op.Arguments.Any(HasTangent))
            throw new UnsupportedDerivativeException(op.Ordinal, RuleCores.Missing(callee, "forward", "Jvp"));
        if (callee.Rule is not null && _calls.AsSeries && op.Arguments.Any(HasTangent))
            throw new UnsupportedDerivativeException(op.Ordinal, $"the rule of '{callee.Signature.Name}' gives a derivative, not the power series that a Taylor expansion needs");
        var parameters = AbiLeaves.OfParameters(callee.Signature);
        var active = Enumerable.Range(0, op.Arguments.Length).Where(i => parameters[i].CarriesDerivative && HasTangent(op.Arguments[i])).ToList();
        if (active.Count == 0 && !_calls.Effects.SharesRecords(op))
        {
            builder.Add(op);
            foreach (var result in op.Results.Where(HasTangent))
                _tangents[result.Id] = result.Type is BufferType ? ZeroShadow(builder, result, _shadows.Of(result)) : builder.Float(0, result.Type);
            return;
        }

        var leaves = AbiLeaves.OfResults(callee.Signature);
        var arguments = op.Arguments.ToList();
        foreach (int i in active)
        {
            var type = op.Arguments[i].Type is BufferType ? AbiTypes.Tangent((BufferType)parameters[i].Type) : op.Arguments[i].Type;
            arguments.Add(Accompanying(builder, op.Arguments[i], type));
        }
        var results = op.Results.ToList();
        var received = new Dictionary<int, IrValue>();
        for (int i = 0; i < leaves.Length; i++)
        {
            if (!leaves[i].CarriesDerivative)
                continue;
            received[i] = _ids.Value(leaves[i].Type, TangentName(op.Results[i]));
            results.Add(received[i]);
        }
        builder.Add(op with
        {
            Kind = CallKind.Jvp,
            Variant = _calls.Request(callee, active),
            Arguments = arguments.ToEquatableArray(),
            Results = results.ToEquatableArray(),
        });
        for (int i = 0; i < op.Results.Length; i++)
        {
            if (HasTangent(op.Results[i]))
                _tangents[op.Results[i].Id] = Received(builder, op.Results[i], received.TryGetValue(i, out var tangent) ? tangent : null);
        }
    }

    // Results marked [NoDerivative] come back alone.
    private IrValue Received(RegionBuilder builder, IrValue result, IrValue? tangent)
    {
        if (result.Type is not BufferType)
            return tangent ?? builder.Float(0, result.Type);
        return tangent is null ? ZeroShadow(builder, result, _shadows.Of(result)) : Coerce(builder, tangent, _shadows.Of(result));
    }
}
