using System;
using System.Collections.Generic;
using System.IO;

namespace DiffGen.Benchmarks.Suite;

/// <summary>Everything that computes a problem on this machine.</summary>
/// <param name="compilers">What compiles the twins.</param>
/// <param name="torch">Python with PyTorch; null where it is not wanted or not installed.</param>
/// <param name="withAdolC">Whether ADOL-C is wanted and installed.</param>
/// <param name="tell">Receives what is missing and why.</param>
internal sealed class Contenders(IReadOnlyList<Compiler> compilers, Torch? torch, bool withAdolC, Action<string> tell)
{
    // ADOL-C writes down every operation: beyond so many milliseconds of a primal, gigabytes.
    private const double LongestTraced = 60;

    private static readonly string Sources = Path.Combine(AppContext.BaseDirectory, "cpp");
    private static readonly string Libraries = Path.Combine(AppContext.BaseDirectory, "twins");

    public List<Candidate> Of(Problem problem)
    {
        List<Candidate> all = [.. Managed(problem), .. Twins(problem)];
        if (withAdolC)
            all.AddRange(AdolC(problem));
        if (torch != null)
            all.Add(new TorchCandidate(torch, problem));
        return all;
    }

    private static IEnumerable<Candidate> Managed(Problem problem)
    {
        yield return new LocalCandidate(Names.CSharp, Role.Primal, problem.Primal, problem.Value.Fresh(), isNative: false);
        yield return new LocalCandidate(Names.Strict, Role.Derivative, problem.Strict, problem.Derivative.Fresh(), isNative: false);
        if (problem.Fast != null)
            yield return new LocalCandidate(Names.Fast, Role.Derivative, problem.Fast, problem.Derivative.Fresh(), isNative: false);
        if (problem.ByHand != null)
            yield return new LocalCandidate(Names.CSharpByHand, Role.Derivative, problem.ByHand, problem.Derivative.Fresh(), isNative: false);
    }

    private IEnumerable<Candidate> Twins(Problem problem)
    {
        foreach (Compiler compiler in compilers)
        {
            if (compiler.Library(Path.Combine(Sources, problem.Objective + ".cpp"), "", Libraries, tell) is not { } library)
                continue;
            if (Twin.Load(library, problem.Objective + "_primal", problem.Inputs) is { } primal)
                yield return new LocalCandidate($"{Names.Cpp} {compiler.Name}", Role.Primal, primal, problem.Value.Fresh(), isNative: true);
            if (Twin.Load(library, problem.Objective + "_gradient", problem.Inputs) is { } gradient)
                yield return new LocalCandidate($"{Names.CppByHand} {compiler.Name}", Role.Derivative, gradient, problem.Derivative.Fresh(), isNative: true);
        }
    }

    private IEnumerable<Candidate> AdolC(Problem problem)
    {
        problem.Primal(problem.Value);
        double start = CpuClock.Milliseconds();
        problem.Primal(problem.Value);
        if (CpuClock.Milliseconds() - start > LongestTraced)
        {
            tell($"{problem.Objective} {problem.Size}: too many operations for traces of {Names.AdolC}.");
            yield break;
        }
        if (compilers[0].Library(Path.Combine(Sources, problem.Objective + "_adolc.cpp"), "-ladolc", Libraries, tell) is not { } library)
            yield break;
        foreach ((string name, string suffix) in new[] { (Names.AdolC, "_adolc"), (Names.AdolC + ", trace kept", "_adolc_replay") })
        {
            if (Twin.Load(library, problem.Objective + suffix, problem.Inputs) is { } gradient)
                yield return new LocalCandidate(name, Role.Derivative, gradient, problem.Derivative.Fresh(), isNative: true);
        }
    }
}
