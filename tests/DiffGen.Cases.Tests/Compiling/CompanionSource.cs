namespace DiffGen.Cases.Tests.Compiling;

/// <summary>Where the companions that a driver calls come from.</summary>
internal enum CompanionSource
{
    Generator,

    /// <summary>The case's own text.</summary>
    Case,

    /// <summary>There are none: only the primal can be called.</summary>
    None,
}
