using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace DiffGen.Benchmarks.Suite;

/// <summary>The whole suite: compiles the twins, compares what all candidates compute, times those that agree, writes the reports.</summary>
internal sealed class SuiteRun(SuiteOptions options, Contenders contenders, int candidates, TextWriter output)
{
    private const double SecondsPerCandidate = 1;
    private const double SecondsPerQuickCandidate = 0.2;

    // Warming up, comparing, and calls that take longer than a round is meant to.
    private const double Overhead = 2.2;

    /// <summary>Runs what the options say and writes the reports.</summary>
    public static void Run(SuiteOptions options, TextWriter output)
    {
        IReadOnlyList<Compiler> compilers = Compiler.Installed(output.WriteLine);
        bool withAdolC = !options.Quick && compilers.Count > 0 && HasAdolC(compilers[0], output);
        using Torch? torch = options.Quick ? null : Torch.Start(output.WriteLine);
        var contenders = new Contenders(compilers, torch, withAdolC, output.WriteLine);
        int candidates = 4 + (2 * compilers.Count) + (withAdolC ? 2 : 0) + (torch != null ? 1 : 0);
        var run = new SuiteRun(options, contenders, candidates, output);
        if (options.CheckOnly)
        {
            run.Check();
            return;
        }
        List<Result> results = run.Measure();
        output.WriteLine();
        output.WriteLine(SummaryTable.Summary(results));
        var machine = Machine.This([.. compilers.Select(compiler => compiler.Version).Distinct()]);
        foreach (string file in SuiteReport.Write(results, machine, options.Output))
            output.WriteLine(file);
    }

    private void Check()
    {
        foreach (Objective objective in Objective.All.Where(o => options.Objectives.Contains(o.Name)))
        {
            Problem problem = objective.Create(objective.TellingSize);
            foreach ((Candidate candidate, double difference) in Compare(problem, contenders.Of(problem)))
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{problem.Objective} {problem.Size}: {candidate.Name}: {difference:0.0E+0}"));
        }
    }

    private static bool HasAdolC(Compiler compiler, TextWriter output)
    {
        bool has = compiler.Finds("adolc/adolc.h");
        if (!has)
            output.WriteLine($"{Names.AdolC} is not installed: its rows are left out.");
        return has;
    }

    private List<Result> Measure()
    {
        IReadOnlyList<Objective> objectives = [.. Objective.All.Where(o => options.Objectives.Contains(o.Name))];
        int problems = objectives.Sum(o => options.Quick ? 1 : o.Sizes);
        double perCandidate = options.Quick ? SecondsPerQuickCandidate : SecondsPerCandidate;
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
        IReadOnlyList<Candidate> candidates = contenders.Of(problem);
        Dictionary<Candidate, double> differences = Compare(problem, candidates);
        Candidate[] right = [.. candidates.Where(candidate => differences[candidate] <= problem.Tolerance && !wrong.Contains(candidate.Name))];
        Statistics[] times = rounds.Time(right);
        return new(problem.Objective, problem.Size, [.. candidates.Select(candidate =>
            new Row(candidate.Name, candidate.Role, differences[candidate], Array.IndexOf(right, candidate) is var i && i >= 0 ? times[i] : null))]);
    }

    // The names of candidates that fail where it shows.
    private HashSet<string> Wrong(Objective objective)
    {
        Problem problem = objective.Create(objective.TellingSize);
        return [.. Compare(problem, contenders.Of(problem)).Where(pair => !(pair.Value <= problem.Tolerance)).Select(pair => pair.Key.Name)];
    }

    // Each candidate's distance from what most compute.
    private Dictionary<Candidate, double> Compare(Problem problem, IReadOnlyList<Candidate> candidates)
    {
        var differences = new Dictionary<Candidate, double>();
        foreach (IGrouping<Role, Candidate> group in candidates.GroupBy(candidate => candidate.Role))
        {
            Candidate[] members = [.. group];
            (int reference, double[] distances) = Agreement.Consensus([.. members.Select(member => member.Compute())], problem.Tolerance);
            for (int i = 0; i < members.Length; i++)
            {
                differences[members[i]] = distances[i];
                if (!(distances[i] <= problem.Tolerance))
                    Tell($"{problem.Objective} {problem.Size}: {members[i].Name} is {distances[i]:E1} away from {members[reference].Name}: not timed.");
            }
        }
        return differences;
    }

    private void Tell(string message) => output.WriteLine(message);
}
