"""Writes src/DiffGen.Runtime/CompilerServices/FastMath.Polynomials.cs, and the constants of its neighbours to standard error. Needs mpmath.

Each polynomial approximates what is left of a function after its first terms, so that its absolute error is as good as a
relative one. It interpolates the function at Chebyshev nodes, which is within a small factor of the best approximation.
"""
import sys

from mpmath import asin, atan, cbrt, chebyfit, cos, exp, floor, ldexp, log, mp, mpf, pi, polyval, sin, sqrt

mp.dps = 60
TINY = mpf(2) ** -90


def away_from_zero(function):
    """The same function where its formula divides by zero: at a neighbour, as it is smooth."""
    return lambda x: function(x if abs(x) > TINY else TINY)


def log_series(s):
    """log((1 + s) / (1 - s)) / s, whose Taylor series is 2 + 2/3 s^2 + 2/5 s^4 + ..."""
    return log((1 + s) / (1 - s)) / s


POLYNOMIALS = [
    # name, what it is in C# terms, function, from, to, number of coefficients
    ("ExponentialTail", "(exp(r) - 1 - r) / r² for |r| up to ln(2) / 2", lambda r: (exp(r) - 1 - r) / r**2, -0.3467, 0.3467, 11),
    ("BinaryExponentialTail", "(2^r - 1) / r for |r| up to 1/2", lambda r: (2**r - 1) / r, -0.5, 0.5, 11),
    ("LogarithmTail", "(log((1 + s) / (1 - s)) / s - 2) / z, z = s², for |s| up to (√2 - 1) / (√2 + 1)", lambda z: (log_series(sqrt(z)) - 2) / z, 0, 0.02945, 7),
    ("LogarithmLaterTail", "(log((1 + s) / (1 - s)) / s - 2 - 2/3 z) / z², in the same range", lambda z: (log_series(sqrt(z)) - 2 - 2 * z / 3) / z**2, 0, 0.02945, 8),
    ("SineTail", "(sin(r) / r - 1) / z, z = r², for |r| up to π/4", lambda z: (sin(sqrt(z)) / sqrt(z) - 1) / z, 0, 0.6169, 6),
    ("CosineTail", "(cos(r) - 1 + z / 2) / z², in the same range", lambda z: (cos(sqrt(z)) - 1 + z / 2) / z**2, 0, 0.6169, 6),
    ("ArctangentTail", "(atan(t) / t - 1) / z, z = t², for |t| up to tan(π/8)", lambda z: (atan(sqrt(z)) / sqrt(z) - 1) / z, 0, 0.1717, 11),
    ("ArcsineTail", "(asin(s) / s - 1) / z, z = s², for |s| up to 1/2", lambda z: (asin(sqrt(z)) / sqrt(z) - 1) / z, 0, 0.25, 14),
    ("ReciprocalCubeRoot", "1 / ∛m for m from 1 to 8, to 10 bits", lambda m: 1 / cbrt(m), 1, 8, 8),
]

CONSTANTS = [
    # name, value, bits of each part; the last part takes what is left
    ("Ln2", log(2), [42]),
    ("HalfPi", pi / 2, [33, 33, 33]),
    ("HalfPi (two parts)", pi / 2, [53]),
    ("QuarterPi (two parts)", pi / 4, [53]),
    ("ThreeQuartersPi (two parts)", 3 * pi / 4, [53]),
    ("Pi (two parts)", pi, [53]),
    ("Log2E", 1 / log(2), [21]),
    ("Log10E", 1 / log(10), [21]),
    ("Log10Of2", log(2) / log(10), [42]),
    ("TwoThirds", mpf(2) / 3, [53]),
    ("TwoOverPi", 2 / pi, []),
]


def parts(value, bits):
    for count in bits:
        exponent = int(floor(log(abs(value), 2)))
        scale = count - 1 - exponent
        part = ldexp(mp.nint(ldexp(value, scale)), -scale)
        yield float(part)
        value -= part
    yield float(value)


def write_polynomial(name, meaning, function, low, high, count):
    coefficients, error = chebyfit(away_from_zero(function), [mpf(low), mpf(high)], count, error=True)
    texts = [repr(float(coefficient)) for coefficient in reversed(coefficients)]
    print(f"    /// <summary>{meaning}; the absolute error is {float(error):.1g}.</summary>")
    print("    [MethodImpl(MethodImplOptions.AggressiveInlining)]")
    print(f"    private static Vector512<double> {name}(Vector512<double> x)")
    print("    {")
    print("        Vector512<double> square = x * x;")
    for parity, variable in ((0, "even"), (1, "odd")):
        powers = list(range(parity, count, 2))[::-1]
        print(f"        Vector512<double> {variable} = Vector512.Create({texts[powers[0]]});")
        for power in powers[1:]:
            print(f"        {variable} = Step({variable}, square, {texts[power]});")
    print("        return Vector512.MultiplyAddEstimate(odd, x, even);")
    print("    }")


if __name__ == "__main__":
    print("using System.Runtime.CompilerServices;")
    print("using System.Runtime.Intrinsics;")
    print()
    print("namespace DiffGen.CompilerServices;")
    print()
    print("// What is left of the functions after their first terms. Written by tools/fastmath_coefficients.py.")
    print("public static partial class FastMath")
    print("{")
    for polynomial in POLYNOMIALS:
        write_polynomial(*polynomial)
        print()
    print("    [MethodImpl(MethodImplOptions.AggressiveInlining)]")
    print("    private static Vector512<double> Step(Vector512<double> sum, Vector512<double> x, double coefficient) =>")
    print("        Vector512.MultiplyAddEstimate(sum, x, Vector512.Create(coefficient));")
    print("}")
    for name, value, bits in CONSTANTS:
        print(f"// {name}: {', '.join(repr(part) for part in parts(value, bits))}", file=sys.stderr)
