// The log-density of Student's t with location and scale, derivative in the degrees of freedom included.
// point: x: 1.3, freedom: 4.5, location: 0.2, scale: 0.8
// value: -1.7154924967199403
// gradient: -1.4792176039119804, 0.017482092811663146, 1.4792176039119804, 0.78392420537897311
// within: 1e-10
// point: x: -20.0, freedom: 250.0, location: 0.2, scale: 3.8
// value: -15.694288971869552
// gradient: 1.2618590158385681, -0.0025601203921174571, -1.2618590158385681, 6.4446189789313355
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class StudentLogDensity
{
    [Differentiable]
    public static double F(double x, double freedom, double location = 0.0, double scale = 1.0)
    {
        double z = (x - location) / scale;
        return SpecialFunctions.LogGamma((freedom + 1) / 2) - SpecialFunctions.LogGamma(freedom / 2)
            - (0.5 * Math.Log(freedom * Math.PI)) - Math.Log(scale) - ((freedom + 1) / 2 * double.LogP1(z * z / freedom));
    }

    internal static partial class SpecialFunctions
    {
        private static readonly double[] Coefficients = [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360360.0, 1.0 / 156.0];

        [Differentiable]
        public static double LogGamma(double z)
        {
            double correction = 0.0;
            for (; z < 14.0; z++)
                correction -= Math.Log(z);
            double inverse = 1.0 / z, power = inverse, sum = 0.0;
            for (int i = 0; i < Coefficients.Length; i++, power *= inverse * inverse)
                sum += Coefficients[i] * power;
            return ((z - 0.5) * Math.Log(z)) - z + (Math.Log(2.0 * Math.PI) / 2.0) + sum + correction;
        }
    }
}
