using System;
using DiffGen;

namespace DiffGen.ObjectPrograms;

public partial struct Spring
{
    public double K;
    public double Rest;

    [Differentiable]
    public readonly double Energy(double x) => 0.5 * K * (x - Rest) * (x - Rest);

    [Differentiable]
    public void Age(double by)
    {
        K *= 1 - by;
        Rest += by * K;
    }
}

public static class Probe
{
    public static void Run()
    {
        var spring = new Spring { K = 3, Rest = 0.5 };
        (double x, Spring d) = spring.EnergyGradient(2);
        ObjectCheck.Equal(4.5, x);
        ObjectCheck.Equal(1.125, d.K);
        ObjectCheck.Equal(-4.5, d.Rest);
        ObjectCheck.Equal(4.5, spring.EnergyGradient(2).x);
        ObjectCheck.Equal(1.125, spring.EnergyGradient(2).Spring.K);
        (double value, double tangent) = spring.EnergyJvp(2, 1, new Spring { K = 1 });
        ObjectCheck.Equal(3.375, value);
        ObjectCheck.Equal(4.5 + 1.125, tangent);
        ObjectCheck.Gradient(typeof(Spring), "Energy", () => [2.0, new Spring { K = 3, Rest = 0.5 }]);
        var aged = new Spring { K = 3, Rest = 0.5 };
        var da = new Spring { K = 1, Rest = 1 };
        double by = aged.AgeVjp(0.1, ref da);
        ObjectCheck.Equal(2.7, aged.K);
        ObjectCheck.Equal(0.77, aged.Rest);
        ObjectCheck.Equal(-3 + 2.7 - 0.3, by);
        ObjectCheck.Equal(0.9 * 1.1, da.K);
    }
}
