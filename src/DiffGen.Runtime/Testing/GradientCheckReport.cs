using System.Globalization;
using System.Text;

namespace DiffGen.Testing;

/// <summary>What a <see cref="GradientCheck"/> found: the component with the largest error, measured by what is allowed.</summary>
public sealed record GradientCheckReport
{
    /// <summary>What was compared, for the message: <c>gradient</c>, <c>Jvp</c> …</summary>
    public required string Quantity { get; init; }

    /// <summary>How many components were compared.</summary>
    public int Components { get; init; }

    /// <summary>The worst component: of the inputs for gradients, of the outputs for tangents. −1 where nothing was compared.</summary>
    public int WorstIndex { get; init; } = -1;

    /// <summary>More about where the worst component is, such as the input's index for a tangent; else empty.</summary>
    public string Where { get; init; } = "";

    /// <summary>The worst component according to the differences, or to the sibling mode.</summary>
    public double Expected { get; init; }

    /// <summary>The worst component according to the companion under test.</summary>
    public double Actual { get; init; }

    /// <summary>The difference relative to the larger of the two.</summary>
    public double RelativeError { get; init; }

    /// <summary>The step of the differences; 0 where the comparison was with a sibling mode.</summary>
    public double Step { get; init; }

    /// <summary>The relative error that was allowed.</summary>
    public double Tolerance { get; init; }

    /// <summary>The error in units of what was allowed: greater than one where the check has failed.</summary>
    public double Severity { get; init; }

    /// <summary>Whether all components agree.</summary>
    public bool IsPassed => Severity <= 1;

    /// <summary>One line with all figures.</summary>
    public override string ToString()
    {
        if (Components == 0)
            return $"{Quantity}: nothing to compare";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Quantity} {(IsPassed ? "agrees" : "disagrees")}: worst of {Components} components is [{WorstIndex}]{Where}: ");
        text.Append(CultureInfo.InvariantCulture, $"expected {Expected:R}, got {Actual:R}, relative error {RelativeError:E2}, tolerance {Tolerance:E0}");
        if (Step != 0)
            text.Append(CultureInfo.InvariantCulture, $", step {Step:E2}");
        return text.ToString();
    }
}
