using DiffGen.Generator.Ir;

namespace DiffGen.Generator.FrontEnd.Formulas;

/// <summary>A number in a formula of the front end. Its operators append operations, so that the formula reads as mathematics.</summary>
internal readonly struct Number(RegionBuilder builder, IrValue value)
{
    public RegionBuilder Builder { get; } = builder;

    public IrValue Value { get; } = value;

    public static Number operator +(Number left, Number right) => left.Apply("add", right);

    public static Number operator -(Number left, Number right) => left.Apply("sub", right);

    public static Number operator *(Number left, Number right) => left.Apply("mul", right);

    public static Number operator /(Number left, Number right) => left.Apply("div", right);

    public static Number operator -(Number operand) => operand.Apply("neg");

    public static Number operator +(double left, Number right) => right.Of(left) + right;

    public static Number operator +(Number left, double right) => left + left.Of(right);

    public static Number operator -(double left, Number right) => right.Of(left) - right;

    public static Number operator -(Number left, double right) => left - left.Of(right);

    public static Number operator *(double left, Number right) => right.Of(left) * right;

    public static Number operator *(Number left, double right) => left * left.Of(right);

    public static Number operator /(double left, Number right) => right.Of(left) / right;

    public static Condition operator <(Number left, Number right) => left.Compare("lt", right);

    public static Condition operator >(Number left, Number right) => left.Compare("gt", right);

    public static Condition operator <(Number left, double right) => left < left.Of(right);

    public static Condition operator >(Number left, double right) => left > left.Of(right);

    /// <summary>A constant of the type of this number.</summary>
    public Number Of(double constant) => new(Builder, Builder.Float(constant, Value.Type));

    /// <summary>Applies a primitive whose result has the type of this number, its first argument.</summary>
    public Number Apply(string primitive, params Number[] rest)
    {
        var arguments = new IrValue[rest.Length + 1];
        arguments[0] = Value;
        for (int i = 0; i < rest.Length; i++)
            arguments[i + 1] = rest[i].Value;
        return new(Builder, Builder.Apply(primitive, Value.Type, arguments));
    }

    public Number Sqrt() => Apply("Sqrt");

    public Number Sin() => Apply("Sin");

    public Number Cos() => Apply("Cos");

    public Number Tan() => Apply("Tan");

    public Number Abs() => Apply("Abs");

    /// <summary><c>this == other</c>: false if either is NaN.</summary>
    public Condition Is(Number other) => Compare("eq", other);

    /// <summary><c>this == constant</c>.</summary>
    public Condition Is(double constant) => Is(Of(constant));

    /// <summary>The integer is that one.</summary>
    public Condition IsInteger(int number) =>
        Compare("eq", new Number(Builder, Builder.Constant(Constant.OfInteger(((ScalarType)Value.Type).Kind, number))));

    private Condition Compare(string primitive, Number other) => new(Builder, Builder.Apply(primitive, IrType.Bool, Value, other.Value));
}

/// <summary>A truth value in a formula. Nothing is evaluated under it: it chooses between numbers that exist.</summary>
internal readonly struct Condition(RegionBuilder builder, IrValue value)
{
    public IrValue Value { get; } = value;

    public Condition Opposite() => new(builder, builder.Apply("not", IrType.Bool, Value));

    public Condition And(Condition other) => new(builder, builder.Apply("and", IrType.Bool, Value, other.Value));

    public Number Choose(Number whenTrue, Number whenFalse)
    {
        IrValue result = builder.Ids.Value(whenTrue.Value.Type);
        builder.Add(new SelectOp(result, Value, whenTrue.Value, whenFalse.Value));
        return new(builder, result);
    }

    public Components Choose(Components whenTrue, Components whenFalse)
    {
        Condition condition = this;
        return whenTrue.Zip(whenFalse, (a, b) => condition.Choose(a, b));
    }
}
