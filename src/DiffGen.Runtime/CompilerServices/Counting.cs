using System;
using System.ComponentModel;

namespace DiffGen.CompilerServices;

/// <summary>How often loops run. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Counting
{
    /// <summary>
    /// The number of iterations of <c>for (int i = start; i &lt; end; i += step)</c>; as many as there are where no end is in sight, because the step is zero or leads away.
    /// </summary>
    public static int Trips(int start, int end, int step) => Trips((long)end - start, step);

    /// <summary>The number of iterations of <c>for (int i = start; i &lt;= end; i += step)</c>, in the same way.</summary>
    public static int TripsThrough(int start, int end, int step) => Trips((long)end - start + 1, step);

    private static int Trips(long span, int step) => span <= 0 ? 0 : step <= 0 ? int.MaxValue : (int)Math.Min((span + step - 1) / step, int.MaxValue);
}
