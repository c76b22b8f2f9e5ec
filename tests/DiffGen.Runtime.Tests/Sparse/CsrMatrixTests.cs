using System;
using Xunit;

namespace DiffGen.Runtime.Tests.Sparse;

public class CsrMatrixTests
{
    // ((1, 0, 2), (0, 0, 0), (0, 3, 0))
    private static CsrMatrix<double> Example()
    {
        var matrix = new CsrMatrix<double>(new SparsityPattern(3, 3, [0, 2, 2, 3], [0, 2, 1]));
        new double[] { 1, 2, 3 }.CopyTo(matrix.Values);
        return matrix;
    }

    [Fact]
    public void ComponentsAreFound()
    {
        CsrMatrix<double> matrix = Example();
        Assert.Equal(new double[,] { { 1, 0, 2 }, { 0, 0, 0 }, { 0, 3, 0 } }, matrix.ToDense());
        Assert.Equal(2, matrix[0, 2]);
        Assert.Equal(0, matrix[1, 1]);
        Assert.Equal(3, matrix.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[0, 3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[-1, 0]);
    }

    [Fact]
    public void ItMultiplies()
    {
        var product = new double[3];
        Example().Multiply([1, 10, 100], product);
        Assert.Equal([201, 0, 30], product);
        Assert.Throws<ArgumentException>(() => Example().Multiply([1, 2], product));
        Assert.Throws<ArgumentException>(() => Example().Multiply([1, 2, 3], new double[2]));
        Assert.Throws<ArgumentException>(() => Example().Multiply(product, product));
    }

    [Fact]
    public void TransposesAndSymmetry()
    {
        SparsityPattern pattern = Example().Pattern;
        Assert.Equal([0, 1, 2, 3], pattern.Transpose().RowPointers);
        Assert.Equal([0, 2, 0], pattern.Transpose().ColumnIndices);
        Assert.False(pattern.IsSymmetric());
        Assert.True(Patterns.Arrow(5).IsSymmetric());
        Assert.False(Patterns.FromRows(3, [[0], [1]]).IsSymmetric());
    }

    [Theory]
    [InlineData(2, 2, new[] { 0, 1 }, new[] { 0 })]
    [InlineData(2, 2, new[] { 0, 1, 3 }, new[] { 0, 1 })]
    [InlineData(2, 2, new[] { 0, 3, 2 }, new[] { 0, 1 })]
    [InlineData(1, 2, new[] { 0, 2 }, new[] { 1, 0 })]
    [InlineData(1, 2, new[] { 0, 2 }, new[] { 1, 1 })]
    [InlineData(1, 2, new[] { 0, 1 }, new[] { 2 })]
    [InlineData(1, 2, new[] { 0, 1 }, new[] { -1 })]
    [InlineData(-1, 2, new int[0], new int[0])]
    public void WrongPatternsAreRefused(int rows, int columns, int[] pointers, int[] indices)
        => Assert.Throws<ArgumentException>(() => new SparsityPattern(rows, columns, pointers, indices));

    [Fact]
    public void APatternKeepsItsColourings()
    {
        SparsityPattern pattern = Patterns.Banded(10, 1);
        Assert.Same(pattern.ColumnColouring, pattern.ColumnColouring);
        Assert.Same(pattern.StarColouring, pattern.StarColouring);
        Assert.Throws<ArgumentNullException>(() => new CsrMatrix<double>(null!));
    }
}
