using System;
using System.Linq;
using System.Runtime.Intrinsics;
using DiffGen.CompilerServices;
using Xunit;

namespace DiffGen.Runtime.Tests;

/// <summary>Consecutive elements for lanes: which ranges are there, and unchecked accesses against checked ones.</summary>
public sealed class LaneMemoryTests
{
    [Theory]
    [InlineData(10, 0, 10, true)]
    [InlineData(10, 2, 8, true)]
    [InlineData(10, 3, 8, false)]
    [InlineData(10, -1, 8, false)]
    [InlineData(10, -8, 8, false)]
    [InlineData(10, int.MinValue, 8, false)]
    [InlineData(10, int.MaxValue, 8, false)]
    [InlineData(10, int.MaxValue, int.MaxValue, false)]
    [InlineData(10, 10, 0, true)]
    [InlineData(10, 11, 0, false)]
    [InlineData(0, 0, 0, true)]
    [InlineData(0, 0, 8, false)]
    public void Ranges_are_there_if_both_their_ends_are(int length, int from, int count, bool expected) =>
        Assert.Equal(expected, LaneMemory.Holds<double>(new double[length], from, count));

    [Fact]
    public void Ramps_wrap_as_integers_do()
    {
        int[] numbers = [0, 1, -1, 7, -7, 8, 1 << 28, -(1 << 28), 306783378, 306783379, 1 << 30, int.MaxValue, int.MaxValue - 6, int.MaxValue - 7, int.MaxValue - 8, int.MinValue, int.MinValue + 6, int.MinValue + 7, int.MinValue + 8];
        foreach (int start in numbers)
        {
            foreach (int stride in numbers)
            {
                Vector512<double> ramp = LaneMemory.Ramp8(start, stride);
                for (int lane = 0; lane < 8; lane++)
                    Assert.Equal(BitConverter.DoubleToInt64Bits(unchecked(start + (lane * stride))), BitConverter.DoubleToInt64Bits(ramp[lane]));
            }
        }
    }

    [Fact]
    public void Doubles_are_accessed_as_with_checks()
    {
        double[] memory = [.. Enumerable.Range(0, 20).Select(i => i * 0.5)];
        double[] stored = [.. memory], added = [.. memory], storedSpan = [.. memory], addedSpan = [.. memory], expectedStored = [.. memory], expectedAdded = [.. memory];
        for (int i = 0; i <= 12; i += 3)
        {
            Vector512<double> value = LaneMemory.Load8(memory, i) * 3.0;
            Assert.Equal(LaneMemory.Load8(memory, i), LaneMemory.LoadUnchecked8(memory, i));
            Assert.Equal(LaneMemory.Load8(memory, i), LaneMemory.LoadUnchecked8(memory.AsSpan(), i));
            LaneMemory.Store8(expectedStored, i, value);
            LaneMemory.StoreUnchecked8(stored, i, value);
            LaneMemory.StoreUnchecked8(storedSpan.AsSpan(), i, value);
            LaneMemory.Add8(expectedAdded, i, value);
            LaneMemory.AddUnchecked8(added, i, value);
            LaneMemory.AddUnchecked8(addedSpan.AsSpan(), i, value);
        }
        Assert.Equal(expectedStored, stored);
        Assert.Equal(expectedStored, storedSpan);
        Assert.Equal(expectedAdded, added);
        Assert.Equal(expectedAdded, addedSpan);
    }

    [Fact]
    public void Singles_are_accessed_as_with_checks()
    {
        float[] memory = [.. Enumerable.Range(0, 40).Select(i => i * 0.5f)];
        float[] stored = [.. memory], added = [.. memory], storedSpan = [.. memory], addedSpan = [.. memory], expectedStored = [.. memory], expectedAdded = [.. memory];
        for (int i = 0; i <= 12; i += 3)
        {
            Vector256<float> value = LaneMemory.Load8(memory, i) * 3f;
            Vector512<float> wide = LaneMemory.Load16(memory, i + 12) * 2f;
            Assert.Equal(LaneMemory.Load8(memory, i), LaneMemory.LoadUnchecked8(memory, i));
            Assert.Equal(LaneMemory.Load8(memory, i), LaneMemory.LoadUnchecked8(memory.AsSpan(), i));
            Assert.Equal(LaneMemory.Load16(memory, i), LaneMemory.LoadUnchecked16(memory, i));
            Assert.Equal(LaneMemory.Load16(memory, i), LaneMemory.LoadUnchecked16(memory.AsSpan(), i));
            LaneMemory.Store8(expectedStored, i, value);
            LaneMemory.StoreUnchecked8(stored, i, value);
            LaneMemory.StoreUnchecked8(storedSpan.AsSpan(), i, value);
            LaneMemory.Store16(expectedStored, i + 12, wide);
            LaneMemory.StoreUnchecked16(stored, i + 12, wide);
            LaneMemory.StoreUnchecked16(storedSpan.AsSpan(), i + 12, wide);
            LaneMemory.Add8(expectedAdded, i, value);
            LaneMemory.AddUnchecked8(added, i, value);
            LaneMemory.AddUnchecked8(addedSpan.AsSpan(), i, value);
            LaneMemory.Add16(expectedAdded, i + 12, wide);
            LaneMemory.AddUnchecked16(added, i + 12, wide);
            LaneMemory.AddUnchecked16(addedSpan.AsSpan(), i + 12, wide);
        }
        Assert.Equal(expectedStored, stored);
        Assert.Equal(expectedStored, storedSpan);
        Assert.Equal(expectedAdded, added);
        Assert.Equal(expectedAdded, addedSpan);
    }
}
