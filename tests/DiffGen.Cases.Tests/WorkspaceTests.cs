using System;
using System.Linq;
using System.Text.RegularExpressions;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Workspace that an iteration takes is given back when the iteration ends, by whichever way.</summary>
public sealed class WorkspaceTests
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public static partial class Functions
        {
            [Differentiable]
            public static double Sum(double[] x, int rounds)
            {
                double s = 0;
                for (int r = 0; r < rounds; r++)
                {
                    var square = new double[x.Length];
                    for (int i = 0; i < x.Length; i++)
                        square[i] = x[i] * x[i];
                    if (square[0] > 100)
                        continue;
                    s += square[r % x.Length];
                    if (s > 1e6)
                        break;
                }
                return s;
            }
        }

        public static class Probe
        {
            public static bool IsRight()
            {
                double[] x = [1, 2, 3];
                var (value, tangent) = Functions.SumJvp(x, 3, [1, 1, 1]);
                double[] large = [11, 2, 3];
                return value == 14 && tangent == 12 && Functions.SumJvp(large, 3, [1, 1, 1]).Tangent == 0;
            }
        }
        """;

    [Fact]
    public void Forward_mode_gives_it_back_in_every_iteration()
    {
        using GeneratorRun run = GeneratorRun.Compile(Source).AssertClean();
        Assert.True(run.Invoke<bool>("Own.Probe", "IsRight"));
        string text = run.GeneratedFiles.Single().Text;
        string core = text[text.IndexOf(") SumJvp_", StringComparison.Ordinal)..];
        core = core[..core.IndexOf("\n        }", StringComparison.Ordinal)];
        Assert.Single(Regex.Matches(core, @"tape\.Mark\(\)"));
        // At its end, by continue and by break.
        Assert.InRange(Regex.Matches(core, @"tape\.Release\(mark\)").Count, 2, 3);
    }
}
