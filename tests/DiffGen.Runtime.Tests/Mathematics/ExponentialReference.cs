using System;
using System.Numerics;

namespace DiffGen.Runtime.Tests.Mathematics;

/// <summary>e^x from integers of many digits.</summary>
internal static class ExponentialReference
{
    private const int Bits = 200;

    private static readonly BigInteger s_one = BigInteger.One << Bits;

    private static readonly BigInteger s_ln2 = Ln2();

    /// <summary>The number nearest to e^x, and how far e^x is from a midpoint between two numbers, in units in the last place.</summary>
    public static (double Nearest, double Distance) Of(double x)
    {
        BigInteger fixedPoint = FixedPoint(x);
        int exponent = (int)Math.Floor(x / Math.Log(2));
        BigInteger power = Series(fixedPoint - exponent * s_ln2);
        while (power >= 2 * s_one)
            (power, exponent) = (power >> 1, exponent + 1);
        while (power < s_one)
            (power, exponent) = (power << 1, exponent - 1);
        BigInteger unit = s_one >> 52;
        BigInteger whole = BigInteger.DivRem(power, unit, out BigInteger rest);
        double fraction = Math.ScaleB((double)rest, 52 - Bits);
        return (Math.ScaleB((double)(fraction < 0.5 ? whole : whole + 1), exponent - 52), Math.Abs(fraction - 0.5));
    }

    private static BigInteger FixedPoint(double x)
    {
        int exponent = Math.Max(Math.ILogB(x), -120) - 52;
        var digits = new BigInteger(Math.ScaleB(x, -exponent));
        return exponent + Bits >= 0 ? digits << (exponent + Bits) : digits >> -(exponent + Bits);
    }

    private static BigInteger Series(BigInteger x)
    {
        BigInteger sum = s_one, term = s_one;
        for (int i = 1; !term.IsZero && i < 100; i++)
        {
            term = (term * x >> Bits) / i;
            sum += term;
        }
        return sum;
    }

    // The sum of 1 / (n 2^n).
    private static BigInteger Ln2()
    {
        BigInteger sum = BigInteger.Zero;
        for (int n = 1; n < Bits; n++)
            sum += (s_one >> n) / n;
        return sum;
    }
}
