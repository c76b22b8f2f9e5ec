using System;
using DiffGen;

namespace DiffGen.ObjectPrograms;

public partial class Filter
{
    private double _a;
    private double _state;
    private readonly double[] _taps;

    [NoDerivative]
    private int _count;

    public Filter(double a, double[] taps)
    {
        _a = a;
        _taps = taps;
    }

    public int Count => _count;

    public double State => _state;

    [Differentiable]
    public double Next(double x)
    {
        _count++;
        for (int i = _taps.Length - 1; i > 0; i--)
            _taps[i] = _taps[i - 1] * _a;
        _taps[0] = x;
        _state = _a * _state * _state + (1 - _a) * Math.Sin(x * _taps[_taps.Length - 1]);
        return _state;
    }

    [Differentiable]
    public double Run(double[] input)
    {
        double sum = 0;
        for (int i = 0; i < input.Length; i++)
        {
            if (input[i] > 10)
                continue;
            sum += Next(input[i]) * _state;
        }
        return sum;
    }
}

public static class Probe
{
    public static void Run()
    {
        ObjectCheck.Gradient(typeof(Filter), "Next", () => [0.7, new Filter(0.4, [1, 2, 3])]);
        ObjectCheck.Gradient(typeof(Filter), "Run", () => [new double[] { 0.5, 1.5, 11, -0.3, 0.8, 0.1 }, new Filter(0.4, [1, 2, 3])]);
    }
}
