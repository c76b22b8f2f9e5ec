using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// What is left of the functions after their first terms. Written by tools/fastmath_coefficients.py.
public static partial class FastMath
{
    /// <summary>(exp(r) - 1 - r) / r² for |r| up to ln(2) / 2; the absolute error is 1e-18.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ExponentialTail(Vector128<double> x)
    {
        Vector128<double> square = x * x;
        Vector128<double> even = Vector128.Create(2.0914707069612355e-09);
        even = Step(even, square, 2.7557273594799413e-07);
        even = Step(even, square, 2.480158732558584e-05);
        even = Step(even, square, 0.0013888888888883737);
        even = Step(even, square, 0.04166666666666667);
        even = Step(even, square, 0.5);
        Vector128<double> odd = Vector128.Create(2.510524515390137e-08);
        odd = Step(odd, square, 2.755725533255441e-06);
        odd = Step(odd, square, 0.00019841269874873975);
        odd = Step(odd, square, 0.00833333333332612);
        odd = Step(odd, square, 0.1666666666666667);
        return Vector128.MultiplyAddEstimate(odd, x, even);
    }

    /// <summary>(2^r - 1) / r for |r| up to 1/2; the absolute error is 1e-17.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> BinaryExponentialTail(Vector128<double> x)
    {
        Vector128<double> square = x * x;
        Vector128<double> even = Vector128.Create(4.4549605981863335e-10);
        even = Step(even, square, 1.0178062445845775e-07);
        even = Step(even, square, 1.525273382983612e-05);
        even = Step(even, square, 0.0013333558146416936);
        even = Step(even, square, 0.0555041086648216);
        even = Step(even, square, 0.6931471805599453);
        Vector128<double> odd = Vector128.Create(7.072585949269223e-09);
        odd = Step(odd, square, 1.321544258792169e-06);
        odd = Step(odd, square, 0.0001540353044173605);
        odd = Step(odd, square, 0.009618129107606888);
        odd = Step(odd, square, 0.24022650695910097);
        return Vector128.MultiplyAddEstimate(odd, x, even);
    }

    /// <summary>(log((1 + s) / (1 - s)) / s - 2) / z, z = s², for |s| up to (√2 - 1) / (√2 + 1); the absolute error is 3e-16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> LogarithmTail(Vector128<double> x)
    {
        Vector128<double> square = x * x;
        Vector128<double> even = Vector128.Create(0.1461703754879165);
        even = Step(even, square, 0.18182890556695602);
        even = Step(even, square, 0.2857142862609589);
        even = Step(even, square, 0.666666666666667);
        Vector128<double> odd = Vector128.Create(0.1533167403016786);
        odd = Step(odd, square, 0.2222221111514416);
        odd = Step(odd, square, 0.3999999999989924);
        return Vector128.MultiplyAddEstimate(odd, x, even);
    }

    /// <summary>(log((1 + s) / (1 - s)) / s - 2 - 2/3 z) / z², in the same range; the absolute error is 2e-18.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> LogarithmLaterTail(Vector128<double> x)
    {
        Vector128<double> square = x * x;
        Vector128<double> even = Vector128.Create(0.11706195689881364);
        even = Step(even, square, 0.15384594934597917);
        even = Step(even, square, 0.22222222221654733);
        even = Step(even, square, 0.4);
        Vector128<double> odd = Vector128.Create(0.11723603622905411);
        odd = Step(odd, square, 0.13334806212100603);
        odd = Step(odd, square, 0.1818181833565416);
        odd = Step(odd, square, 0.2857142857142937);
        return Vector128.MultiplyAddEstimate(odd, x, even);
    }

    /// <summary>(sin(r) / r - 1) / z, z = r², for |r| up to π/4; the absolute error is 2e-17.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> SineTail(Vector128<double> x)
    {
        Vector128<double> square = x * x;
        Vector128<double> even = Vector128.Create(-2.5051131688000297e-08);
        even = Step(even, square, -0.0001984126983675712);
        even = Step(even, square, -0.16666666666666666);
        Vector128<double> odd = Vector128.Create(1.5918117983848815e-10);
        odd = Step(odd, square, 2.755731610179909e-06);
        odd = Step(odd, square, 0.008333333333330948);
        return Vector128.MultiplyAddEstimate(odd, x, even);
    }

    /// <summary>(cos(r) - 1 + z / 2) / z², in the same range; the absolute error is 1e-18.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> CosineTail(Vector128<double> x)
    {
        Vector128<double> square = x * x;
        Vector128<double> even = Vector128.Create(2.0876146170183976e-09);
        even = Step(even, square, 2.4801587298764778e-05);
        even = Step(even, square, 0.041666666666666664);
        Vector128<double> odd = Vector128.Create(-1.1382625349447592e-11);
        odd = Step(odd, square, -2.7557317271258515e-07);
        odd = Step(odd, square, -0.0013888888888887398);
        return Vector128.MultiplyAddEstimate(odd, x, even);
    }

    /// <summary>(atan(t) / t - 1) / z, z = t², for |t| up to tan(π/8); the absolute error is 3e-17.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ArctangentTail(Vector128<double> x)
    {
        Vector128<double> square = x * x;
        Vector128<double> even = Vector128.Create(-0.0191659065063043);
        even = Step(even, square, -0.05085139148706638);
        even = Step(even, square, -0.06664504610032648);
        even = Step(even, square, -0.09090904557214267);
        even = Step(even, square, -0.1428571428466014);
        even = Step(even, square, -0.3333333333333333);
        Vector128<double> odd = Vector128.Create(0.03922268882347632);
        odd = Step(odd, square, 0.05858089538610203);
        odd = Step(odd, square, 0.0769218270524632);
        odd = Step(odd, square, 0.11111111014741562);
        odd = Step(odd, square, 0.1999999999999549);
        return Vector128.MultiplyAddEstimate(odd, x, even);
    }

    /// <summary>(asin(s) / s - 1) / z, z = s², for |s| up to 1/2; the absolute error is 1e-18.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ArcsineTail(Vector128<double> x)
    {
        Vector128<double> square = x * x;
        Vector128<double> even = Vector128.Create(-0.01924167174674304);
        even = Step(even, square, 0.0030448799094556773);
        even = Step(even, square, 0.009621842970100282);
        even = Step(even, square, 0.01396378001220357);
        even = Step(even, square, 0.02237215744350722);
        even = Step(even, square, 0.044642857142551895);
        even = Step(even, square, 0.16666666666666666);
        Vector128<double> odd = Vector128.Create(0.02961201126495512);
        odd = Step(odd, square, 0.019554513336123378);
        odd = Step(odd, square, 0.009319560794767446);
        odd = Step(odd, square, 0.011566459612121669);
        odd = Step(odd, square, 0.017352816540325496);
        odd = Step(odd, square, 0.03038194447553234);
        odd = Step(odd, square, 0.07500000000000118);
        return Vector128.MultiplyAddEstimate(odd, x, even);
    }

    /// <summary>1 / ∛m for m from 1 to 8, to 10 bits; the absolute error is 0.0007.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ReciprocalCubeRoot(Vector128<double> x)
    {
        Vector128<double> square = x * x;
        Vector128<double> even = Vector128.Create(0.00023255292024331782);
        even = Step(even, square, 0.02966307776800401);
        even = Step(even, square, 0.45596310296767584);
        even = Step(even, square, 1.5506754392599846);
        Vector128<double> odd = Vector128.Create(-6.400984040843948e-06);
        odd = Step(odd, square, -0.003550973513241211);
        odd = Step(odd, square, -0.14809827878669427);
        odd = Step(odd, square, -0.8857891930500439);
        return Vector128.MultiplyAddEstimate(odd, x, even);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Step(Vector128<double> sum, Vector128<double> x, double coefficient) =>
        Vector128.MultiplyAddEstimate(sum, x, Vector128.Create(coefficient));
}
