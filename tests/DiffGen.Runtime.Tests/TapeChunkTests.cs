using System;
using DiffGen.CompilerServices;
using Xunit;

namespace DiffGen.Runtime.Tests;

/// <summary>Blocks that take the tape over several chunks, some of which are empty when it goes back.</summary>
public sealed class TapeChunkTests
{
    [Fact]
    public void Going_back_passes_over_chunks_whose_blocks_are_gone()
    {
        using Tape tape = Tape.Rent();
        Fill(tape.Push<double>(1500), 1);
        // Each does not fit beside the first, nor into what the one before has left.
        for (int count = 2000; count <= 40000; count += 6000)
        {
            Fill(tape.Push<double>(count), 2);
            Fill(tape.Pop<double>(count), 3);
        }
        Fill(tape.Push<double>(60000), 4);
        Assert.Equal(4, tape.Pop<double>(60000)[59999]);
        Span<double> first = tape.Pop<double>(1500);
        Assert.Equal(1, first[0]);
        Assert.Equal(1, first[1499]);
        Assert.Equal(0, tape.BytesInUse);
    }

    [Fact]
    public void Growing_scratch_is_given_back()
    {
        using Tape tape = Tape.Rent();
        for (int round = 0; round < 3; round++)
        {
            int outer = tape.Mark();
            Span<double> kept = tape.Scratch<double>(1500);
            Fill(kept, 7);
            for (int j = 1; j <= 4; j++)
            {
                int inner = tape.Mark();
                Fill(tape.Scratch<double>(2000 * j), 8);
                tape.Release(inner);
            }
            Assert.Equal(7, kept[1499]);
            tape.Release(outer);
        }
    }

    [Fact]
    public void References_pass_over_empty_chunks_too()
    {
        using Tape tape = Tape.Rent();
        object first = new();
        tape.PushReference(first);
        for (int count = 100; count <= 1000; count += 300)
        {
            tape.PushReferences<object>(count);
            tape.PopReferences<object>(count);
        }
        tape.PushReferences<object>(5000);
        tape.PopReferences<object>(5000);
        Assert.Same(first, tape.PopReference<object>());
    }

    [Fact]
    public void A_block_that_was_never_pushed_is_refused()
    {
        using Tape tape = Tape.Rent();
        tape.Push<double>(5000);
        tape.Pop<double>(5000);
        Assert.Throws<InvalidOperationException>(() => tape.Pop<double>(1).ToArray());
    }

    private static void Fill(Span<double> block, double value) => block.Fill(value);
}
