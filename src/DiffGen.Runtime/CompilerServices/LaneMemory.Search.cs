using System;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// What each lane has found of what a loop looks for.
public static partial class LaneMemory
{
    /// <summary>The number of the lane with the greatest value; of several, of that with the smallest place. Lane 0 where no value is a number.</summary>
    public static int LaneOfGreatest(Vector512<double> values, Vector512<double> places)
    {
        int best = 0;
        for (int lane = 1; lane < 8; lane++)
        {
            if (values[lane] > values[best] || (values[lane] == values[best] && places[lane] < places[best]))
                best = lane;
        }
        return best;
    }

    /// <summary>The number of the lane with the least value; of several, of that with the smallest place. Lane 0 where no value is a number.</summary>
    public static int LaneOfLeast(Vector512<double> values, Vector512<double> places) => LaneOfGreatest(-values, places);

    /// <summary>Whether what the best lane has found was found twice: it says so itself, or another lane that has taken anything has the same. What is no number
    /// counts as found twice wherever it is.</summary>
    /// <param name="best">The number of the best lane.</param>
    /// <param name="places">Where each lane has taken its value from; infinite where it has taken none.</param>
    /// <param name="shared">Whether a lane has found its value twice, or one that is no number.</param>
    /// <param name="values">What each lane has found.</param>
    public static bool IsShared(int best, Vector512<double> places, Vector512<double> shared, Vector512<double> values)
    {
        for (int lane = 0; lane < 8; lane++)
        {
            bool isAsGood = values[lane] == values[best] || double.IsNaN(values[lane]);
            if (isAsGood && (ConditionOfLane(lane, shared) || (lane != best && double.IsFinite(places[lane]))))
                return true;
        }
        return false;
    }

    /// <summary>The number that a lane has.</summary>
    public static double NumberOfLane(int lane, Vector512<double> values) => values[lane];

    /// <summary>The integer that a lane has.</summary>
    public static int IntegerOfLane(int lane, Vector512<double> values) => (int)values[lane];

    /// <summary>The condition of a lane.</summary>
    public static bool ConditionOfLane(int lane, Vector512<double> mask) => BitConverter.DoubleToInt64Bits(mask[lane]) != 0;

    /// <summary><c>Math.Max</c> of all lanes.</summary>
    public static double Max(Vector512<double> values)
    {
        double result = values[0];
        for (int lane = 1; lane < 8; lane++)
            result = Math.Max(result, values[lane]);
        return result;
    }

    /// <summary><c>Math.Min</c> of all lanes.</summary>
    public static double Min(Vector512<double> values)
    {
        double result = values[0];
        for (int lane = 1; lane < 8; lane++)
            result = Math.Min(result, values[lane]);
        return result;
    }

    /// <summary><c>Math.Max</c> of all lanes.</summary>
    public static float Max(Vector256<float> values)
    {
        float result = values[0];
        for (int lane = 1; lane < 8; lane++)
            result = MathF.Max(result, values[lane]);
        return result;
    }

    /// <summary><c>Math.Min</c> of all lanes.</summary>
    public static float Min(Vector256<float> values)
    {
        float result = values[0];
        for (int lane = 1; lane < 8; lane++)
            result = MathF.Min(result, values[lane]);
        return result;
    }

    /// <summary><c>Math.Max</c> of all lanes.</summary>
    public static float Max(Vector512<float> values)
    {
        float result = values[0];
        for (int lane = 1; lane < 16; lane++)
            result = MathF.Max(result, values[lane]);
        return result;
    }

    /// <summary><c>Math.Min</c> of all lanes.</summary>
    public static float Min(Vector512<float> values)
    {
        float result = values[0];
        for (int lane = 1; lane < 16; lane++)
            result = MathF.Min(result, values[lane]);
        return result;
    }
}
