using GradBench.Objectives;
using GradBench.Protocol;

namespace GradBench.Modules;

/// <summary>The place of a charge for which a particle hits the origin. Two letters name a function: the mode outside, then the mode inside.</summary>
internal static class ParticleModule
{
    public static Module Create() => new(
        "particle",
        ("ff", input => Solve(input, true, true)), ("fr", input => Solve(input, true, false)),
        ("rf", input => Solve(input, false, true)), ("rr", input => Solve(input, false, false)));

    private static Evaluation Solve(Input input, bool isOuterForward, bool isInnerForward)
    {
        double w = input["w"].Number();
        return Evaluation.OfNumber(() => Particle.Solve(w, isOuterForward, isInnerForward));
    }
}
