using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DiffGen.Benchmarks.Suite;

/// <summary>Derivatives over the fastest C++ primal: a line per problem, a dot per candidate.</summary>
internal static class RatioChart
{
    private const double Left = 230, Top = 70, RowHeight = 24, PlotWidth = 640, Right = 30, Bottom = 30;

    private static readonly (string Name, string Colour)[] Series =
    [
        (Names.Strict, "#1f5fbf"), (Names.Fast, "#12a150"), (Names.CSharpByHand, "#9a9a9a"), (Names.CppByHand, "#202020"),
        (Names.AdolC, "#c58a00"), (Names.PyTorch, "#c0392b"),
    ];

    public static string Draw(IReadOnlyList<Result> results)
    {
        (string Name, string Colour)[] present = [.. Series.Where(series => results.Any(result => Ratio(result, series.Name) != null))];
        var scale = LogScale.Around(
            results.SelectMany(result => present.Select(series => Ratio(result, series.Name))).OfType<double>().Append(1), Left, Left + PlotWidth);
        double bottom = Top + (RowHeight * results.Count);
        var svg = new Svg(Left + PlotWidth + Right, bottom + Bottom);
        svg.Text(Left, 20, "Time of the derivative over that of the fastest C++ primal", size: 14);
        for (int i = 0; i < present.Length; i++)
        {
            svg.Circle(Left + (110 * i), 42, 5, present[i].Colour, present[i].Name);
            svg.Text(Left + (110 * i) + 9, 46, present[i].Name);
        }
        foreach (double tick in scale.Ticks())
        {
            svg.Line(scale.Place(tick), Top - 8, scale.Place(tick), bottom, tick == 1 ? "#404040" : "#d8d8d8");
            svg.Text(scale.Place(tick), bottom + 18, tick.ToString("0.###", CultureInfo.InvariantCulture), "middle");
        }
        for (int row = 0; row < results.Count; row++)
        {
            Result result = results[row];
            double y = Top + (RowHeight * (row + 0.5));
            svg.Text(Left - 10, y + 4, $"{result.Objective} {result.Size}", "end");
            svg.Line(Left, y, Left + PlotWidth, y, "#ececec");
            foreach ((string name, string colour) in present)
            {
                if (Ratio(result, name) is { } ratio)
                    svg.Circle(scale.Place(ratio), y, 5, colour, string.Create(CultureInfo.InvariantCulture, $"{name}: {ratio:F2}"));
            }
        }
        return svg.ToString();
    }

    private static double? Ratio(Result result, string name) => result.Fastest(name) is { } row ? result.Ratio(row) : null;
}
