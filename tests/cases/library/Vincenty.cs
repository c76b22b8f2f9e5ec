// Vincenty's inverse problem on the ellipsoid: an iteration that stops when the longitude has converged.
// tolerance: 1e-5
// point: latitude1: 0.9167, longitude1: 0.234, latitude2: 0.8527, longitude2: 0.0411
using System;
using DiffGen;

namespace Cases.Library;

public static partial class Vincenty
{
    private const double A = 6378.137, Flattening = 1 / 298.257223563, B = A * (1 - Flattening);

    [Differentiable]
    public static double F(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        double l = longitude2 - longitude1;
        var (sinU1, cosU1) = Reduced(latitude1);
        var (sinU2, cosU2) = Reduced(latitude2);
        double lambda = l, sigma, sinSigma, cosSigma, cosSqAlpha, cos2SigmaM;
        int iteration = 0;
        while (true)
        {
            var (sinLambda, cosLambda) = Math.SinCos(lambda);
            double x = cosU2 * sinLambda, y = (cosU1 * sinU2) - (sinU1 * cosU2 * cosLambda);
            sinSigma = Math.Sqrt((x * x) + (y * y));
            if (sinSigma == 0)
                return 0;
            cosSigma = (sinU1 * sinU2) + (cosU1 * cosU2 * cosLambda);
            sigma = Math.Atan2(sinSigma, cosSigma);
            double sinAlpha = cosU1 * cosU2 * sinLambda / sinSigma;
            cosSqAlpha = 1 - (sinAlpha * sinAlpha);
            cos2SigmaM = cosSqAlpha != 0 ? cosSigma - (2 * sinU1 * sinU2 / cosSqAlpha) : 0;
            double c = Flattening / 16 * cosSqAlpha * (4 + (Flattening * (4 - (3 * cosSqAlpha))));
            double previous = lambda;
            lambda = l + ((1 - c) * Flattening * sinAlpha
                * (sigma + (c * sinSigma * (cos2SigmaM + (c * cosSigma * (-1 + (2 * cos2SigmaM * cos2SigmaM)))))));
            if (Math.Abs(lambda - previous) <= 1e-15)
                break;
            if (++iteration > 200)
                throw new InvalidOperationException("Vincenty's formula did not converge.");
        }
        double u2 = cosSqAlpha * ((A * A) - (B * B)) / (B * B);
        double k1 = 1 + (u2 / 16384 * (4096 + (u2 * (-768 + (u2 * (320 - (175 * u2)))))));
        double k2 = u2 / 1024 * (256 + (u2 * (-128 + (u2 * (74 - (47 * u2))))));
        double delta = k2 * sinSigma * (cos2SigmaM + (k2 / 4 * ((cosSigma * (-1 + (2 * cos2SigmaM * cos2SigmaM)))
            - (k2 / 6 * cos2SigmaM * (-3 + (4 * sinSigma * sinSigma)) * (-3 + (4 * cos2SigmaM * cos2SigmaM))))));
        return B * k1 * (sigma - delta);
    }

    [Differentiable]
    private static (double Sin, double Cos) Reduced(double latitude)
    {
        double tan = (1 - Flattening) * Math.Tan(latitude), cos = 1 / Math.Sqrt(1 + (tan * tan));
        return (tan * cos, cos);
    }
}
