using System;
using System.Linq;
using System.Runtime.CompilerServices;
using DiffGen.CompilerServices;
using Xunit;

namespace DiffGen.Runtime.Tests;

public class TapeTests
{
    private readonly record struct Point(float X, double Y, byte Tag);

    [Fact]
    public void BlocksComeBackInReverseOrder()
    {
        using Tape tape = Tape.Rent();
        tape.Push<double>(3)[2] = 1.5;
        tape.Push<int>(1)[0] = 7;
        tape.Push<Point>(2)[1] = new Point(1, 2, 3);
        tape.PushValue(2.5f);
        tape.PushCopy<byte>([1, 2, 3]);

        Assert.Equal([1, 2, 3], tape.Pop<byte>(3).ToArray());
        Assert.Equal(2.5f, tape.PopValue<float>());
        Assert.Equal(new Point(1, 2, 3), tape.Pop<Point>(2)[1]);
        Assert.Equal(7, tape.Pop<int>(1)[0]);
        Assert.Equal(1.5, tape.Pop<double>(3)[2]);
        Assert.Equal(0, tape.BytesInUse);
    }

    [Fact]
    public void RandomSequencesKeepTheirContents()
    {
        var random = new Random(1);
        for (int round = 0; round < 40; round++)
        {
            using Tape tape = Tape.Rent();
            int[] counts = [.. Enumerable.Range(0, 400).Select(_ => random.Next(20) == 0 ? random.Next(30_000) : random.Next(60))];
            for (int i = 0; i < counts.Length; i++)
            {
                switch (i % 3)
                {
                    case 0: tape.Push<double>(counts[i]).Fill(i); break;
                    case 1: tape.Push<short>(counts[i]).Fill((short)i); break;
                    default: tape.Push<Point>(counts[i]).Fill(new Point(i, i, 1)); break;
                }
            }
            for (int i = counts.Length - 1; i >= 0; i--)
            {
                bool isIntact = (i % 3) switch
                {
                    0 => !tape.Pop<double>(counts[i]).ContainsAnyExcept(i),
                    1 => !tape.Pop<short>(counts[i]).ContainsAnyExcept((short)i),
                    _ => !tape.Pop<Point>(counts[i]).ContainsAnyExcept(new Point(i, i, 1)),
                };
                Assert.True(isIntact, $"round {round}, block {i}");
            }
            Assert.Equal(0, tape.BytesInUse);
        }
    }

    [Fact]
    public unsafe void BlocksAreAligned()
    {
        using Tape tape = Tape.Rent();
        for (int i = 0; i < 2000; i++)
        {
            int count = i % 71;
            Span<double> block = tape.Push<double>(count);
            long address = (long)Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(block));
            Assert.Equal(0, address % (count * sizeof(double) >= Tape.AlignedBlockBytes ? 64 : 8));
            tape.Push<byte>(i % 5);
        }
    }

    [Fact]
    public void EmptyBlocksAreFine()
    {
        using Tape tape = Tape.Rent();
        Assert.True(tape.Push<double>(0).IsEmpty);
        Assert.True(tape.Pop<double>(0).IsEmpty);
        tape.Push<double>(2048).Fill(1);
        Assert.True(tape.Push<double>(0).IsEmpty);
        tape.Push<double>(4096).Fill(2);
        Assert.True(tape.Push<double>(0).IsEmpty);
        Assert.True(tape.Pop<double>(0).IsEmpty);
        Assert.Equal(2, tape.Pop<double>(4096)[4095]);
        Assert.True(tape.Pop<double>(0).IsEmpty);
        Assert.Equal(1, tape.Pop<double>(2048)[2047]);
    }

    [Fact]
    public void ZeroedBlocksAreZero()
    {
        using Tape tape = Tape.Rent();
        tape.Push<double>(1000).Fill(double.NaN);
        tape.Pop<double>(1000);
        Assert.False(tape.PushZeroed<double>(1000).ContainsAnyExcept(0.0));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-7)]
    [InlineData(int.MinValue)]
    public void NegativeCountsOverflowAsInArrays(int count)
    {
        using Tape tape = Tape.Rent();
        tape.Push<double>(4);
        Assert.Throws<OverflowException>(() => tape.Push<double>(count).Length);
        Assert.Throws<OverflowException>(() => tape.Push<byte>(count).Length);
        Assert.Throws<OverflowException>(() => tape.Pop<byte>(count).Length);
    }

    [Fact]
    public void PopsThatMatchNoPushAreRefused()
    {
        using Tape tape = Tape.Rent();
        Assert.Throws<InvalidOperationException>(() => tape.Pop<double>(1).Length);
        tape.Push<double>(3);
        Assert.Throws<InvalidOperationException>(() => tape.Pop<double>(4).Length);
        Assert.Throws<InvalidOperationException>(() => tape.PopReference<string>());
    }

    [Fact]
    public void ReferencesComeBackInReverseOrder()
    {
        using Tape tape = Tape.Rent();
        object?[] saved = [.. Enumerable.Range(0, 1000).Select(i => i % 7 == 0 ? null : new double[i])];
        foreach (object? reference in saved)
            tape.PushReference(reference);
        foreach (object? reference in saved.Reverse())
            Assert.Same(reference, tape.PopReference<double[]?>());

        tape.PushReference("text");
        Assert.Throws<InvalidCastException>(() => tape.PopReference<double[]>());
    }

    [Fact]
    public void BlocksOfReferencesNeverMove()
    {
        using Tape tape = Tape.Rent();
        for (int round = 0; round < 3; round++)
        {
            Span<double[]?> early = tape.PushReferences<double[]?>(40);
            for (int i = 0; i < 1000; i++)
                tape.PushReference("between");
            double[] saved = [round];
            early[39] = saved;
            Span<string?> late = tape.PushReferences<string?>(Rows(round));
            late.Fill("late");
            Assert.Equal("late", tape.PopReferences<string?>(Rows(round))[^1]);
            for (int i = 0; i < 1000; i++)
                Assert.Equal("between", tape.PopReference<string>());
            Span<double[]?> popped = tape.PopReferences<double[]?>(40);
            Assert.Same(saved, popped[39]);
            Assert.Null(popped[0]);
        }
        Assert.True(tape.PushReferences<string>(0).IsEmpty);
        Assert.Throws<InvalidOperationException>(() => tape.PopReferences<double[]>(0).Length);
        Assert.Throws<InvalidOperationException>(() => tape.PopReferences<string>(1).Length);
        Assert.Throws<OverflowException>(() => tape.PushReferences<string>(-1).Length);
        Assert.True(tape.PopReferences<string>(0).IsEmpty);

        static int Rows(int round) => 20 << (5 * round);
    }

    [Fact]
    public void WorkspaceIsZeroedAndIndependentOfBlocks()
    {
        using Tape tape = Tape.Rent();
        int mark = tape.Mark();
        tape.Scratch<double>(100).Fill(1);
        tape.PushValue(2.0);
        int inner = tape.Mark();
        Span<double> first = tape.Scratch<double>(1000);
        first.Fill(3);
        tape.Scratch<byte>(3);
        tape.Release(inner);
        Assert.False(tape.Scratch<double>(1000).ContainsAnyExcept(0.0));
        tape.Release(mark);
        Assert.Equal(mark, tape.Mark());
        Assert.Equal(2.0, tape.PopValue<double>());
        Assert.Throws<OverflowException>(() => tape.Scratch<double>(-1).Length);
    }

    [Fact]
    public void ReturningForgetsWhatIsLeft()
    {
        Tape tape = Tape.Rent();
        WeakReference left = Fill(tape);
        tape.Return();

        GC.Collect();
        Assert.False(left.IsAlive);
        using Tape again = Tape.Rent();
        Assert.Same(tape, again);
        Assert.Equal(0, again.BytesInUse);
        Assert.Equal(0, again.HighWaterBytes);
        Assert.Throws<InvalidOperationException>(() => again.Pop<double>(1).Length);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Fill(Tape tape)
        {
            object left = new();
            tape.Push<double>(5000);
            tape.Push<double>(50_000);
            tape.PushReference(left);
            tape.PushReferences<object>(3)[1] = left;
            tape.PopReferences<object>(3);
            return new WeakReference(left);
        }
    }

    [Fact]
    public void NestedRentsAreDifferentTapes()
    {
        using Tape outer = Tape.Rent();
        outer.Push<double>(10).Fill(1);
        using (Tape inner = Tape.Rent())
        {
            Assert.NotSame(outer, inner);
            inner.Push<double>(10).Fill(2);
        }
        Assert.False(outer.Pop<double>(10).ContainsAnyExcept(1.0));
    }

    [Fact]
    public void ReturningTwiceHandsTheTapeOutOnce()
    {
        Tape tape = Tape.Rent();
        tape.Return();
        tape.Return();
        using Tape first = Tape.Rent();
        using Tape second = Tape.Rent();
        Assert.NotSame(first, second);
    }

    [Fact]
    public void UseIsCountedInBytes()
    {
        Tape tape = Tape.Rent();
        tape.Push<double>(8);
        Assert.Equal(64, tape.BytesInUse);
        tape.Push<byte>(9);
        Assert.Equal(80, tape.BytesInUse);
        tape.Push<double>(4000);
        long full = tape.BytesInUse;
        Assert.InRange(full, 80 + 32_000, 80 + 32_000 + 64);
        tape.Pop<double>(4000);
        tape.Pop<byte>(9);
        Assert.Equal(64, tape.BytesInUse);
        Assert.Equal(full, tape.HighWaterBytes);
        tape.Return();
        Assert.Equal(full, Tape.LastHighWaterBytes);
    }
}
