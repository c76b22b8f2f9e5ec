using System;
using System.Collections.Generic;
using Xunit;

namespace DiffGen.Runtime.Tests;

public class CheckpointTests
{
    [Checkpoint]
    private static List<int> Collect(CheckpointRange range)
    {
        var seen = new List<int>();
        foreach (int t in range)
            seen.Add(t);
        return seen;
    }

    [Fact]
    public void RangesCount()
    {
        Assert.Equal([0, 1, 2, 3], Collect(Checkpoint.Range(0, 4)));
        Assert.Equal([-1, 0], Collect(Checkpoint.Range(-1, 1, snapshots: 3)));
        Assert.Equal([5], Collect(Checkpoint.Range(5, 6, every: 10)));
        Assert.Empty(Collect(Checkpoint.Range(3, 3)));
        Assert.Empty(Collect(Checkpoint.Range(3, int.MinValue)));
        Assert.Equal([int.MaxValue - 1], Collect(Checkpoint.Range(int.MaxValue - 1, int.MaxValue)));
    }

    [Fact]
    public void CountingDoesNotAllocate()
    {
        long sum = 0;
        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(9900, sum);

        void Run()
        {
            foreach (int t in Checkpoint.Range(0, 100, every: 7))
                sum += t;
        }
    }

    [Fact]
    public void SchedulesAreChecked()
    {
        Assert.Equal("snapshots", Assert.Throws<ArgumentOutOfRangeException>(() => Checkpoint.Range(0, 1, snapshots: 0)).ParamName);
        Assert.Equal("every", Assert.Throws<ArgumentOutOfRangeException>(() => Checkpoint.Range(0, 1, every: -1)).ParamName);
        Assert.Throws<ArgumentException>(() => Checkpoint.Range(0, 1, snapshots: 2, every: 2));
    }
}
