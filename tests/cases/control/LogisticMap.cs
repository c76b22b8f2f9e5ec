// A value overwritten twenty times.
// point: r: 3.5, y: 0.3
// value: 0.38292828725611107
// gradient: -0.69476734732872155 -0.54903219738926845
// direction: 1 -0.5
// hvp: -127.35561507585 -576.8640881793
// The numbers are reference values in 17 digits for TBR/checkpoint stress (values overwritten).
// kink: after twenty chaotic steps differences say nothing
using System;
using DiffGen;

namespace Cases.Control;

public static partial class LogisticMap
{
    [Differentiable]
    public static double F(double r, double y)
    {
        for (int i = 0; i < 20; i++)
            y = r * y * (1 - y);
        return y;
    }
}
