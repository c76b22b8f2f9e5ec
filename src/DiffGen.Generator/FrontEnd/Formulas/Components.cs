using System;
using System.Collections.Generic;
using System.Linq;

namespace DiffGen.Generator.FrontEnd.Formulas;

/// <summary>The numbers that a vector, a quaternion or a matrix consists of, in the order of its fields. Operators go component by component.</summary>
internal sealed class Components(IReadOnlyList<Number> items)
{
    public Components(params Number[] items)
        : this((IReadOnlyList<Number>)items)
    {
    }

    public int Count => items.Count;

    public IReadOnlyList<Number> Items => items;

    public Number this[int index] => items[index];

    public Number X => items[0];

    public Number Y => items[1];

    public Number Z => items[2];

    public Number W => items[3];

    /// <summary>Constants of the type of these numbers.</summary>
    public Number Of(double constant) => items[0].Of(constant);

    public static implicit operator Components(Number number) => new(number);

    /// <summary>The only number of an argument that is no vector.</summary>
    public static implicit operator Number(Components components) => components[0];

    public static Components operator +(Components left, Components right) => left.Zip(right, (a, b) => a + b);

    public static Components operator -(Components left, Components right) => left.Zip(right, (a, b) => a - b);

    public static Components operator *(Components left, Components right) => left.Zip(right, (a, b) => a * b);

    public static Components operator /(Components left, Components right) => left.Zip(right, (a, b) => a / b);

    public static Components operator *(Components left, Number right) => left.Map(a => a * right);

    public static Components operator *(Number left, Components right) => right.Map(a => left * a);

    public static Components operator /(Components left, Number right) => left.Map(a => a / right);

    public static Components operator *(double left, Components right) => right.Of(left) * right;

    public static Components operator -(Components operand) => operand.Map(a => -a);

    public Components Map(Func<Number, Number> function) => new(items.Select(function).ToArray());

    public Components Zip(Components other, Func<Number, Number, Number> function) =>
        new(Enumerable.Range(0, items.Count).Select(i => function(items[i], other[i])).ToArray());

    public Components Slice(int start, int count) => new(items.Skip(start).Take(count).ToArray());

    /// <summary>These numbers and those.</summary>
    public Components With(params Number[] more) => new([.. items, .. more]);

    public Components With(Components more) => new([.. items, .. more.Items]);

    public Number Sum() => items.Aggregate((a, b) => a + b);

    public Number Dot(Components other) => (this * other).Sum();

    /// <summary>The Euclidean norm; at 0, where it has a kink like <c>Abs</c>, its derivative is 0.</summary>
    public Number Length() => new Components(Dot(this)).RootAtKink();

    /// <summary>The root of the only number, a sum of squares, with the derivative of a norm.</summary>
    public Number RootAtKink()
    {
        Number square = X;
        Condition isZero = square.Is(0);
        return isZero.Choose(square.Of(0), isZero.Choose(square.Of(1), square).Sqrt());
    }

    public Components Normalized() => this / Dot(this).Sqrt();

    /// <summary>Divided by a determinant; NaN where that is 0, without a derivative.</summary>
    public Components OverDeterminant(Number determinant)
    {
        Condition isSingular = determinant.Abs() < float.Epsilon;
        Components quotient = this / isSingular.Choose(determinant.Of(1), determinant);
        return quotient.Map(item => isSingular.Choose(item.Of(double.NaN), item));
    }

    public Components Cross(Components other) => new(
        (Y * other.Z) - (Z * other.Y),
        (Z * other.X) - (X * other.Z),
        (X * other.Y) - (Y * other.X));

    /// <summary>The component of that number, 0 where there is none.</summary>
    public Number At(Number index)
    {
        Number chosen = Of(0);
        for (int i = Count - 1; i >= 0; i--)
            chosen = index.IsInteger(i).Choose(items[i], chosen);
        return chosen;
    }
}
