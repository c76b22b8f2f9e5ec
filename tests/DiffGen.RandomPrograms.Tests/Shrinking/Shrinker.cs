using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using DiffGen.RandomPrograms.Tests.Execution;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Shrinking;

/// <summary>Makes a failing program smaller as long as it fails in the same way.</summary>
internal static class Shrinker
{
    private const int AtOnce = 24;

    public static Outcome Shrink(Outcome failure, TimeSpan budget, Func<IReadOnlyList<RandomProgram>, IReadOnlyList<Outcome>> run)
    {
        if (failure.Verdict == Verdict.Hangs)
            return failure;
        var clock = Stopwatch.StartNew();
        Outcome best = failure;
        bool found = true;
        while (found && clock.Elapsed < budget)
        {
            found = false;
            int size = best.Program.Size();
            foreach (RandomProgram[] chunk in Candidates.Of(best.Program).Where(p => p.Size() < size || TextLength(p) < TextLength(best.Program)).Chunk(AtOnce))
            {
                Outcome? smaller = run(chunk).Where(o => o.IsSameKindAs(failure)).MinBy(o => o.Program.Size());
                if (smaller is not null)
                {
                    best = smaller;
                    found = true;
                }
                if (found || clock.Elapsed > budget)
                    break;
            }
        }
        return best;
    }

    private static int TextLength(RandomProgram program) => program.Methods.Sum(m => m.ToString().Length);
}
