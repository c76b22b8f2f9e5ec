using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DiffGen.Benchmarks.Suite;

/// <summary>
/// Two panels over the size, relative to the first one of each objective: the derivative's time over the primal's, level where it is as linear as the
/// primal; and the bytes on the tape, level where nothing is stored per iteration.
/// </summary>
internal static class GrowthChart
{
    private const double Left = 70, Top = 60, PanelWidth = 380, PanelHeight = 320, Gap = 90, LegendWidth = 90, Bottom = 50;

    private static readonly string[] Colours =
        ["#1f5fbf", "#12a150", "#c0392b", "#c58a00", "#7d3c98", "#117a8b", "#202020", "#d35494", "#6b8e23", "#8b5a2b"];

    public static string Draw(IReadOnlyList<CostCurve> curves)
    {
        double second = Left + PanelWidth + Gap, right = second + PanelWidth;
        var svg = new Svg(right + LegendWidth, Top + PanelHeight + Bottom);
        Panel(svg, Left, "Derivative's time over the primal's", curves, cost => cost.Ratio);
        Panel(svg, second, "Bytes on the tape (0 drawn as 1)", curves, cost => Math.Max(1, cost.TapeBytes));
        for (int i = 0; i < curves.Count; i++)
        {
            svg.Circle(right + 16, Top + 8 + (20 * i), 4, Colours[i % Colours.Length]);
            svg.Text(right + 26, Top + 12 + (20 * i), curves[i].Objective);
        }
        return svg.ToString();
    }

    private static void Panel(Svg svg, double left, string title, IReadOnlyList<CostCurve> curves, Func<Cost, double> quantity)
    {
        double bottom = Top + PanelHeight;
        var across = LogScale.Around(curves.SelectMany(curve => curve.Costs.Select(cost => (double)cost.N / curve.Costs[0].N)), left, left + PanelWidth);
        var up = LogScale.Around(curves.SelectMany(curve => curve.Costs.Select(quantity)), bottom, Top);
        svg.Text(left, Top - 16, title, size: 14);
        foreach (double tick in across.Ticks())
        {
            svg.Line(across.Place(tick), Top, across.Place(tick), bottom, "#e4e4e4");
            svg.Text(across.Place(tick), bottom + 18, tick.ToString("0", CultureInfo.InvariantCulture), "middle");
        }
        foreach (double tick in up.Ticks())
        {
            svg.Line(left, up.Place(tick), left + PanelWidth, up.Place(tick), "#e4e4e4");
            svg.Text(left - 6, up.Place(tick) + 4, tick.ToString("0.##", CultureInfo.InvariantCulture), "end", 10);
        }
        svg.Text(left + (PanelWidth / 2), bottom + 38, "size over the first size", "middle");
        for (int i = 0; i < curves.Count; i++)
        {
            CostCurve curve = curves[i];
            string colour = Colours[i % Colours.Length];
            (double X, double Y)[] points =
                [.. curve.Costs.Select(cost => (across.Place((double)cost.N / curve.Costs[0].N), up.Place(quantity(cost))))];
            svg.Polyline(points, colour);
            for (int point = 0; point < points.Length; point++)
            {
                Cost cost = curve.Costs[point];
                svg.Circle(
                    points[point].X, points[point].Y, 3, colour, string.Create(CultureInfo.InvariantCulture, $"{curve.Objective} {curve.Axis}={cost.N}: {quantity(cost):G4}"));
            }
        }
    }
}
