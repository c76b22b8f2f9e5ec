using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

/// <summary>What a parameter or result of a method that computes <c>J(x)ᵀw</c> is for.</summary>
internal enum AdjointRole
{
    /// <summary>A parameter of the primal.</summary>
    Input,

    /// <summary>A part of <c>w</c>.</summary>
    Cotangent,

    /// <summary>Memory that a part of <c>J(x)ᵀw</c> is added to.</summary>
    Destination,

    /// <summary>A part of <c>J(x)ᵀw</c> that is returned.</summary>
    Adjoint,

    /// <summary>What the primal gives back.</summary>
    Value,
}

/// <summary>A parameter or result of a method that computes <c>J(x)ᵀw</c>, or a derivative of that along directions.</summary>
/// <param name="Leaf">Index into the primal's flattened parameters, or, of a cotangent or value, into its results.</param>
/// <param name="Directions">A set of bits: along which directions the part is differentiated.</param>
internal sealed record AdjointPart(AdjointRole Role, int Leaf, int Directions);

/// <summary>
/// Says of a derived method that it computes <c>J(x)ᵀw</c> of another one, differentiated forward along so many directions: all that is needed to
/// find its own adjoint without reversing its code.
/// </summary>
/// <param name="Method">Key of the primal.</param>
/// <param name="ActiveLeaves">Indices of the primal's flattened parameters that it differentiates by.</param>
/// <param name="ActiveResults">Indices of the primal's results that have a cotangent.</param>
/// <param name="Order">The number of directions.</param>
/// <param name="Parameters">One per parameter.</param>
/// <param name="Results">One per result.</param>
internal sealed record AdjointOrigin(string Method, EquatableArray<int> ActiveLeaves, EquatableArray<int> ActiveResults, int Order,
    EquatableArray<AdjointPart> Parameters, EquatableArray<AdjointPart> Results);
