using System;
using System.Numerics;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>The arithmetic of C# on constants, exactly.</summary>
internal static class ConstantArithmetic
{
    /// <summary>The constant result, or null where it is unknown, differs between machines, or the operation would throw.</summary>
    public static Constant? Apply(string primitive, ScalarKind kind, Constant[] arguments, bool isChecked)
    {
        var first = arguments[0];
        if (primitive == "convert")
            return Convert(first, kind, isChecked);
        if (IsFloat(first.Kind))
            return arguments.Length == 2 ? OnFloats(primitive, first, arguments[1]) : arguments.Length == 1 ? OnFloat(primitive, first) : null;
        if (first.Kind == ScalarKind.Bool)
            return OnBooleans(primitive, first, arguments);
        return arguments.Length == 2 ? OnIntegers(primitive, first, arguments[1], isChecked) : OnInteger(primitive, first, isChecked);
    }

    private static bool IsFloat(ScalarKind kind) => kind is ScalarKind.F64 or ScalarKind.F32;

    // Sums, products, quotients and roots of floats are the correctly rounded ones of doubles, rounded.
    private static Constant Float(ScalarKind kind, double value) => kind == ScalarKind.F32 ? Constant.Of((float)value) : Constant.Of(value);

    private static Constant? OnFloats(string primitive, Constant a, Constant b)
    {
        double x = a.AsDouble, y = b.AsDouble;
        return primitive switch
        {
            "add" => Float(a.Kind, x + y),
            "sub" => Float(a.Kind, x - y),
            "mul" => Float(a.Kind, x * y),
            "div" => Float(a.Kind, x / y),
            "rem" => Float(a.Kind, x % y),
            "lt" => Constant.Of(x < y),
            "le" => Constant.Of(x <= y),
            "gt" => Constant.Of(x > y),
            "ge" => Constant.Of(x >= y),
            "eq" => Constant.Of(x == y),
            "ne" => Constant.Of(x != y),
            _ => null,
        };
    }

    private static Constant? OnFloat(string primitive, Constant a) => primitive switch
    {
        "neg" => Float(a.Kind, -a.AsDouble),
        "Abs" => Float(a.Kind, Math.Abs(a.AsDouble)),
        "Sqrt" => Float(a.Kind, Math.Sqrt(a.AsDouble)),
        _ => null,
    };

    private static Constant? OnBooleans(string primitive, Constant first, Constant[] arguments)
    {
        bool a = first.Bits != 0;
        if (arguments.Length == 1)
            return primitive == "not" ? Constant.Of(!a) : null;
        bool b = arguments[1].Bits != 0;
        return primitive switch
        {
            "and" => Constant.Of(a & b),
            "or" => Constant.Of(a | b),
            "xor" or "ne" => Constant.Of(a ^ b),
            "eq" => Constant.Of(a == b),
            _ => null,
        };
    }

    private static Constant? OnInteger(string primitive, Constant a, bool isChecked) => primitive switch
    {
        "neg" => Integer(a.Kind, -Value(a), isChecked),
        "complement" => Integer(a.Kind, -Value(a) - 1, isChecked: false),
        _ => null,
    };

    private static Constant? OnIntegers(string primitive, Constant a, Constant b, bool isChecked)
    {
        BigInteger x = Value(a), y = Value(b);
        int count = (int)(b.Bits & (IsWide(a.Kind) ? 63 : 31));
        return primitive switch
        {
            "add" => Integer(a.Kind, x + y, isChecked),
            "sub" => Integer(a.Kind, x - y, isChecked),
            "mul" => Integer(a.Kind, x * y, isChecked),
            // What does not fit throws, also unchecked.
            "div" => y.IsZero ? null : Integer(a.Kind, BigInteger.Divide(x, y), isChecked: true),
            "rem" => y.IsZero || y == BigInteger.MinusOne ? null : Integer(a.Kind, BigInteger.Remainder(x, y), isChecked: true),
            "max" => Integer(a.Kind, BigInteger.Max(x, y), isChecked: false),
            "and" => Integer(a.Kind, x & y, isChecked: false),
            "or" => Integer(a.Kind, x | y, isChecked: false),
            "xor" => Integer(a.Kind, x ^ y, isChecked: false),
            "shl" => Integer(a.Kind, x << count, isChecked: false),
            "shr" => Integer(a.Kind, x >> count, isChecked: false),
            "lt" => Constant.Of(x < y),
            "le" => Constant.Of(x <= y),
            "gt" => Constant.Of(x > y),
            "ge" => Constant.Of(x >= y),
            "eq" => Constant.Of(x == y),
            "ne" => Constant.Of(x != y),
            _ => null,
        };
    }

    private static Constant? Convert(Constant value, ScalarKind kind, bool isChecked)
    {
        if (value.Kind == kind)
            return value;
        if (value.Kind == ScalarKind.Bool || kind == ScalarKind.Bool)
            return null;
        if (IsFloat(value.Kind) && IsFloat(kind))
            return Float(kind, value.AsDouble);
        if (IsFloat(kind))
            return FromInteger(value, kind);
        if (!IsFloat(value.Kind))
            return Integer(kind, Value(value), isChecked);
        // Out of range the result is unspecified.
        double whole = Math.Truncate(value.AsDouble);
        return double.IsNaN(whole) || double.IsInfinity(whole) ? null : Integer(kind, new BigInteger(whole), isChecked: true);
    }

    // Beyond 2^53 a float would be rounded twice.
    private static Constant? FromInteger(Constant value, ScalarKind kind)
    {
        var exact = Value(value);
        return BigInteger.Abs(exact) > (1L << 53) ? null : Float(kind, (double)(long)exact);
    }

    private static BigInteger Value(Constant constant) => constant.Kind == ScalarKind.U64 ? (ulong)constant.Bits : constant.Bits;

    private static Constant? Integer(ScalarKind kind, BigInteger value, bool isChecked)
    {
        // What does not fit into 32 bits depends on the machine.
        if (kind is ScalarKind.INative or ScalarKind.UNative)
            return value >= (kind == ScalarKind.INative ? int.MinValue : 0) && value <= int.MaxValue ? Constant.OfInteger(kind, (long)value) : null;
        int width = Width(kind);
        bool isSigned = kind is ScalarKind.I8 or ScalarKind.I16 or ScalarKind.I32 or ScalarKind.I64;
        var modulus = BigInteger.One << width;
        var low = isSigned ? -(modulus >> 1) : BigInteger.Zero;
        var wrapped = low + Modulo(value - low, modulus);
        if (isChecked && wrapped != value)
            return null;
        return Constant.OfInteger(kind, kind == ScalarKind.U64 ? unchecked((long)(ulong)wrapped) : (long)wrapped);
    }

    private static BigInteger Modulo(BigInteger value, BigInteger modulus)
    {
        var remainder = BigInteger.Remainder(value, modulus);
        return remainder.Sign < 0 ? remainder + modulus : remainder;
    }

    private static bool IsWide(ScalarKind kind) => Width(kind) == 64;

    private static int Width(ScalarKind kind) => kind switch
    {
        ScalarKind.I8 or ScalarKind.U8 => 8,
        ScalarKind.I16 or ScalarKind.U16 or ScalarKind.Char => 16,
        ScalarKind.I32 or ScalarKind.U32 => 32,
        _ => 64,
    };
}
