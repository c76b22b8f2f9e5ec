// The great-circle distance of two places in degrees, and the initial bearing.
// point: from: new(52.52, 13.405), to: new(48.8566, 2.3522)
// value: 877.46453792150917
// gradient: 43.905301783306558, 62.162786495514079, -58.633248174785246, -62.162786495514079
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class Haversine
{
    public readonly record struct Coordinate(double Latitude, double Longitude);

    private const double EarthRadius = 6371.0088;

    [Differentiable]
    public static double F(Coordinate from, Coordinate to)
    {
        double p1 = ToRadians(from.Latitude), p2 = ToRadians(to.Latitude);
        double dp = p2 - p1, dl = ToRadians(to.Longitude - from.Longitude);
        double h = Square(Math.Sin(dp / 2)) + (Math.Cos(p1) * Math.Cos(p2) * Square(Math.Sin(dl / 2)));
        return 2 * EarthRadius * Math.Asin(Math.Min(1.0, Math.Sqrt(h)));
    }

    [Differentiable]
    private static double ToRadians(double degrees) => degrees * (Math.PI / 180.0);

    [Differentiable]
    private static double Square(double x) => x * x;
}
