"""Writes anew the results in tests/DiffGen.Runtime.Tests/Mathematics/reference.txt, for the arguments found there. Needs mpmath.

A line holds the name of a function, its arguments, the exact result rounded to a double, and what rounding took from it in
units of its last place. To add a point, add a line that ends after the arguments.
"""
import math
import pathlib

from mpmath import acos, asin, atan, atan2, cbrt, cos, cosh, exp, expm1, log, log1p, mp, mpf, power, sin, sinh, tan, tanh

mp.dps = 60
REFERENCE = pathlib.Path(__file__).parent.parent / "tests/DiffGen.Runtime.Tests/Mathematics/reference.txt"

FUNCTIONS = {
    "Exp": exp,
    "Exp2": lambda x: power(2, x),
    "ExpM1": expm1,
    "Log": log,
    "Log2": lambda x: log(x) / log(2),
    "Log10": lambda x: log(x) / log(10),
    "LogP1": log1p,
    "Sin": sin,
    "Cos": cos,
    "Tan": tan,
    "Sinh": sinh,
    "Cosh": cosh,
    "Tanh": tanh,
    "Atan": atan,
    "Asin": asin,
    "Acos": acos,
    "Cbrt": lambda x: cbrt(abs(x)) * (-1 if x < 0 else 1),
    "Atan2": atan2,
    "Pow": power,
}


def units(value, rounded):
    return float((value - mpf(rounded)) / mpf(math.ulp(rounded)))


if __name__ == "__main__":
    lines = []
    for line in REFERENCE.read_text().splitlines():
        name, *words = line.split()
        arguments = words[: 2 if name in ("Atan2", "Pow") else 1]
        value = FUNCTIONS[name](*(mpf(float(word)) for word in arguments))
        rounded = float(value)
        lines.append(f"{name} {' '.join(arguments)} {rounded!r} {units(value, rounded):.4f}\n")
    REFERENCE.write_text("".join(lines))
