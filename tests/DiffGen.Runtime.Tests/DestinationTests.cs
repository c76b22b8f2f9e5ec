using System;
using DiffGen.CompilerServices;
using Xunit;

namespace DiffGen.Runtime.Tests;

public class DestinationTests
{
    [Fact]
    public void LikeGivesZerosOfTheSameShape()
    {
        double[] vector = [1, 2, 3];
        ReadOnlySpan<float> span = [1, 2];
        double[,] matrix = { { 1, 2, 3 }, { 4, 5, 6 } };
        double[][] rows = [[1], [], [2, 3], null!];

        Assert.Equal([0, 0, 0], Destination.Like(vector));
        Assert.Equal([0, 0], Destination.Like(span));
        Assert.Equal(new double[2, 3], Destination.Like(matrix));
        double[][] like = Destination.Like(rows);
        Assert.Equal(4, like.Length);
        Assert.Equal([0], like[0]);
        Assert.Empty(like[1]);
        Assert.Equal([0, 0], like[2]);
        Assert.Null(like[3]);
    }

    [Fact]
    public void LikeKeepsLowerBounds()
    {
        var matrix = (double[,])Array.CreateInstance(typeof(double), [2, 3], [1, -1]);
        matrix[1, -1] = 5;
        double[,] like = Destination.Like(matrix);
        Assert.Equal(0, like[1, -1]);
        Check.Shape(like, matrix, "dA", "a");
    }

    [Fact]
    public void ClearSetsEverythingToZero()
    {
        double[] vector = [1, 2, 3];
        double[,] matrix = { { 1, 2 }, { 3, 4 } };
        double[]?[] rows = [[1], null, [2, 3]];

        Destination.Clear(vector);
        Destination.Clear(matrix);
        Destination.Clear(rows);

        Assert.Equal([0, 0, 0], vector);
        Assert.Equal(new double[2, 2], matrix);
        Assert.Equal([0], rows[0]!);
        Assert.Equal([0, 0], rows[2]!);
    }

    [Fact]
    public void AsSpanIsRowMajor()
    {
        double[,] matrix = { { 1, 2, 3 }, { 4, 5, 6 } };
        Span<double> elements = Destination.AsSpan(matrix);
        Assert.Equal([1, 2, 3, 4, 5, 6], elements.ToArray());
        elements[4] = 50;
        Assert.Equal(50, matrix[1, 1]);
        Assert.True(Destination.AsSpan(new double[0, 3]).IsEmpty);
    }
}
