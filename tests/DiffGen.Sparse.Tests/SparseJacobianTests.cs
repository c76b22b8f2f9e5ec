using System;
using System.Linq;
using Xunit;

namespace DiffGen.Sparse.Tests;

public class SparseJacobianTests
{
    private static double[] Point(int count) => [.. Enumerable.Range(0, count).Select(i => 0.7 + 0.2 * Math.Sin(5 * i))];

    private static void AreEqual(double[,] expected, double[,] actual)
    {
        Assert.Equal((expected.GetLength(0), expected.GetLength(1)), (actual.GetLength(0), actual.GetLength(1)));
        for (int i = 0; i < expected.GetLength(0); i++)
        {
            for (int j = 0; j < expected.GetLength(1); j++)
                Assert.Equal(expected[i, j], actual[i, j], 1e-13);
        }
    }

    [Fact]
    public void ABand()
    {
        double[] x = Point(50), r = new double[50];
        CsrMatrix<double> jacobian = Problems.BandSparseJacobian(x, r);
        AreEqual(Problems.BandJacobian(x, r), jacobian.ToDense());
        Assert.Equal(50 + 48 + 48, jacobian.Count);
        Assert.Equal(3, jacobian.Pattern.ColumnColouring.Count);

        double[] other = Point(50).Reverse().ToArray();
        Problems.BandSparseJacobian(other, r, jacobian);
        AreEqual(Problems.BandJacobian(other, r), jacobian.ToDense());
    }

    [Fact]
    public void AMatrixWithADenseRowIsComputedByRows()
    {
        double[] x = Point(20);
        CsrMatrix<double> jacobian = Problems.DenseRowSparseJacobian(x);
        AreEqual(Problems.DenseRowJacobian(x), jacobian.ToDense());
        Assert.Equal(40, jacobian.Count);
        Assert.Equal(2, jacobian.Pattern.RowColouring.Count);
        Assert.True(jacobian.Pattern.LongestRow > jacobian.Pattern.LongestColumn);
    }

    [Fact]
    public void WhatSetsCannotFollowHasAFullPattern()
    {
        CsrMatrix<double> jacobian = Problems.WithRuleSparseJacobian(Point(6));
        AreEqual(Problems.WithRuleJacobian(Point(6)), jacobian.ToDense());
        Assert.Equal(30, jacobian.Count);

        var known = new CsrMatrix<double>(new SparsityPattern(5, 6, [0, 2, 4, 6, 8, 10], [0, 1, 1, 2, 2, 3, 3, 4, 4, 5]));
        Problems.WithRuleSparseJacobian(Point(6), known);
        AreEqual(Problems.WithRuleJacobian(Point(6)), known.ToDense());
        Assert.Throws<InvalidOperationException>(() => SparsityPattern.Full(100_000, 100_000));
    }

    [Fact]
    public void ATriangle()
    {
        CsrMatrix<double> jacobian = Problems.RunningProductSparseJacobian(Point(15));
        AreEqual(Problems.RunningProductJacobian(Point(15)), jacobian.ToDense());
        Assert.Equal(15 * 16 / 2, jacobian.Count);
    }

    [Fact]
    public void WhatIsOverwrittenIsPutBackBetweenPasses()
    {
        double[] dense = Point(12), sparse = Point(12), given = Point(12), plain = Point(12);
        double[,] expected = Problems.InPlaceJacobian(dense);
        CsrMatrix<double> jacobian = Problems.InPlaceSparseJacobian(sparse);
        AreEqual(expected, jacobian.ToDense());
        jacobian.Values.Clear();
        Problems.InPlaceSparseJacobian(given, jacobian);
        AreEqual(expected, jacobian.ToDense());
        Problems.InPlace(plain);
        Assert.Equal(plain, sparse);
        Assert.Equal(plain, given);
        // Its first element becomes a constant.
        Assert.Equal(0, jacobian.Pattern.Row(0).Length);
    }

    [Fact]
    public void BundleAdjustment()
    {
        const int Cameras = 4, Points = 25;
        var random = new Random(1);
        var seenBy = Enumerable.Range(0, Points).SelectMany(p => Enumerable.Range(0, Cameras).Where(_ => random.Next(2) == 0).Select(c => (c, p))).ToArray();
        int[] camera = [.. seenBy.Select(s => s.c)], point = [.. seenBy.Select(s => s.p)];
        double[] cameras = [.. Enumerable.Range(0, 6 * Cameras).Select(i => i % 6 == 5 ? 4 : 0.1 * random.NextDouble())];
        double[] points = [.. Enumerable.Range(0, 3 * Points).Select(_ => random.NextDouble() - 0.5)];
        double[] seen = new double[2 * camera.Length], residuals = new double[2 * camera.Length];

        CsrMatrix<double> jacobian = Problems.ReprojectSparseJacobian(cameras, points, camera, point, seen, residuals);
        AreEqual(Problems.ReprojectJacobian(cameras, points, camera, point, seen, residuals), jacobian.ToDense());
        // Each residual depends on the point's three coordinates and on five of its camera's parameters.
        Assert.Equal(2 * camera.Length * (3 + 5), jacobian.Count);
        Assert.InRange(jacobian.Pattern.ColumnColouring.Count, jacobian.Pattern.LongestRow, 6 * Cameras);
    }

    [Fact]
    public void ValuesInAndOut()
    {
        CsrMatrix<double> jacobian = Problems.TwoValuesSparseJacobian(2, 3, 4);
        Assert.Equal([0, 2, 4], jacobian.RowPointers);
        Assert.Equal([0, 1, 1, 2], jacobian.ColumnIndices);
        Assert.Equal([1, 1, 4, 3], jacobian.Values);
    }

    [Fact]
    public void PatternsAreFoundOnAnyThread()
    {
        SparsityPattern expected = Problems.DenseRowJacobianPattern(Point(20));
        Assert.All(
            Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(4).Select(_ => Problems.DenseRowJacobianPattern(Point(20))),
            pattern => Assert.Equal(expected.ColumnIndices, pattern.ColumnIndices));
    }
}
