using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

/// <summary>How an integer grows from one lane to the next: by <paramref name="Constant"/> times <paramref name="Factor"/> (null: 1), which is the same for all lanes.</summary>
internal sealed record Stride(long Constant, IrValue? Factor)
{
    public static readonly Stride Zero = new(0, null);

    public bool IsZero => Constant == 0;

    /// <summary>Lanes are neighbours in memory.</summary>
    public bool IsOne => Constant == 1 && Factor is null;

    /// <exception cref="NoLanesException">The sum is not a multiple of one value.</exception>
    public Stride Plus(Stride other) =>
        IsZero ? other
        : other.IsZero ? this
        : Equals(Factor, other.Factor) ? new Stride(Constant + other.Constant, Factor)
        : throw new NoLanesException("an index grows by a sum of values");

    public Stride Times(long factor) => factor == 0 ? Zero : this with { Constant = Constant * factor };

    /// <exception cref="NoLanesException">The product is not a multiple of one value.</exception>
    public Stride Times(IrValue factor) => Factor is null ? this with { Factor = factor } : throw new NoLanesException("an index grows by a product of values");
}
