// Methods that are known to carry no derivative, static and of an object, with active arguments.
// point: x: [0.3, -3.2, 2.1], log: new InactiveMethods.Log()
using System;
using System.Collections.Generic;
using DiffGen;

namespace Cases.Inactive;

public static partial class InactiveMethods
{
    public sealed class Log
    {
        private readonly List<string> _lines = [];

        [NoDerivative]
        public void Write(string message, params object[] values) => _lines.Add(string.Format(message, values));
    }

    [NoDerivative]
    private static double Scale(double x) => Math.Round(x) + 1;

    [Differentiable]
    public static double F(double[] x, Log log)
    {
        double y = 0;
        for (int i = 0; i < x.Length; i++)
        {
            log.Write("{0} {1}", i, x[i]);
            y += x[i] * Scale(x[i]);
            x[i] *= y;
            if (Math.Abs(y) < 1)
                log.Write($"small: {y}");
        }
        return y * x[^1];
    }
}
