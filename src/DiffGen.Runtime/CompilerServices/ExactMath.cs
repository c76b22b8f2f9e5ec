using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DiffGen.CompilerServices;

/// <summary>Functions of many numbers, each with the bits that the function of one number gives. For generated code.</summary>
/// <remarks>A type parameter <c>TLanes</c> is <c>double</c>, <c>float</c>, or a vector of either.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class ExactMath
{
    private interface IUnary
    {
        static abstract double Of(double x);

        static abstract float Of(float x);
    }

    private interface IBinary
    {
        static abstract double Of(double x, double y);

        static abstract float Of(float x, float y);
    }

    private interface ITernary
    {
        static abstract double Of(double x, double y, double z);

        static abstract float Of(float x, float y, float z);
    }

    private interface IQuestion
    {
        static abstract bool Of(double x);

        static abstract bool Of(float x);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TLanes Map<TLanes, TFunction>(TLanes x)
        where TLanes : struct
        where TFunction : IUnary
    {
        TLanes result = default;
        for (int lane = 0; lane < Lanes.Width<TLanes>(); lane++)
        {
            if (Lanes.IsSingle<TLanes>())
                Single(ref result, lane) = TFunction.Of(Single(ref x, lane));
            else
                Double(ref result, lane) = TFunction.Of(Double(ref x, lane));
        }
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TLanes Map<TLanes, TFunction>(TLanes x, TLanes y)
        where TLanes : struct
        where TFunction : IBinary
    {
        TLanes result = default;
        for (int lane = 0; lane < Lanes.Width<TLanes>(); lane++)
        {
            if (Lanes.IsSingle<TLanes>())
                Single(ref result, lane) = TFunction.Of(Single(ref x, lane), Single(ref y, lane));
            else
                Double(ref result, lane) = TFunction.Of(Double(ref x, lane), Double(ref y, lane));
        }
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TLanes Map<TLanes, TFunction>(TLanes x, TLanes y, TLanes z)
        where TLanes : struct
        where TFunction : ITernary
    {
        TLanes result = default;
        for (int lane = 0; lane < Lanes.Width<TLanes>(); lane++)
        {
            if (Lanes.IsSingle<TLanes>())
                Single(ref result, lane) = TFunction.Of(Single(ref x, lane), Single(ref y, lane), Single(ref z, lane));
            else
                Double(ref result, lane) = TFunction.Of(Double(ref x, lane), Double(ref y, lane), Double(ref z, lane));
        }
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TLanes Where<TLanes, TQuestion>(TLanes x)
        where TLanes : struct
        where TQuestion : IQuestion
    {
        TLanes result = default;
        for (int lane = 0; lane < Lanes.Width<TLanes>(); lane++)
        {
            if (Lanes.IsSingle<TLanes>())
                Unsafe.As<float, int>(ref Single(ref result, lane)) = TQuestion.Of(Single(ref x, lane)) ? -1 : 0;
            else
                Unsafe.As<double, long>(ref Double(ref result, lane)) = TQuestion.Of(Double(ref x, lane)) ? -1 : 0;
        }
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref double Double<TLanes>(ref TLanes lanes, int lane)
        where TLanes : struct
        => ref Unsafe.Add(ref Unsafe.As<TLanes, double>(ref lanes), lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref float Single<TLanes>(ref TLanes lanes, int lane)
        where TLanes : struct
        => ref Unsafe.Add(ref Unsafe.As<TLanes, float>(ref lanes), lane);
}
