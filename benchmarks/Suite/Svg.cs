using System;
using System.Globalization;
using System.Security;
using System.Text;

namespace DiffGen.Benchmarks.Suite;

/// <summary>Writes a drawing, element by element.</summary>
internal sealed class Svg(double width, double height)
{
    private readonly StringBuilder _elements = new();

    public void Line(double x1, double y1, double x2, double y2, string colour, double thickness = 1) =>
        Add($"<line x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\" stroke=\"{colour}\" stroke-width=\"{thickness:0.##}\"/>");

    public void Circle(double x, double y, double radius, string colour, string? title = null) =>
        Add($"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{radius:0.##}\" fill=\"{colour}\"><title>{SecurityElement.Escape(title)}</title></circle>");

    public void Text(double x, double y, string text, string anchor = "start", double size = 12) =>
        Add($"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\" font-size=\"{size:0.##}\">{SecurityElement.Escape(text)}</text>");

    public void Polyline(ReadOnlySpan<(double X, double Y)> points, string colour)
    {
        var corners = new StringBuilder();
        foreach ((double x, double y) in points)
            corners.Append(CultureInfo.InvariantCulture, $"{x:0.##},{y:0.##} ");
        Add($"<polyline points=\"{corners.ToString().TrimEnd()}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\"/>");
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{width:0}" height="{height:0}" viewBox="0 0 {width:0} {height:0}" font-family="sans-serif">
        <rect width="100%" height="100%" fill="white"/>
        {_elements}</svg>

        """);

    private void Add(FormattableString element) => _elements.AppendLine(FormattableString.Invariant(element));
}
