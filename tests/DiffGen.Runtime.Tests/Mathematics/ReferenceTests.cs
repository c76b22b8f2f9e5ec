using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace DiffGen.Runtime.Tests.Mathematics;

/// <summary>Against results of 60 digits, which tools/fastmath_reference.py has written with mpmath.</summary>
public class ReferenceTests
{
    private const double Bound = 1.5;

    public static TheoryData<string, int> FunctionsAndWidths()
    {
        var data = new TheoryData<string, int>();
        foreach (string name in Functions.OfOne.Concat(Functions.OfTwo))
        {
            foreach (int width in new[] { 8, 4, 2 })
                data.Add(name, width);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(FunctionsAndWidths))]
    public void Results_are_within_the_bound(string name, int width)
    {
        Point[] points = [.. Points(name)];
        Assert.True(points.Length > 70);
        double[] results = Functions.Apply(name, width, [.. points.Select(p => p.X)], Functions.OfTwo.Contains(name) ? [.. points.Select(p => p.Y)] : null);
        (double worst, Point at) = results.Zip(points, (result, point) => (point.UnitsFrom(result), point)).MaxBy(pair => pair.Item1);
        Assert.True(worst <= Bound, $"{name}({at.X:R}, {at.Y:R}) is {worst:F3} units away from {at.Result:R}.");
    }

    [Theory]
    [MemberData(nameof(FunctionsAndWidths))]
    public void A_lane_does_not_change_its_neighbours_beyond_the_bound(string name, int width)
    {
        double[] others = [double.NaN, double.PositiveInfinity, 0, -1e300, 5e-324];
        Point[] points = [.. Points(name)];
        bool hasTwo = Functions.OfTwo.Contains(name);
        for (int lane = 0; lane < width; lane++)
        {
            foreach (double other in others)
            {
                Point[] some = [.. points.Where((_, i) => i % 11 == lane)];
                double[] Filled(Func<Point, double> part) => [.. some.SelectMany(p => Enumerable.Range(0, width).Select(i => i == lane ? part(p) : other))];
                double[] results = Functions.Apply(name, width, Filled(p => p.X), hasTwo ? Filled(p => p.Y) : null);
                for (int i = 0; i < some.Length; i++)
                    Assert.True(some[i].UnitsFrom(results[i * width + lane]) <= Bound, $"{name}({some[i].X:R}, {some[i].Y:R}) beside {other}");
            }
        }
    }

    [Fact]
    public void The_bound_would_notice_two_units()
    {
        Point point = Points("Exp").First();
        Assert.True(point.UnitsFrom(Math.BitIncrement(Math.BitIncrement(point.Result))) > Bound);
    }

    private static IEnumerable<Point> Points(string name) =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Mathematics", "reference.txt"))
        let words = line.Split(' ')
        where words[0] == name
        let numbers = words.Skip(1).Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray()
        select new Point(numbers[0], numbers.Length == 4 ? numbers[1] : 0, numbers[^2], numbers[^1]);

    /// <param name="Rest">What the result has lost by rounding, in units of its last place.</param>
    private sealed record Point(double X, double Y, double Result, double Rest)
    {
        public double UnitsFrom(double result) =>
            result.Equals(Result) ? Math.Abs(Rest) : Math.Abs((result - Result) / (Math.BitIncrement(Math.Abs(Result)) - Math.Abs(Result)) - Rest);
    }
}
