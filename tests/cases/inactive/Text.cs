// Text made of active values decides a branch.
// point: x: 12.5
using System;
using System.Globalization;
using DiffGen;

namespace Cases.Inactive;

public static partial class Text
{
    [Differentiable]
    public static double F(double x)
    {
        string text = x.ToString("F1", CultureInfo.InvariantCulture) + "|" + x;
        text += string.Format(CultureInfo.InvariantCulture, "{0:E2}", x * x);
        return text.Length > 3 && !string.IsNullOrEmpty($"{x}") ? x * x : -x;
    }
}
