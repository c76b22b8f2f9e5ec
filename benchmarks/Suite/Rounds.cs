using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace DiffGen.Benchmarks.Suite;

/// <summary>Times candidates in turn, round by round, so that a change in the machine's speed meets all of them.</summary>
/// <param name="secondsPerCandidate">How long to time each candidate, more or less.</param>
internal sealed class Rounds(double secondsPerCandidate)
{
    private const int FewestRounds = 3;
    private const int MostRounds = 101;

    // Short enough that a round is over before the machine changes its speed, long enough for the clock.
    private const double MillisecondsPerTurn = 3;

    // The runtime compiles a method anew after thirty calls, twice, each time after a while without new methods.
    private const int Promotions = 3;
    private const int CallsToPromotion = 32;
    private const int MillisecondsToPromotion = 150;

    public Statistics[] Time(IReadOnlyList<Candidate> candidates)
    {
        WarmUp(candidates);
        int[] calls = [.. candidates.Select(CallsPerTurn)];
        // Slow candidates sit later rounds out, so that they do not take all the time.
        int[] turns = [.. candidates.Select((candidate, i) => Turns(candidate.Time(calls[i]) * calls[i]))];
        List<double>[] times = [.. candidates.Select(_ => new List<double>())];
        for (int round = 0; round < turns.DefaultIfEmpty(0).Max(); round++)
        {
            for (int i = 0; i < candidates.Count; i++)
            {
                if (round < turns[i])
                    times[i].Add(candidates[i].Time(calls[i]));
            }
        }
        return [.. times.Select(Statistics.Of)];
    }

    private int Turns(double milliseconds) => (int)Math.Clamp(secondsPerCandidate * 1000 / milliseconds, FewestRounds, MostRounds);

    private static int CallsPerTurn(Candidate candidate) =>
        (int)Math.Clamp(MillisecondsPerTurn / Math.Max(candidate.Time(1), 1e-6), 1, 100_000);

    private void WarmUp(IReadOnlyList<Candidate> candidates)
    {
        double limit = Math.Max(1000, 1000 * secondsPerCandidate);
        for (int promotion = 0; promotion < Promotions; promotion++)
        {
            foreach (Candidate candidate in candidates.Where(candidate => !candidate.IsWarm))
            {
                double spent = 0;
                for (int call = 0; call < CallsToPromotion && spent < limit; call++)
                    spent += candidate.Time(1);
            }
            Thread.Sleep(MillisecondsToPromotion);
        }
    }
}
