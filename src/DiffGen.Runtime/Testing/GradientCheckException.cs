using System;

namespace DiffGen.Testing;

/// <summary>A derivative disagrees with the differences, or with the sibling mode.</summary>
public sealed class GradientCheckException : Exception
{
    /// <summary>The comparison has failed: the message shows the worst component.</summary>
    public GradientCheckException(GradientCheckReport report)
        : base(report.ToString()) => Report = report;

    /// <summary>The comparison could not be made.</summary>
    public GradientCheckException(string message)
        : base(message)
    {
    }

    /// <summary>The comparison, if one was made.</summary>
    public GradientCheckReport? Report { get; }
}
