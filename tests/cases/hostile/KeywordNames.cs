// Verbatim identifiers that are keywords.
// point: @class: 1.5, @int: 0.5
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class KeywordNames
{
    [Differentiable]
    public static double F(double @class, double @int)
    {
        double @return = @class * @int;
        double @double = @return * @class;
        return @double + @int;
    }
}
