namespace DiffGen.CompilerServices;

// The numbers of all functions.
public static partial class FastMath
{
    private const double SmallestNormal = 2.2250738585072014E-308;

    // 1.5 · 2^52: a number added to it is rounded to an integer, which is then found in the lowest bits.
    private const double Shifter = 6755399441055744;

    private const double Log2E = 1.4426950408889634, Ln2High = 0.6931471805598903, Ln2Low = 5.497923018708371e-14;

    // Beyond these, exponentials are zero or infinite.
    private const double LeastExponent = -746, GreatestExponent = 710;

    // Smaller ones are their own hyperbolic sine and tangent.
    private const double SmallHyperbolic = 7e-9;

    // Greater ones have infinite hyperbolic sines and cosines.
    private const double GreatHyperbolic = 710.6;

    // √½ without its lower half.
    private const ulong LeastMantissa = 0x3FE6A09E00000000;

    private const double Log2EHigh = 1.4426946640014648, Log2ELow = 3.768874985636099e-07;
    private const double Log10EHigh = 0.4342944622039795, Log10ELow = 1.9699272335463627e-08;
    private const double Log10Of2High = 0.30102999566395283, Log10Of2Low = 2.8363394551044964e-14;

    // Products of n and a part are exact up to here.
    private const double GreatAngle = 1e6;

    // Smaller ones are their own sine and tangent.
    private const double SmallAngle = 7e-9;

    private const double HalfPi1 = 1.5707963267341256, HalfPi2 = 6.077100506303966e-11, HalfPi3 = 2.0222662487111665e-21, HalfPi4 = 8.4784276603689e-32;

    private const double HalfPiHigh = 1.5707963267948966, HalfPiLow = 6.123233995736766e-17;
    private const double QuarterPiHigh = 0.7853981633974483, QuarterPiLow = 3.061616997868383e-17;
    private const double PiHigh = 3.141592653589793, PiLow = 1.2246467991473532e-16;
    private const double ThreeQuartersPiHigh = 2.356194490192345, ThreeQuartersPiLow = 9.184850993605148e-17;
    private const double TangentOfEighth = 0.4142135623730951;

    // Products and quotients of numbers in these bounds neither overflow nor lose digits.
    private const double LeastRatio = 1e-140, GreatestRatio = 1e140;

    private const double TwoThirdsHigh = 0.6666666666666666, TwoThirdsLow = 3.700743415417188e-17;

    // With greater exponents every power is zero, one or infinite.
    private const double GreatPower = 1e18;

    private enum Base
    {
        E,
        Two,
        Ten,
    }
}
