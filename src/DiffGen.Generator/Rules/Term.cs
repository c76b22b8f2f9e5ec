using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Rules;

/// <summary>A floating-point value in a derivative rule. Its operators append operations, so that rules read as formulas.</summary>
internal readonly struct Term(RuleContext context, IrValue value)
{
    public RuleContext Context { get; } = context;

    public IrValue Value { get; } = value;

    public static Term operator +(Term left, Term right) => left.Context.Binary("add", left, right);

    public static Term operator -(Term left, Term right) => left.Context.Binary("sub", left, right);

    public static Term operator *(Term left, Term right) => left.Context.Multiply(left, right);

    public static Term operator /(Term left, Term right) => left.Context.Divide(left, right);

    public static Term operator +(double left, Term right) => right.Context.Number(left) + right;

    public static Term operator +(Term left, double right) => left + left.Context.Number(right);

    public static Term operator -(double left, Term right) => right.Context.Number(left) - right;

    public static Term operator -(Term left, double right) => left - left.Context.Number(right);

    public static Term operator *(double left, Term right) => right.Context.Number(left) * right;

    public static Term operator *(Term left, double right) => left * left.Context.Number(right);

    public static Term operator -(Term operand) => operand.Context.Call("neg", operand);

    public static TermCondition operator <(Term left, Term right) => left.Context.Compare("lt", left, right);

    public static TermCondition operator >(Term left, Term right) => left.Context.Compare("gt", left, right);

    public static TermCondition operator <(Term left, double right) => left < left.Context.Number(right);

    public static TermCondition operator >(Term left, double right) => left > left.Context.Number(right);

    /// <summary><c>this == other</c>: false if either is NaN, true for zeros of either sign.</summary>
    public TermCondition Is(Term other) => Context.Compare("eq", this, other);

    /// <summary><c>this == other</c>.</summary>
    public TermCondition Is(double other) => Is(Context.Number(other));

    /// <summary>True unless the value is NaN.</summary>
    public TermCondition IsNumber => Is(this);
}

/// <summary>A truth value in a derivative rule.</summary>
internal readonly struct TermCondition(RuleContext context, IrValue value)
{
    public IrValue Value { get; } = value;

    /// <summary>Chooses between two values that both exist: nothing is multiplied by a mask, so a NaN on the other side stays there.</summary>
    public Term Choose(Term whenTrue, Term whenFalse) => context.Select(Value, whenTrue, whenFalse, isStrongZero: false);

    /// <summary>A strong zero: where a factor of the formula is zero, so is the whole, whatever the other factors are.</summary>
    public Term ChooseZero(Term formula) => context.Select(Value, context.Zero, formula, isStrongZero: true);
}
