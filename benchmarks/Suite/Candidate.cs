using System;

namespace DiffGen.Benchmarks.Suite;

/// <summary>What a candidate computes.</summary>
internal enum Role
{
    Primal,
    Derivative,
}

/// <summary>Something to time: a program that computes a primal or a derivative.</summary>
internal abstract class Candidate(string name, Role role)
{
    public string Name { get; } = name;

    public Role Role { get; } = role;

    /// <summary>Whether the first call is as fast as any other, so that it need not be warmed up.</summary>
    public virtual bool IsWarm => false;

    /// <summary>Computes once and hands out the results, for comparison.</summary>
    public abstract Buffers Compute();

    /// <summary>Milliseconds per call, over some calls.</summary>
    public abstract double Time(int calls);
}

/// <summary>A candidate that runs in this process, on this thread.</summary>
internal sealed class LocalCandidate(string name, Role role, Action<Buffers> run, Buffers outputs, bool isNative) : Candidate(name, role)
{
    public override bool IsWarm => isNative;

    public override Buffers Compute()
    {
        run(outputs);
        return outputs;
    }

    public override double Time(int calls)
    {
        double start = CpuClock.Milliseconds();
        for (int i = 0; i < calls; i++)
            run(outputs);
        return (CpuClock.Milliseconds() - start) / calls;
    }
}
