namespace DiffGen.Generator.Ir;

/// <summary>A literal: numbers by their bits (so −0 differs from 0 and NaN equals itself), opaque literals (strings, enum members, null, default) by their C# text.</summary>
/// <param name="Bits">IEEE bits of a double or float, or the sign-extended integer, char code, or 0/1.</param>
/// <param name="Text">C# text of an opaque literal; empty otherwise.</param>
internal sealed record Constant(ScalarKind Kind, long Bits, string Text)
{
    public static Constant Of(double value) => new(ScalarKind.F64, System.BitConverter.DoubleToInt64Bits(value), "");

    public static Constant Of(float value) => new(ScalarKind.F32, SingleBits.ToInt32(value), "");

    public static Constant Of(bool value) => new(ScalarKind.Bool, value ? 1 : 0, "");

    public static Constant Of(int value) => new(ScalarKind.I32, value, "");

    public static Constant OfInteger(ScalarKind kind, long bits) => new(kind, bits, "");

    public static Constant Opaque(string text) => new(ScalarKind.Bool, 0, text);

    public bool IsOpaque => Text.Length > 0;

    /// <summary>The value of a floating-point constant, exactly.</summary>
    public double AsDouble => Kind == ScalarKind.F32 ? SingleBits.ToSingle((int)Bits) : System.BitConverter.Int64BitsToDouble(Bits);
}
