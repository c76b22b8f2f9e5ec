using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// Single precision by way of double precision, which leaves half a unit and a little: nothing overflows, underflows or cancels on the way.
public static partial class FastMath
{
    /// <summary><c>MathF.Exp</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x) => Lanes.Narrow(Exp(Lanes.Widen(x)));

    /// <inheritdoc cref="Exp(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) => Vector512.Create(Exp(x.GetLower()), Exp(x.GetUpper()));

    /// <summary><c>float.Exp2</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp2(Vector256<float> x) => Lanes.Narrow(Exp2(Lanes.Widen(x)));

    /// <inheritdoc cref="Exp2(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp2(Vector512<float> x) => Vector512.Create(Exp2(x.GetLower()), Exp2(x.GetUpper()));

    /// <summary><c>float.ExpM1</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ExpM1(Vector256<float> x) => Lanes.Narrow(ExpM1(Lanes.Widen(x)));

    /// <inheritdoc cref="ExpM1(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ExpM1(Vector512<float> x) => Vector512.Create(ExpM1(x.GetLower()), ExpM1(x.GetUpper()));

    /// <summary><c>MathF.Log</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x) => Lanes.Narrow(Log(Lanes.Widen(x)));

    /// <inheritdoc cref="Log(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x) => Vector512.Create(Log(x.GetLower()), Log(x.GetUpper()));

    /// <summary><c>MathF.Log2</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log2(Vector256<float> x) => Lanes.Narrow(Log2(Lanes.Widen(x)));

    /// <inheritdoc cref="Log2(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log2(Vector512<float> x) => Vector512.Create(Log2(x.GetLower()), Log2(x.GetUpper()));

    /// <summary><c>MathF.Log10</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log10(Vector256<float> x) => Lanes.Narrow(Log10(Lanes.Widen(x)));

    /// <inheritdoc cref="Log10(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log10(Vector512<float> x) => Vector512.Create(Log10(x.GetLower()), Log10(x.GetUpper()));

    /// <summary><c>float.LogP1</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LogP1(Vector256<float> x) => Lanes.Narrow(LogP1(Lanes.Widen(x)));

    /// <inheritdoc cref="LogP1(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogP1(Vector512<float> x) => Vector512.Create(LogP1(x.GetLower()), LogP1(x.GetUpper()));

    /// <summary><c>MathF.Sin</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sin(Vector256<float> x) => Lanes.Narrow(Sin(Lanes.Widen(x)));

    /// <inheritdoc cref="Sin(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sin(Vector512<float> x) => Vector512.Create(Sin(x.GetLower()), Sin(x.GetUpper()));

    /// <summary><c>MathF.Cos</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cos(Vector256<float> x) => Lanes.Narrow(Cos(Lanes.Widen(x)));

    /// <inheritdoc cref="Cos(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cos(Vector512<float> x) => Vector512.Create(Cos(x.GetLower()), Cos(x.GetUpper()));

    /// <summary><c>MathF.Tan</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tan(Vector256<float> x) => Lanes.Narrow(Tan(Lanes.Widen(x)));

    /// <inheritdoc cref="Tan(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tan(Vector512<float> x) => Vector512.Create(Tan(x.GetLower()), Tan(x.GetUpper()));

    /// <summary><c>MathF.Sinh</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sinh(Vector256<float> x) => Lanes.Narrow(Sinh(Lanes.Widen(x)));

    /// <inheritdoc cref="Sinh(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sinh(Vector512<float> x) => Vector512.Create(Sinh(x.GetLower()), Sinh(x.GetUpper()));

    /// <summary><c>MathF.Cosh</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cosh(Vector256<float> x) => Lanes.Narrow(Cosh(Lanes.Widen(x)));

    /// <inheritdoc cref="Cosh(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cosh(Vector512<float> x) => Vector512.Create(Cosh(x.GetLower()), Cosh(x.GetUpper()));

    /// <summary><c>MathF.Tanh</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x) => Lanes.Narrow(Tanh(Lanes.Widen(x)));

    /// <inheritdoc cref="Tanh(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) => Vector512.Create(Tanh(x.GetLower()), Tanh(x.GetUpper()));

    /// <summary><c>MathF.Atan</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Atan(Vector256<float> x) => Lanes.Narrow(Atan(Lanes.Widen(x)));

    /// <inheritdoc cref="Atan(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Atan(Vector512<float> x) => Vector512.Create(Atan(x.GetLower()), Atan(x.GetUpper()));

    /// <summary><c>MathF.Asin</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Asin(Vector256<float> x) => Lanes.Narrow(Asin(Lanes.Widen(x)));

    /// <inheritdoc cref="Asin(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Asin(Vector512<float> x) => Vector512.Create(Asin(x.GetLower()), Asin(x.GetUpper()));

    /// <summary><c>MathF.Acos</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Acos(Vector256<float> x) => Lanes.Narrow(Acos(Lanes.Widen(x)));

    /// <inheritdoc cref="Acos(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Acos(Vector512<float> x) => Vector512.Create(Acos(x.GetLower()), Acos(x.GetUpper()));

    /// <summary><c>MathF.Cbrt</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cbrt(Vector256<float> x) => Lanes.Narrow(Cbrt(Lanes.Widen(x)));

    /// <inheritdoc cref="Cbrt(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cbrt(Vector512<float> x) => Vector512.Create(Cbrt(x.GetLower()), Cbrt(x.GetUpper()));

    /// <summary><c>MathF.Atan2</c> of each pair of lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Atan2(Vector256<float> y, Vector256<float> x) => Lanes.Narrow(Atan2(Lanes.Widen(y), Lanes.Widen(x)));

    /// <inheritdoc cref="Atan2(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Atan2(Vector512<float> y, Vector512<float> x) =>
        Vector512.Create(Atan2(y.GetLower(), x.GetLower()), Atan2(y.GetUpper(), x.GetUpper()));

    /// <summary><c>MathF.Pow</c> of each pair of lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Pow(Vector256<float> x, Vector256<float> y) => Lanes.Narrow(Pow(Lanes.Widen(x), Lanes.Widen(y)));

    /// <inheritdoc cref="Pow(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Pow(Vector512<float> x, Vector512<float> y) =>
        Vector512.Create(Pow(x.GetLower(), y.GetLower()), Pow(x.GetUpper(), y.GetUpper()));

    /// <summary><c>MathF.SinCos</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<float> Sin, Vector256<float> Cos) SinCos(Vector256<float> x)
    {
        (Vector512<double> sine, Vector512<double> cosine) = SinCos(Lanes.Widen(x));
        return (Lanes.Narrow(sine), Lanes.Narrow(cosine));
    }

    /// <inheritdoc cref="SinCos(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> Sin, Vector512<float> Cos) SinCos(Vector512<float> x)
    {
        (Vector256<float> lowerSine, Vector256<float> lowerCosine) = SinCos(x.GetLower());
        (Vector256<float> upperSine, Vector256<float> upperCosine) = SinCos(x.GetUpper());
        return (Vector512.Create(lowerSine, upperSine), Vector512.Create(lowerCosine, upperCosine));
    }
}
