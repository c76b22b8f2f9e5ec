using System;
using System.Collections.Generic;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Rules;

/// <summary>What a <see cref="Contribution"/> is written against: the primal's arguments and result, and operations on them.</summary>
internal sealed class RuleContext
{
    private readonly RegionBuilder _builder;
    private readonly ApplyOp _op;
    private readonly Func<IrValue, IrValue> _read;
    private readonly Func<IrValue, Constant?> _constantOf;
    private readonly Dictionary<int, Constant> _ownConstants = new();
    private IrValue? _onlyArgument;

    /// <param name="contributionType">The type that the contribution must have.</param>
    /// <param name="read">Where a primal value is available in the code that is being built.</param>
    /// <param name="constantOf">The constant that a value is known to be, or null.</param>
    public RuleContext(RegionBuilder builder, ApplyOp op, IrType contributionType, Func<IrValue, IrValue> read, Func<IrValue, Constant?> constantOf)
    {
        _builder = builder;
        _op = op;
        _read = read;
        _constantOf = constantOf;
        ContributionType = contributionType;
    }

    /// <summary>Finds another function of the primal's only argument that the primal computes too; null without one.</summary>
    public Func<string, IrValue?>? Computed { get; set; }

    /// <summary>The type of the argument in reverse mode, of the result in forward mode.</summary>
    public IrType ContributionType { get; }

    /// <summary>The primal result.</summary>
    public Term Y => new(this, _read(_op.Result));

    public Term Zero => Number(0);

    public Term NaN => Number(double.NaN);

    /// <summary>A primal argument.</summary>
    public Term X(int argument)
    {
        var value = Argument(argument);
        if (argument == 0)
            _onlyArgument = value;
        return new(this, value);
    }

    /// <summary>An integer argument, as a floating-point number.</summary>
    public Term Integer(int argument) => Convert(Argument(argument), ContributionType);

    /// <summary>The value of a floating-point argument where it is a constant.</summary>
    public double? ConstantX(int argument) =>
        _constantOf(_op.Arguments[argument]) is { IsOpaque: false, Kind: ScalarKind.F64 or ScalarKind.F32 } constant ? constant.AsDouble : null;

    /// <summary>A constant of the type of the contribution.</summary>
    public Term Number(double value)
    {
        var term = new Term(this, _builder.Float(value, ContributionType));
        _ownConstants[term.Value.Id] = ContributionType == IrType.F32 ? Constant.Of((float)value) : Constant.Of(value);
        return term;
    }

    /// <summary>Whether a term is a constant that the rule made.</summary>
    public bool IsNumber(Term term) => _ownConstants.ContainsKey(term.Value.Id);

    /// <summary>Applies a primitive whose result has the type of its first argument.</summary>
    public Term Call(string primitive, Term first, params Term[] rest)
    {
        if (rest.Length == 0 && _op.Arguments.Length == 1 && first.Value.Equals(_onlyArgument) && Computed?.Invoke(primitive) is { } known)
            return new(this, known);
        var arguments = new IrValue[rest.Length + 1];
        arguments[0] = first.Value;
        for (int i = 0; i < rest.Length; i++)
            arguments[i + 1] = rest[i].Value;
        return new(this, _builder.Apply(primitive, first.Value.Type, arguments));
    }

    /// <summary>Applies a primitive that takes the primal's second, inactive argument as it is.</summary>
    public Term CallWithSecond(string primitive, Term first) =>
        new(this, _builder.Apply(primitive, first.Value.Type, first.Value, Argument(1)));

    public Term Binary(string primitive, Term left, Term right) => new(this, _builder.Apply(primitive, left.Value.Type, left.Value, right.Value));

    /// <summary>Factors of exactly one are left out: <c>x * 1</c> is <c>x</c> to the bit.</summary>
    public Term Multiply(Term left, Term right) =>
        IsOne(left) ? right : IsOne(right) ? left : Binary("mul", left, right);

    public Term Divide(Term left, Term right) => IsOne(right) ? left : Binary("div", left, right);

    public TermCondition Compare(string primitive, Term left, Term right) =>
        new(this, _builder.Apply(primitive, IrType.Bool, left.Value, right.Value));

    public Term Select(IrValue condition, Term whenTrue, Term whenFalse, bool isStrongZero)
    {
        var result = _builder.Ids.Value(whenTrue.Value.Type);
        _builder.Add(new SelectOp(result, condition, whenTrue.Value, whenFalse.Value) { IsStrongZero = isStrongZero });
        return new(this, result);
    }

    /// <summary>The value as the contribution's type.</summary>
    public Term ToContribution(Term term) => Convert(term.Value, ContributionType);

    /// <summary>A primal value without its derivative, for a derivative that is equal to it only where it is 0 or NaN.</summary>
    public Term Stopped(Term primal) => Call("stop", primal);

    /// <summary>0 where a primal value is a number, and NaN where it is not: the derivative of a step function.</summary>
    public Term ZeroOrNaN(Term primal) => primal.IsNumber.Choose(Zero, primal);

    private Term Convert(IrValue value, IrType type) => new(this, value.Type == type ? value : _builder.Apply("convert", type, value));

    private IrValue Argument(int argument) =>
        _constantOf(_op.Arguments[argument]) is { IsOpaque: false } constant
            ? _builder.Constant(constant, _op.Arguments[argument].Type)
            : _read(_op.Arguments[argument]);

    private bool IsOne(Term term) =>
        (_ownConstants.TryGetValue(term.Value.Id, out var own) ? own : _constantOf(term.Value)) is
        { IsOpaque: false, Kind: ScalarKind.F64 or ScalarKind.F32, AsDouble: 1.0 };
}
