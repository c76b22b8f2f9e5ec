// Hagan's formula for SABR, with its limit at the money.
// point: forward: 1.4, strike: 1.6, expiry: 2, alpha: 0.3, beta: 0.6, rho: -0.3, nu: 0.5
// point: forward: 1.4, strike: 1.4, expiry: 2, alpha: 0.3, beta: 0.7, rho: -0.3, nu: 0.5
// kink: the branch at the money
using System;
using DiffGen;

namespace Cases.Library;

public static partial class SabrVolatility
{
    [Differentiable]
    public static double F(double forward, [NoDerivative] double strike, [NoDerivative] double expiry, double alpha, double beta, double rho, double nu)
    {
        double oneMinusBeta = 1 - beta;
        double fk = Math.Pow(forward * strike, oneMinusBeta / 2);
        double correction = 1 + (expiry * ((Sq(oneMinusBeta * alpha / fk) / 24) + (rho * beta * nu * alpha / (4 * fk)) + ((2 - (3 * rho * rho)) * nu * nu / 24)));
        double log = Math.Log(forward / strike);
        if (Math.Abs(log) < 1e-9)
            return alpha / fk * correction;
        double z = nu / alpha * fk * log;
        double x = Math.Log((Math.Sqrt(1 - (2 * rho * z) + (z * z)) + z - rho) / (1 - rho));
        double l2 = Sq(oneMinusBeta * log);
        return alpha / (fk * (1 + (l2 / 24) + (l2 * l2 / 1920))) * (z / x) * correction;
    }

    [Differentiable]
    private static double Sq(double x) => x * x;
}
