using System;
using System.ComponentModel;
using System.Globalization;

namespace DiffGen.CompilerServices;

/// <summary>
/// Runs the iterations of a loop on the threads of the pool, in parts whose number depends on nothing but the number of iterations: results that are put
/// together in the order of the parts have the same bits on any number of threads. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParallelLoop
{
    /// <summary>Name of the <see cref="AppContext"/> setting that says how many threads a loop may use: all processors where it is missing.</summary>
    public const string MaxThreadsSetting = "DiffGen.MaxThreads";

    // Each part has sums of its own; parts of so many iterations fill whole vectors.
    private const int MostChunks = 16, Multiple = 16;

    // What it takes to wake a thread.
    private const long FewestOperations = 1 << 15;

    /// <summary>The number of parts of a loop: one where threads are not worth their while.</summary>
    /// <param name="iterations">How often it runs.</param>
    /// <param name="cost">About how many operations an iteration is.</param>
    /// <param name="sums">How many numbers all iterations add to, of which each part has its own.</param>
    public static int Chunks(int iterations, int cost, int sums)
    {
        double operations = (double)iterations * cost;
        if (operations < FewestOperations || iterations < 2 * Multiple)
            return 1;
        int most = (int)Math.Min(MostChunks, Math.Max(1, operations / (4.0 * Math.Max(1, sums))));
        return (int)(((long)iterations + Size(iterations, most) - 1) / Size(iterations, most));
    }

    /// <summary>Runs all iterations and waits for them.</summary>
    /// <exception cref="Exception">What the first iteration that failed threw.</exception>
    public static unsafe void Run<TChunk>(ref ParallelArguments arguments, int chunks, int iterations)
        where TChunk : IParallelChunk
    {
        ParallelState state = arguments.Job.State;
        fixed (byte* p0 = &arguments.R0, p1 = &arguments.R1, p2 = &arguments.R2, p3 = &arguments.R3, p4 = &arguments.R4, p5 = &arguments.R5, p6 = &arguments.R6, p7 = &arguments.R7)
        fixed (byte* p8 = &arguments.R8, p9 = &arguments.R9, p10 = &arguments.R10, p11 = &arguments.R11, p12 = &arguments.R12, p13 = &arguments.R13, p14 = &arguments.R14, p15 = &arguments.R15)
        fixed (byte* p16 = &arguments.R16, p17 = &arguments.R17, p18 = &arguments.R18, p19 = &arguments.R19, p20 = &arguments.R20, p21 = &arguments.R21, p22 = &arguments.R22, p23 = &arguments.R23)
        {
            byte** all = stackalloc byte*[] { p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15, p16, p17, p18, p19, p20, p21, p22, p23 };
            for (int i = 0; i < ParallelState.MostSpans; i++)
                state.SetPointer(i, all[i]);
            arguments.Job.Run(&Invoke<TChunk>, chunks, Size(iterations, chunks), iterations, MaxThreads());
        }
    }

    private static void Invoke<TChunk>(ParallelState state, int chunk, int from, int to)
        where TChunk : IParallelChunk => TChunk.Run(state, chunk, from, to);

    private static int Size(int iterations, int chunks)
    {
        long part = ((long)iterations + chunks - 1) / chunks;
        return (int)Math.Min(int.MaxValue, (part + Multiple - 1) / Multiple * Multiple);
    }

    private static int MaxThreads() => AppContext.GetData(MaxThreadsSetting) switch
    {
        int threads and > 0 => threads,
        string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads > 0 => threads,
        _ => Environment.ProcessorCount,
    };
}
