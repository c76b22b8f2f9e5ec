using System;
using System.Threading.Tasks;
using DiffGen.CompilerServices;
using Xunit;

namespace DiffGen.Runtime.Tests;

[Collection("Tape memory")]
public class TapeMemoryTests
{
    private static double Use(int blocks, int count)
    {
        double sum = 0;
        using Tape tape = Tape.Rent();
        for (int i = 0; i < blocks; i++)
        {
            tape.Push<double>(count).Fill(i);
            tape.PushReference("row");
            tape.PushReferences<string>(3)[1] = "block";
            int mark = tape.Mark();
            tape.Scratch<double>(20);
            if (i % 2 == 0)
                tape.Release(mark);
        }
        for (int i = 0; i < blocks; i++)
        {
            tape.PopReferences<string>(3);
            tape.PopReference<string>();
            sum += tape.Pop<double>(count)[0];
        }
        return sum;
    }

    private static double UseNested(int depth)
    {
        using Tape tape = Tape.Rent();
        tape.PushValue((double)depth);
        double inner = depth == 0 ? 0 : UseNested(depth - 1);
        return inner + tape.PopValue<double>();
    }

    private static void AssertNoAllocation(Action action)
    {
        for (int i = 0; i < 4; i++)
            action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(10, 3)]
    [InlineData(10_000, 3)]
    [InlineData(50, 5000)]
    [InlineData(1, 3_000_000)]
    public void NothingIsAllocatedInSteadyState(int blocks, int count)
        => AssertNoAllocation(() => Use(blocks, count));

    [Fact]
    public void NothingIsAllocatedRightAfterALargerCall()
    {
        for (int i = 0; i < 4; i++)
        {
            Use(100, 10);
            Use(300, 10_000);
        }
        long before = GC.GetAllocatedBytesForCurrentThread();
        Use(100, 10);
        Use(300, 10_000);
        Use(100, 10);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void NothingIsAllocatedByNestedRents() => AssertNoAllocation(() => UseNested(50));

    [Fact]
    public void NothingIsAllocatedAfterAnException()
        => AssertNoAllocation(() =>
        {
            Tape tape = Tape.Rent();
            tape.Push<double>(100);
            tape.PushReference("left");
            tape.Return();
        });

    [Fact]
    public void LargeMemoryIsLetGoWhenNobodyWantsIt()
    {
        Use(1, 5_000_000);
        Assert.True(TapeChunkPool.IdleBytes >= 40_000_000);
        TapeChunkPool.Trim(Environment.TickCount64);
        Assert.True(TapeChunkPool.IdleBytes >= 40_000_000);
        TapeChunkPool.Trim(Environment.TickCount64 + TapeChunkPool.IdleMilliseconds);
        Assert.Equal(0, TapeChunkPool.IdleBytes);
    }

    [Fact]
    public void ThreadsDoNotDisturbEachOther()
        => Parallel.For(0, 64, i =>
        {
            int blocks = 10 + i % 5 * 100;
            Assert.Equal(blocks * (blocks - 1) / 2.0, Use(blocks, 50 + i * 37));
        });
}

/// <summary>These tests look at a pool that all threads share, so nothing else may run beside them.</summary>
[CollectionDefinition("Tape memory", DisableParallelization = true)]
public class TapeMemoryCollection;
