using System;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;
using DiffGen.Generator.Tests.Interpretation;

namespace DiffGen.Generator.Tests.Rules;

/// <summary>Evaluates a primitive and the derivative that its row states, at one point.</summary>
internal sealed class RuleProbe
{
    private readonly Primitive _primitive;
    private readonly IrType _type;
    private readonly object[] _arguments;

    public RuleProbe(string name, bool single, params object[] arguments)
    {
        _primitive = PrimitiveTable.Find(name) ?? throw new ArgumentException(name);
        _type = single ? IrType.F32 : IrType.F64;
        _arguments = arguments.Select(argument => single && argument is double number ? (float)number : argument).ToArray();
    }

    public double Value => Convert.ToDouble(PrimitiveEvaluator.Apply(_primitive.Name, _type, _arguments));

    /// <summary>What the argument contributes for <paramref name="d"/>; constant arguments are known to the rule.</summary>
    public double Contribution(int argument, double d = 1, bool constants = false, bool forward = false)
    {
        var ids = new IdSource(0, 0);
        var evaluator = new IrInterpreter();
        var values = _arguments.Select(item => ids.Value(TypeOf(item))).ToArray();
        for (int i = 0; i < values.Length; i++)
            evaluator[values[i]] = _arguments[i];
        var result = ids.Value(_type);
        evaluator[result] = PrimitiveEvaluator.Apply(_primitive.Name, _type, _arguments);
        var cotangent = ids.Value(_type);
        evaluator[cotangent] = _type == IrType.F32 ? (object)(float)d : d;

        var builder = new RegionBuilder(ids);
        var op = new ApplyOp(result, _primitive.Name, new EquatableArray<IrValue>(values));
        var contribution = DerivativeRules.Contribute(builder, op, argument, cotangent, forward, value => value,
            value => constants && Array.IndexOf(values, value) is var i and >= 0 && i != argument ? ConstantOf(_arguments[i]) : null);
        return Convert.ToDouble(evaluator.Evaluate(builder.Finish(new Yield([contribution])))[0]);
    }

    private static Constant ConstantOf(object value) => value switch
    {
        double number => Constant.Of(number),
        float number => Constant.Of(number),
        int number => Constant.Of(number),
        _ => throw new ArgumentException(value.ToString()),
    };

    private static IrType TypeOf(object value) => value switch
    {
        double => IrType.F64,
        float => IrType.F32,
        int => IrType.I32,
        _ => new OpaqueType(value.GetType().FullName!),
    };
}
