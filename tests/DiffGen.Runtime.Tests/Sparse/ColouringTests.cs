using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace DiffGen.Runtime.Tests.Sparse;

/// <summary>A colouring is right if every entry can be read off the products of the matrix with one vector per colour.</summary>
public class ColouringTests
{
    public static IEnumerable<object[]> Seeds => Enumerable.Range(0, 12).Select(seed => new object[] { seed });

    private static void RecoversEverything(SparsityPattern pattern, Colouring colouring, bool symmetric)
    {
        double[,] matrix = Patterns.Numbered(pattern, symmetric);
        var values = new double[pattern.Count];
        Array.Fill(values, double.NaN);
        for (int colour = 0; colour < colouring.Count; colour++)
        {
            var product = new double[pattern.Rows];
            for (int row = 0; row < pattern.Rows; row++)
            {
                foreach (int column in pattern.Row(row))
                    product[row] += colouring.Colours[column] == colour ? matrix[row, column] : 0;
            }
            for (int place = colouring.EntryStarts[colour]; place < colouring.EntryStarts[colour + 1]; place++)
                values[colouring.Entries[place]] = product[colouring.EntryRows[place]];
        }
        for (int row = 0; row < pattern.Rows; row++)
        {
            for (int entry = pattern.RowPointers[row]; entry < pattern.RowPointers[row + 1]; entry++)
                Assert.Equal(matrix[row, pattern.ColumnIndices[entry]], values[entry]);
        }
    }

    /// <summary>Neighbours differ, and no path of four vertices has two colours.</summary>
    private static void IsStarColouring(SparsityPattern graph, Colouring colouring)
    {
        ReadOnlySpan<int> colours = colouring.Colours;
        for (int b = 0; b < graph.Rows; b++)
        {
            foreach (int c in graph.Row(b))
            {
                if (b == c)
                    continue;
                Assert.NotEqual(colours[b], colours[c]);
                foreach (int a in graph.Row(b))
                {
                    foreach (int d in graph.Row(c))
                    {
                        bool isPath = a != b && a != c && d != b && d != c && a != d;
                        Assert.False(isPath && colours[a] == colours[c] && colours[b] == colours[d], $"{a} {b} {c} {d} has two colours");
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void RandomJacobiansAreRecovered(int seed)
    {
        var random = new Random(seed);
        SparsityPattern pattern = Patterns.Random(random.Next(1, 40), random.Next(1, 40), random.NextDouble() * 0.4, random);
        RecoversEverything(pattern, pattern.ColumnColouring, symmetric: false);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void RandomHessiansAreRecovered(int seed)
    {
        var random = new Random(seed);
        SparsityPattern pattern = Patterns.RandomSymmetric(random.Next(1, 40), random.NextDouble() * 0.4, random);
        IsStarColouring(pattern, pattern.StarColouring);
        RecoversEverything(pattern, pattern.StarColouring, symmetric: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void ABandTakesItsWidth(int halfWidth)
    {
        SparsityPattern band = Patterns.Banded(60, halfWidth);
        Assert.Equal(2 * halfWidth + 1, band.ColumnColouring.Count);
        RecoversEverything(band, band.ColumnColouring, symmetric: false);
        IsStarColouring(band, band.StarColouring);
        RecoversEverything(band, band.StarColouring, symmetric: true);
        Assert.InRange(band.StarColouring.Count, halfWidth + 2, 2 * halfWidth + 1);
    }

    [Fact]
    public void AnArrowTakesTwoColoursAsAHessian()
    {
        SparsityPattern arrow = Patterns.Arrow(30);
        Assert.Equal(2, arrow.StarColouring.Count);
        Assert.Equal(30, arrow.ColumnColouring.Count);
        RecoversEverything(arrow, arrow.StarColouring, symmetric: true);
    }

    [Fact]
    public void LargeProblemsAreColouredAtOnce()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.InRange(Patterns.Banded(100_000, 1).StarColouring.Count, 3, 4);
        Assert.Equal(2, Patterns.Arrow(100_000).StarColouring.Count);
        Assert.Equal(3, Patterns.Banded(100_000, 1).ColumnColouring.Count);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void AMatrixWithoutEntriesTakesOneColour()
    {
        SparsityPattern empty = Patterns.FromRows(3, [[], [], []]);
        Assert.Equal(1, empty.ColumnColouring.Count);
        Assert.Equal(1, empty.StarColouring.Count);
        Assert.Equal(0, Patterns.FromRows(0, []).StarColouring.Count);
    }

    [Fact]
    public void OnlySymmetricPatternsHaveAStarColouring()
        => Assert.Throws<InvalidOperationException>(() => Patterns.FromRows(2, [[0, 1], [1]]).StarColouring);
}
