// Fits the Michaelis-Menten law v = Vm * c / (K + c) to the treated Puromycin data of Bates & Watts by Gauss-Newton.
using System;
using DiffGen;

double[] concentration = [0.02, 0.02, 0.06, 0.06, 0.11, 0.11, 0.22, 0.22, 0.56, 0.56, 1.10, 1.10];
double[] velocity = [76, 47, 97, 107, 123, 139, 159, 152, 191, 201, 207, 200];

double vm = 200, k = 0.1;
for (int step = 1; step <= 10; step++)
{
    double a = 0, b = 0, c = 0, p = 0, q = 0, squares = 0;
    for (int i = 0; i < velocity.Length; i++)
    {
        // The rate and its exact derivatives, from the method that DiffGen wrote beside Kinetics.Rate.
        (double rate, (double dVm, double dK)) = Kinetics.RateValueAndGradient(vm, k, concentration[i]);
        double residual = velocity[i] - rate;
        (a, b, c) = (a + dVm * dVm, b + dVm * dK, c + dK * dK);
        (p, q, squares) = (p + dVm * residual, q + dK * residual, squares + residual * residual);
    }
    double determinant = a * c - b * b;
    (vm, k) = (vm + (c * p - b * q) / determinant, k + (a * q - b * p) / determinant);
    Console.WriteLine(FormattableString.Invariant($"step {step,2}: Vm {vm:F1}  K {k:F4}  sum of squares {squares:F1}"));
}
return Math.Abs(vm - 212.7) < 0.05 && Math.Abs(k - 0.0641) < 0.00005 ? 0 : 1;

internal static partial class Kinetics
{
    [Differentiable]
    public static double Rate(double vm, double k, [NoDerivative] double c) => vm * c / (k + c);
}
