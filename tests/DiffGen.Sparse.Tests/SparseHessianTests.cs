using System;
using System.Linq;
using DiffGen.Testing;
using Xunit;

namespace DiffGen.Sparse.Tests;

public class SparseHessianTests
{
    private delegate CsrMatrix<double> Fresh(ReadOnlySpan<double> x);

    private delegate void Given(ReadOnlySpan<double> x, CsrMatrix<double> hessian);

    private static double[] Point(int count) => [.. Enumerable.Range(0, count).Select(i => 0.3 + 0.1 * Math.Sin(7 * i))];

    private static SparsityPattern Check(Fresh fresh, Given given, VectorJacobian<double> gradient, int count)
    {
        CsrMatrix<double> hessian = fresh(Point(count));
        Assert.True(hessian.Pattern.IsSymmetric());
        double[] Slope(double[] x)
        {
            var dx = new double[x.Length];
            gradient(x, dx);
            return dx;
        }
        double[,] Dense(double[] x)
        {
            hessian.Values.Fill(double.NaN);
            given(x, hessian);
            return hessian.ToDense();
        }
        GradientCheck.Hessian(Slope, Dense, Point(count));
        GradientCheck.HessianSymmetry(Dense, Point(count));
        Assert.Equal(fresh(Point(count)).Values, hessian.Values);
        return hessian.Pattern;
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(40)]
    public void Tridiagonal(int n)
    {
        SparsityPattern pattern = Check(Problems.ValleySparseHessian, Problems.ValleySparseHessian, Problems.ValleyGradient, n);
        Assert.Equal(3 * n - 2, pattern.Count);
        Assert.InRange(pattern.StarColouring.Count, 2, 3);
    }

    [Fact]
    public void AnArrow()
    {
        SparsityPattern pattern = Check(Problems.HubSparseHessian, Problems.HubSparseHessian, Problems.HubGradient, 30);
        Assert.Equal(3 * 30 - 2, pattern.Count);
        Assert.Equal(2, pattern.StarColouring.Count);
    }

    [Fact]
    public void Recursion()
        => Assert.Equal(9, Check(Problems.RecursiveSparseHessian, Problems.RecursiveSparseHessian, Problems.RecursiveGradient, 6).Count);

    [Fact]
    public void WithChecksForAnomalies()
        => Assert.Equal(3 * 8 - 2 - 1, Check(Problems.WatchedSparseHessian, Problems.WatchedSparseHessian, Problems.WatchedGradient, 8).Count);

    [Fact]
    public void WhatIsLinearHasNoEntry()
    {
        SparsityPattern pattern = Check(Problems.SeparableSparseHessian, Problems.SeparableSparseHessian, Problems.SeparableGradient, 7);
        Assert.Equal([0, 1, 1, 2, 2, 3, 3, 4], pattern.RowPointers);
        Assert.Equal([0, 2, 4, 6], pattern.ColumnIndices);
        Assert.Equal(1, pattern.StarColouring.Count);
    }

    [Fact]
    public void AFullMatrixTakesAColourPerColumn()
        => Assert.Equal(17, Check(Problems.DenseSparseHessian, Problems.DenseSparseHessian, Problems.DenseGradient, 17).StarColouring.Count);

    [Fact]
    public void ThePatternIsThatOfThePathTaken()
    {
        CsrMatrix<double> first = Problems.SwitchingSparseHessian([1, 2, 3]);
        Assert.Equal(new double[,] { { 0, 1, 0 }, { 1, 0, 0 }, { 0, 0, 0 } }, first.ToDense());
        var second = new CsrMatrix<double>(Problems.SwitchingHessianPattern([-1, 2, 3]));
        Problems.SwitchingSparseHessian([-1, 2, 3], second);
        Assert.Equal(new double[,] { { 0, 0, 0 }, { 0, 0, 1 }, { 0, 1, 0 } }, second.ToDense());

        // A pattern of one's own that holds for both.
        var both = new CsrMatrix<double>(new SparsityPattern(3, 3, [0, 1, 3, 4], [1, 0, 2, 1]));
        Problems.SwitchingSparseHessian([1, 2, 3], both);
        Assert.Equal([1, 1, 0, 0], both.Values);
        Problems.SwitchingSparseHessian([-1, 2, 3], both);
        Assert.Equal([0, 0, 1, 1], both.Values);
    }

    [Fact]
    public void AMissingEntryIsNoticed()
    {
        var diagonal = new CsrMatrix<double>(new SparsityPattern(3, 3, [0, 1, 2, 3], [0, 1, 2]));
        Assert.Throws<GradientCheckException>(() => GradientCheck.Hessian<double>(
            Problems.ValleyGradient,
            (x, h) =>
            {
                Problems.ValleySparseHessian(x, diagonal);
                diagonal.ToDense().Cast<double>().ToArray().CopyTo(h);
            },
            Point(3)));
    }

    [Fact]
    public void ValuesAndBuffersAreColumnsInOrder()
    {
        double[] rest = [5, 6];
        double[,] hessian = Problems.OfValuesSparseHessian(2, (3, 4), rest).ToDense();
        // Of a, pair.X, pair.Y, rest[0], rest[1].
        Assert.Equal(
            new double[,]
            {
                { 0, 1, 0, 0, 0 },
                { 1, 0, 0, 0, 0 },
                { 0, 0, 12, 0, 8 },
                { 0, 0, 0, 0, 0 },
                { 0, 0, 8, 0, 0 },
            },
            hessian);
        Assert.Equal(new double[,] { { 3, 2, 48, 0, 16 } }, Problems.OfValuesSparseJacobian(2, (3, 4), rest).ToDense());
    }

    [Fact]
    public void AMatrixOfAnotherShapeIsRefused()
    {
        CsrMatrix<double> hessian = Problems.ValleySparseHessian(Point(5));
        var error = Assert.Throws<ArgumentException>(() => Problems.ValleySparseHessian(Point(6), hessian));
        Assert.Contains("'hessian' has 5 rows of 5 columns, but 6 rows of 6 columns are expected", error.Message);
        Assert.Throws<ArgumentNullException>(() => Problems.ValleySparseHessian(Point(6), null!));
        var lopsided = new CsrMatrix<double>(new SparsityPattern(2, 2, [0, 1, 1], [1]));
        Assert.Throws<InvalidOperationException>(() => Problems.ValleySparseHessian(Point(2), lopsided));
        var overlapping = new CsrMatrix<double>(new SparsityPattern(3, 3, [0, 1, 2, 3], [0, 1, 2]));
        Assert.Throws<ArgumentException>(() => Problems.ValleySparseHessian(overlapping.Values, overlapping));
    }

    [Fact]
    public void FillingAMatrixAllocatesNothing()
    {
        double[] x = Point(1000);
        CsrMatrix<double> hessian = Problems.ValleySparseHessian(x);
        Problems.ValleySparseHessian(x, hessian);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
            Problems.ValleySparseHessian(x, hessian);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void AHundredThousandVariablesAreNoTrouble()
    {
        double[] x = Point(100_000);
        CsrMatrix<double> hessian = Problems.ValleySparseHessian(x);
        Assert.Equal(3 * 100_000 - 2, hessian.Count);
        var v = new double[x.Length];
        v.AsSpan().Fill(1);
        double[] product = new double[x.Length], expected = new double[x.Length];
        hessian.Multiply(v, product);
        Problems.ValleyHvp(x, v, expected);
        Assert.All(Enumerable.Range(0, x.Length), i => Assert.Equal(expected[i], product[i], 1e-9));
    }
}
