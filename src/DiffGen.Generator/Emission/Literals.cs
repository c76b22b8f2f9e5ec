using System;
using System.Globalization;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>C# text of constants. Reading it back gives the same bits, whatever the culture.</summary>
internal static class Literals
{
    private const long CanonicalNaN = unchecked((long)0xFFF8000000000000);
    private const int CanonicalSingleNaN = unchecked((int)0xFFC00000);

    public static Code Print(Constant value)
    {
        if (value.IsOpaque)
            return Code.Foreign(value.Text);
        return value.Kind switch
        {
            ScalarKind.F64 => Double(value.Bits),
            ScalarKind.F32 => Single((int)value.Bits),
            ScalarKind.Bool => Code.Primary(value.Bits != 0 ? "true" : "false"),
            ScalarKind.Char => Code.Primary(Character((char)value.Bits)),
            ScalarKind.I32 when value.Bits == int.MinValue => Code.Primary("int.MinValue"),
            ScalarKind.I64 when value.Bits == long.MinValue => Code.Primary("long.MinValue"),
            ScalarKind.I32 => Signed(value.Bits.ToString(CultureInfo.InvariantCulture)),
            ScalarKind.I64 => Signed(value.Bits.ToString(CultureInfo.InvariantCulture) + "L"),
            ScalarKind.U32 => Code.Primary(((uint)value.Bits).ToString(CultureInfo.InvariantCulture) + "U"),
            ScalarKind.U64 => Code.Primary(((ulong)value.Bits).ToString(CultureInfo.InvariantCulture) + "UL"),
            ScalarKind.I8 => Small("sbyte", value.Bits),
            ScalarKind.U8 => Small("byte", value.Bits),
            ScalarKind.INative => Small("nint", value.Bits),
            ScalarKind.UNative => Small("nuint", value.Bits),
            ScalarKind.I16 => Small("short", value.Bits),
            _ => Small("ushort", value.Bits),
        };
    }

    private static Code Double(long bits)
    {
        double value = BitConverter.Int64BitsToDouble(bits);
        if (double.IsNaN(value))
        {
            return Code.Primary(bits == CanonicalNaN
                ? "double.NaN"
                : $"global::System.BitConverter.Int64BitsToDouble({bits.ToString(CultureInfo.InvariantCulture)}L)");
        }
        if (double.IsInfinity(value))
            return Code.Primary(value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity");
        return Signed(WithPoint(Digits(bits < 0 ? -value : value), bits < 0));
    }

    private static Code Single(int bits)
    {
        float value = SingleBits.ToSingle(bits);
        if (float.IsNaN(value))
        {
            return Code.Primary(bits == CanonicalSingleNaN
                ? "float.NaN"
                : $"global::System.BitConverter.Int32BitsToSingle({bits.ToString(CultureInfo.InvariantCulture)})");
        }
        if (float.IsInfinity(value))
            return Code.Primary(value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity");
        return Signed((bits < 0 ? "-" : "") + Digits(bits < 0 ? -value : value) + "f");
    }

    private static string WithPoint(string digits, bool negative) =>
        (negative ? "-" : "") + (digits.IndexOf('.') < 0 && digits.IndexOf('E') < 0 ? digits + ".0" : digits);

    // The fewest of 15 to 17 (6 to 9) digits that read back exactly: the same text on every host of the compiler.
    private static string Digits(double value)
    {
        for (int precision = 15; precision < 17; precision++)
        {
            string text = value.ToString("G" + precision, CultureInfo.InvariantCulture);
            if (double.Parse(text, CultureInfo.InvariantCulture) == value)
                return text;
        }
        return value.ToString("G17", CultureInfo.InvariantCulture);
    }

    private static string Digits(float value)
    {
        for (int precision = 6; precision < 9; precision++)
        {
            string text = value.ToString("G" + precision, CultureInfo.InvariantCulture);
            if (float.Parse(text, CultureInfo.InvariantCulture) == value)
                return text;
        }
        return value.ToString("G9", CultureInfo.InvariantCulture);
    }

    private static Code Signed(string text) => new(text, text[0] == '-' ? Binding.Unary : Binding.Primary);

    private static Code Small(string type, long bits) =>
        new($"({type}){(bits < 0 ? "(" : "")}{bits.ToString(CultureInfo.InvariantCulture)}{(bits < 0 ? ")" : "")}", Binding.Unary);

    private static string Character(char c) => c switch
    {
        '\'' => @"'\''",
        '\\' => @"'\\'",
        >= ' ' and < (char)127 => $"'{c}'",
        _ => $@"'\u{(int)c:x4}'",
    };
}
