using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace DiffGen.Benchmarks.Suite;

/// <summary>The whole suite: compiles the twins, compares what all candidates compute, times those that agree, writes the reports.</summary>
internal sealed class SuiteRun(SuiteOptions options, IReadOnlyList<Compiler> compilers, TextWriter output)
{
    private const double SecondsPerCandidate = 1;
    private const double SecondsPerQuickCandidate = 0.2;

    // Warming up, comparing, and calls that take longer than a round is meant to.
    private const double Overhead = 2.2;

    // Fast floating point and other orders of sums stay far below this, a wrong derivative far above.
    private const double Tolerance = 1e-8;

    private readonly string _twins = Path.Combine(AppContext.BaseDirectory, "cpp");

    /// <summary>Runs what the options say and writes the reports.</summary>
    public static void Run(SuiteOptions options, TextWriter output)
    {
        IReadOnlyList<Compiler> compilers = Compiler.Installed(output.WriteLine);
        IReadOnlyList<Result> results = new SuiteRun(options, compilers, output).Measure();
        output.WriteLine();
        output.WriteLine(SummaryTable.Summary(results));
        var machine = Machine.This([.. compilers.Select(compiler => compiler.Version).Distinct()]);
        foreach (string file in SuiteReport.Write(results, machine, options.Output))
            output.WriteLine(file);
    }

    private List<Result> Measure()
    {
        IReadOnlyList<Objective> objectives = [.. Objective.All.Where(o => options.Objectives.Contains(o.Name))];
        int problems = objectives.Sum(o => options.Quick ? 1 : o.Sizes);
        double perCandidate = options.Quick ? SecondsPerQuickCandidate : SecondsPerCandidate;
        int candidates = 5 + 2 * compilers.Count;
        output.WriteLine($"{problems} problems, up to {candidates} candidates each: about {Math.Ceiling(problems * candidates * perCandidate * Overhead / 60)} minutes.");
        var clock = Stopwatch.StartNew();
        var progress = new ProgressBar(Console.Error, !Console.IsErrorRedirected, problems);
        var rounds = new Rounds(perCandidate);
        var results = new List<Result>();
        foreach (Objective objective in objectives)
        {
            HashSet<string> wrong = Wrong(objective);
            for (int size = 0; size < (options.Quick ? 1 : objective.Sizes); size++)
            {
                Problem problem = objective.Create(size);
                progress.Begin($"{problem.Objective} {problem.Size}");
                results.Add(Run(problem, wrong, rounds));
            }
        }
        progress.End();
        output.WriteLine($"Took {clock.Elapsed.TotalMinutes:F1} minutes.");
        return results;
    }

    private Result Run(Problem problem, HashSet<string> wrong, Rounds rounds)
    {
        IReadOnlyList<Candidate> candidates = Candidates(problem);
        Dictionary<Candidate, double> differences = Compare(problem, candidates);
        Candidate[] right = [.. candidates.Where(candidate => differences[candidate] <= Tolerance && !wrong.Contains(candidate.Name))];
        Statistics[] times = rounds.Time(right);
        return new(problem.Objective, problem.Size, [.. candidates.Select(candidate =>
            new Row(candidate.Name, candidate.Role, differences[candidate], Array.IndexOf(right, candidate) is var i && i >= 0 ? times[i] : null))]);
    }

    // The names of candidates that fail where it shows.
    private HashSet<string> Wrong(Objective objective)
    {
        Problem problem = objective.Create(objective.TellingSize);
        return [.. Compare(problem, Candidates(problem)).Where(pair => !(pair.Value <= Tolerance)).Select(pair => pair.Key.Name)];
    }

    // Each candidate's distance from what most compute.
    private Dictionary<Candidate, double> Compare(Problem problem, IReadOnlyList<Candidate> candidates)
    {
        var differences = new Dictionary<Candidate, double>();
        foreach (IGrouping<Role, Candidate> group in candidates.GroupBy(candidate => candidate.Role))
        {
            Candidate[] members = [.. group];
            (int reference, double[] distances) = Agreement.Consensus([.. members.Select(member => member.Compute())], Tolerance);
            for (int i = 0; i < members.Length; i++)
            {
                differences[members[i]] = distances[i];
                if (!(distances[i] <= Tolerance))
                    Tell($"{problem.Objective} {problem.Size}: {members[i].Name} is {distances[i]:E1} away from {members[reference].Name}: not timed.");
            }
        }
        return differences;
    }

    private List<Candidate> Candidates(Problem problem) => [.. Managed(problem), .. Twins(problem)];

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
            if (compiler.Library(Path.Combine(_twins, problem.Objective + ".cpp"), "", Path.Combine(AppContext.BaseDirectory, "twins"), Tell) is not { } library)
                continue;
            if (Twin.Load(library, problem.Objective + "_primal", problem.Inputs) is { } primal)
                yield return new LocalCandidate($"{Names.Cpp} {compiler.Name}", Role.Primal, primal, problem.Value.Fresh(), isNative: true);
            if (Twin.Load(library, problem.Objective + "_gradient", problem.Inputs) is { } gradient)
                yield return new LocalCandidate($"{Names.CppByHand} {compiler.Name}", Role.Derivative, gradient, problem.Derivative.Fresh(), isNative: true);
        }
    }

    private void Tell(string message) => output.WriteLine(message);
}
