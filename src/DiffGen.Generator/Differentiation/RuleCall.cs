using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>Appends calls of a rule's methods: leaves in, leaves out, in the order of the companion that each method stands for.</summary>
internal sealed class RuleCall(IrMethod method, RegionBuilder builder)
{
    private IrSignature Signature => method.Signature;

    /// <summary>The results of the last call: of the returned tuple, part by part, and of parameters passed by reference.</summary>
    public List<IrValue> Returned { get; } = [];

    private readonly Dictionary<CompanionParameter, List<IrValue>> _written = [];

    public IReadOnlyList<IrValue> Written(CompanionParameter parameter) => _written[parameter];

    /// <param name="argument">The leaves of a parameter, in order; none for <c>out</c> parameters.</param>
    public void Call(Companion companion, IEnumerable<IrType> returned, Func<CompanionParameter, IEnumerable<IrValue>> argument)
    {
        Returned.Clear();
        _written.Clear();
        var arguments = companion.Parameters.Where(p => p.Mode != ParameterMode.Out).SelectMany(argument).ToEquatableArray();
        Returned.AddRange(returned.SelectMany(Leaves).Select(type => builder.Ids.Value(type)));
        var results = new List<IrValue>(Returned);
        foreach (var parameter in companion.Parameters.Where(p => p.Mode is ParameterMode.Ref or ParameterMode.Out))
        {
            _written[parameter] = [.. Leaves(parameter.Shape).Select(type => builder.Ids.Value(type, parameter.Name))];
            results.AddRange(_written[parameter]);
        }
        builder.Add(new CallOp(results.ToEquatableArray(), RuleMethods.Key(method, companion.Kind), CallKind.Primal, arguments));
    }

    /// <summary>The leaves of a derivative parameter: those that carry a derivative from <paramref name="derivatives"/>, the others zero.</summary>
    public IEnumerable<IrValue> Derivative(IEnumerable<AbiLeaf> leaves, Func<AbiLeaf, IrValue?> derivatives) =>
        leaves.Select(leaf => (leaf.CarriesDerivative ? derivatives(leaf) : null) ?? Zero(leaf.Type)).ToList();

    public IEnumerable<AbiLeaf> LeavesOf(int parameter) =>
        parameter == AbiLeaf.Return ? AbiLeaves.OfReturn(Signature) : AbiLeaves.OfParameter(Signature, parameter);

    /// <summary>Memory of zeros in the shape of <paramref name="like"/>.</summary>
    public IrValue ZeroMemory(BufferType type, IrValue like)
    {
        var memory = builder.Ids.Value(type.Kind == BufferKind.ReadOnlySpan ? type with { Kind = BufferKind.Span } : type, "zeros");
        ShadowMemory.Zeros(builder, memory, like);
        return memory;
    }

    private IrValue Zero(IrType type) => type.IsFloat
        ? builder.Float(0, type)
        : type is ScalarType scalar ? builder.Constant(Constant.OfInteger(scalar.Kind, 0)) : builder.Constant(Constant.Opaque("default"), type);

    private static IEnumerable<IrType> Leaves(IrType type) => type is StructType structure ? structure.Fields.SelectMany(field => Leaves(field.Type)) : [type];
}
