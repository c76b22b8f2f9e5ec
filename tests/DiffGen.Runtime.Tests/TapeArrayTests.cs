using System;
using System.Threading;
using DiffGen.CompilerServices;
using Xunit;

namespace DiffGen.Runtime.Tests;

/// <summary>Real arrays that a tape lends until it is returned.</summary>
[Collection("Tape memory")]
public class TapeArrayTests
{
    // Every test begins with a thread of its own: what lies on the shelves of others is not found.
    private static void OnNewThread(Action action)
    {
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(action));
        thread.Start();
        thread.Join();
        if (thrown is not null)
            throw new AggregateException(thrown);
    }

    [Fact]
    public void WhatIsReturnedIsLentAgainCleared() => OnNewThread(() =>
    {
        Tape tape = Tape.Rent();
        double[] numbers = tape.TakeArray<double>(3);
        double[][] rows = tape.TakeArray<double[]>(3);
        double[,] matrix = tape.TakeMatrix<double>(2, 3);
        Assert.Equal((3, 3, 2, 3), (numbers.Length, rows.Length, matrix.GetLength(0), matrix.GetLength(1)));
        (numbers[1], rows[2], matrix[1, 2]) = (4, numbers, 5);
        tape.Return();
        Assert.Null(rows[2]);

        using Tape next = Tape.Rent();
        Assert.Same(matrix, next.TakeMatrix<double>(2, 3));
        Assert.Same(rows, next.TakeArray<double[]>(3));
        Assert.Same(numbers, next.TakeArray<double>(3));
        Assert.All(numbers, number => Assert.Equal(0, number));
        Assert.Equal(0, matrix[1, 2]);
    });

    [Fact]
    public void ArraysInUseAreDifferent() => OnNewThread(() =>
    {
        for (int call = 0; call < 3; call++)
        {
            using Tape outer = Tape.Rent();
            double[] first = outer.TakeArray<double>(4), second = outer.TakeArray<double>(4);
            using Tape inner = Tape.Rent();
            double[] third = inner.TakeArray<double>(4);
            Assert.NotSame(first, second);
            Assert.NotSame(first, third);
            Assert.NotSame(second, third);
        }
    });

    [Fact]
    public void TypesAndSizesAreNotMixed() => OnNewThread(() =>
    {
        using (Tape tape = Tape.Rent())
        {
            tape.TakeArray<double>(6);
            tape.TakeMatrix<double>(2, 3);
            tape.TakeArray<long>(6);
            tape.TakeArray<double[]>(6);
        }
        using Tape next = Tape.Rent();
        Assert.Equal(5, next.TakeArray<double>(5).Length);
        Assert.Equal(6, next.TakeArray<ulong>(6).Length);
        Assert.Equal(3, next.TakeMatrix<double>(3, 2).GetLength(0));
        Assert.Equal(6, next.TakeMatrix<double>(6, 1).GetLength(0));
        Assert.Equal(6, next.TakeArray<float[]>(6).Length);
        Assert.IsType<ulong[]>(next.TakeArray<ulong>(6));
    });

    [Fact]
    public void SizesAreThoseOfArrays()
    {
        using Tape tape = Tape.Rent();
        Assert.Empty(tape.TakeArray<double>(0));
        Assert.Equal((0, 4), (tape.TakeMatrix<double>(0, 4).GetLength(0), tape.TakeMatrix<double>(0, 4).GetLength(1)));
        Assert.Throws<OverflowException>(() => tape.TakeArray<double>(-1));
        Assert.Throws<OverflowException>(() => tape.TakeMatrix<double>(-1, 2));
        Assert.Throws<OverflowException>(() => tape.TakeMatrix<double>(2, -1));
        Assert.Throws<OverflowException>(() => tape.TakeMatrix<double>(0, -1));
    }

    [Fact]
    public void NothingIsAllocatedInSteadyState() => OnNewThread(() =>
    {
        Use();
        Use();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Use();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Use()
        {
            using Tape tape = Tape.Rent();
            double[][] rows = tape.TakeArray<double[]>(20);
            for (int i = 0; i < rows.Length; i++)
                rows[i] = tape.TakeArray<double>(i);
            tape.TakeMatrix<double>(20, 30);
        }
    });

    [Fact]
    public void MoreThanTheLimitIsNotKept() => OnNewThread(() =>
    {
        var weak = Use();
        GC.Collect();
        Assert.False(weak.IsAlive);
        // Many calls of ever new sizes do not pile up either.
        for (int size = 1; size < 3000; size++)
        {
            using Tape tape = Tape.Rent();
            tape.TakeArray<double>(size);
        }
        Assert.InRange(ArrayShelves.Mine.Bytes, 1, ArrayShelves.KeptBytes);

        static WeakReference Use()
        {
            using Tape tape = Tape.Rent();
            return new WeakReference(tape.TakeArray<double>((int)(ArrayShelves.KeptBytes / sizeof(double))));
        }
    });

    [Fact]
    public void OneTapeLendsSoMuch() => OnNewThread(() =>
    {
        using (Tape tape = Tape.Rent())
        {
            for (int i = 0; i < 20; i++)
            {
                double[] array = tape.TakeArray<double>(100_000);
                array[7] = 1;
            }
        }
        Assert.InRange(ArrayShelves.Mine.Bytes, 7 << 20, ArrayShelves.KeptBytes);
        using Tape next = Tape.Rent();
        for (int i = 0; i < 20; i++)
            Assert.Equal(0, next.TakeArray<double>(100_000)[7]);
    });

    [Fact]
    public void WhatComesBackOnAnotherThreadIsLeftAlone()
    {
        Tape? tape = null;
        OnNewThread(() =>
        {
            tape = Tape.Rent();
            tape.TakeArray<double>(11);
        });
        OnNewThread(() =>
        {
            tape!.Return();
            Assert.Equal(0, ArrayShelves.Mine.Bytes);
            // The tape goes on here, and so does its next array.
            using Tape next = Tape.Rent();
            Assert.Same(tape, next);
            next.TakeArray<double>(11);
        });
    }

    [Fact]
    public void ARecordKeepsItsArraysFromSweepToSweep() => OnNewThread(() =>
    {
        Tape tape = Tape.Rent();
        double[] recorded = tape.TakeArray<double>(5);
        recorded[0] = 3;
        long ticket = tape.Retain();
        Assert.True(tape.RetainedBytesInUse >= 5 * sizeof(double));
        double[]? swept = null;
        for (int sweep = 0; sweep < 3; sweep++)
        {
            tape.Enter(ticket);
            double[] own = tape.TakeArray<double>(5);
            Assert.NotSame(recorded, own);
            Assert.Equal(0, own[0]);
            Assert.Same(swept ?? own, own);
            (swept, own[0]) = (own, 7);
            using (Tape other = Tape.Rent())
                Assert.NotSame(recorded, other.TakeArray<double>(5));
            tape.Leave();
            Assert.Equal(3, recorded[0]);
        }
        tape.Dispose(ticket);
        using Tape next = Tape.Rent();
        Assert.Same(recorded, next.TakeArray<double>(5));
    });
}
