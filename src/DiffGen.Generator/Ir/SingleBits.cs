using System.Runtime.InteropServices;

namespace DiffGen.Generator.Ir;

/// <summary>Reinterprets a float as its bits; netstandard2.0 has this for double only.</summary>
internal static class SingleBits
{
    [StructLayout(LayoutKind.Explicit)]
    private struct Union
    {
        [FieldOffset(0)]
        public float Single;

        [FieldOffset(0)]
        public int Int32;
    }

    public static int ToInt32(float value) => new Union { Single = value }.Int32;

    public static float ToSingle(int bits) => new Union { Int32 = bits }.Single;
}
