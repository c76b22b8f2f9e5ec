using GradBench.Objectives;
using GradBench.Protocol;

namespace GradBench.Modules;

/// <summary>The saddle of a function. Two letters name a function: the mode outside, then the mode inside.</summary>
internal static class SaddleModule
{
    public static Module Create() => new(
        "saddle",
        ("ff", input => Solve(input, true, true)), ("fr", input => Solve(input, true, false)),
        ("rf", input => Solve(input, false, true)), ("rr", input => Solve(input, false, false)));

    private static Evaluation Solve(Input input, bool isOuterForward, bool isInnerForward)
    {
        double[] start = input["start"].Numbers(2);
        var saddle = new double[4];
        return Evaluation.OfNumbers(saddle, () => Saddle.Solve(start, isOuterForward, isInnerForward).CopyTo(saddle, 0));
    }
}
