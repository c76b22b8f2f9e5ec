using GradBench.Objectives;
using GradBench.Protocol;

namespace GradBench.Modules;

/// <summary>The square of a number and its derivative; the input is the number itself.</summary>
internal static class HelloModule
{
    public static Module Create() => new("hello", ("square", Square), ("double", Double));

    private static Evaluation Square(Input input)
    {
        double x = input.Number();
        return Evaluation.OfNumber(() => Hello.Square(x));
    }

    private static Evaluation Double(Input input)
    {
        double x = input.Number();
        return Evaluation.OfNumber(() => Hello.SquareGradient(x));
    }
}
