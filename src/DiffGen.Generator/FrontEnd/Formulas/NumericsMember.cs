namespace DiffGen.Generator.FrontEnd.Formulas;

/// <summary>What a member computes, from the numbers of the receiver and of each argument.</summary>
internal delegate Components Formula(Components[] a);

/// <summary>A member of <c>System.Numerics</c> that derivatives flow through.</summary>
/// <param name="IsExact">The formula gives the member's own bits. Otherwise the value comes from the member and the formula gives derivatives only.</param>
internal sealed record NumericsMember(Formula Formula, bool IsExact)
{
    /// <summary>Throws for some arguments, so that a call stays where nothing uses its result.</summary>
    public bool MayThrow { get; init; }
}
