namespace DiffGen;

/// <summary>How freely companions may rearrange floating-point arithmetic.</summary>
public enum FloatingPoint
{
    /// <summary>Primal values are equal to the bit to those of the method itself.</summary>
    Strict = 0,

    /// <summary>Reassociation, contraction and vector mathematics (at most 1.5 ulp) are allowed.</summary>
    Fast = 1,
}
