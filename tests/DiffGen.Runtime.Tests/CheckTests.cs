using System;
using System.Linq;
using DiffGen.CompilerServices;
using Xunit;

namespace DiffGen.Runtime.Tests;

public class CheckTests
{
    [Fact]
    public void NullsAreNamed()
    {
        Check.NotNull(new object(), "x");
        Assert.Equal("x", Assert.Throws<ArgumentNullException>(() => Check.NotNull(null, "x")).ParamName);
    }

    [Fact]
    public void LengthsAreNamed()
    {
        Check.Length(3, 3, "dx", "x");
        var error = Assert.Throws<ArgumentException>(() => Check.Length(2, 3, "dx", "x"));
        Assert.Equal("dx", error.ParamName);
        Assert.Equal("'dx' has length 2, but 'x' has length 3. (Parameter 'dx')", error.Message);
    }

    [Fact]
    public void TwoDimensionalShapesAreNamed()
    {
        Check.Shape(new float[2, 3], new double[2, 3], "dA", "a");
        Check.Shape(new double[0, 3], new double[0, 3], "dA", "a");
        Assert.Throws<ArgumentNullException>(() => Check.Shape<double, double>((double[,]?)null, new double[2, 3], "dA", "a"));
        foreach (double[,] wrong in new[] { new double[3, 2], new double[2, 4], new double[1, 6], new double[0, 3] })
        {
            var error = Assert.Throws<ArgumentException>(() => Check.Shape(wrong, new double[2, 3], "dA", "a"));
            Assert.Equal("dA", error.ParamName);
            Assert.Contains($"'dA' is {wrong.GetLength(0)} x {wrong.GetLength(1)}, but 'a' is 2 x 3", error.Message);
        }
        var shifted = (double[,])Array.CreateInstance(typeof(double), [2, 3], [1, 0]);
        Assert.Throws<ArgumentException>(() => Check.Shape(shifted, new double[2, 3], "dA", "a"));
    }

    [Fact]
    public void JaggedShapesAreNamed()
    {
        double[][] primal = [[1, 2], [], [3]];
        Check.Shape(new float[][] { [0, 0], [], [0] }, primal, "dRows", "rows");
        Check.Shape(new double[]?[] { null, [1] }, new double[]?[] { null, [1] }, "dRows", "rows");

        Assert.Throws<ArgumentNullException>(() => Check.Shape<double, double>((double[][]?)null, primal, "dRows", "rows"));
        Assert.Contains("length 2, but 'rows' has length 3", Refuse([[1, 2], []]).Message);
        Assert.Contains("Row 0 of 'dRows' has length 1, but row 0 of 'rows' has length 2", Refuse([[1], [], [3]]).Message);
        Assert.Contains("Row 2 of 'dRows' is null", Assert.IsType<ArgumentNullException>(Refuse([[1, 2], [], null])).Message);
        Assert.Contains("row 0 of 'rows' is null", Assert.Throws<ArgumentException>(
            () => Check.Shape(new double[]?[] { [1] }, new double[]?[] { null }, "dRows", "rows")).Message);

        ArgumentException Refuse(double[]?[] destination)
        {
            var error = Assert.ThrowsAny<ArgumentException>(() => Check.Shape(destination, primal, "dRows", "rows"));
            Assert.Equal("dRows", error.ParamName);
            return error;
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(202)]
    public void SharedRowsAreRefusedInDestinations(int rows)
    {
        double[][] primal = Rows(rows);
        double[][] destination = Rows(rows);
        Check.Shape(destination, primal, "dRows", "rows");
        destination[0] = destination[rows - 1];
        Assert.Contains("same array", Assert.Throws<ArgumentException>(() => Check.Shape(destination, primal, "dRows", "rows")).Message);
        Check.TangentShape(destination, primal, "dRows", "rows");

        double[][] empty = [.. Enumerable.Repeat(Array.Empty<double>(), rows)];
        Check.Shape(empty, empty, "dRows", "rows");
    }

    [Fact]
    public void SpansThatShareMemoryOverlap()
    {
        double[] memory = new double[10];
        Assert.True(Overlap(memory, memory));
        Assert.True(Overlap(memory.AsSpan(0, 5), memory.AsSpan(4, 5)));
        Assert.True(Overlap(memory.AsSpan(4, 5), memory.AsSpan(0, 5)));
        Assert.True(Overlap(memory.AsSpan(3, 2), memory));
        Assert.True(Overlap(memory, memory.AsSpan(9)));
        Assert.False(Overlap(memory.AsSpan(0, 5), memory.AsSpan(5)));
        Assert.False(Overlap(memory.AsSpan(5), memory.AsSpan(0, 5)));
        Assert.False(Overlap(memory, new double[10]));
        Assert.False(Overlap(memory.AsSpan(3, 0), memory));
        Assert.False(Overlap(memory, memory.AsSpan(3, 0)));
        Assert.False(Overlap(default, memory));
        Assert.False(Overlap(default, default));

        static bool Overlap(ReadOnlySpan<double> left, ReadOnlySpan<double> right) => Extent.Of(left).Overlaps(Extent.Of(right));
    }

    [Fact]
    public void OtherElementTypesAndShapesOverlapByTheirBytes()
    {
        double[] memory = new double[4];
        double[,] matrix = new double[3, 4];
        Span<byte> bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(memory.AsSpan());

        Assert.True(Extent.Of<byte>(bytes.Slice(31, 1)).Overlaps(Extent.Of<double>(memory)));
        Assert.True(Extent.Of(matrix).Overlaps(Extent.Of<double>(Destination.AsSpan(matrix).Slice(11, 1))));
        Assert.True(Extent.Of(matrix).Overlaps(Extent.Of(matrix)));
        Assert.False(Extent.Of(matrix).Overlaps(Extent.Of<double>(memory)));
        Assert.False(Extent.Of(new double[0, 4]).Overlaps(Extent.Of(matrix)));
        Assert.False(Extent.Of((double[,]?)null).Overlaps(Extent.Of(matrix)));
        Assert.True(Extent.OfVariable(ref memory[2]).Overlaps(Extent.Of<double>(memory)));
        Assert.False(Extent.OfVariable(ref memory[2]).Overlaps(Extent.OfVariable(ref memory[3])));
        double local = 1;
        Assert.True(Extent.OfVariable(ref local).Overlaps(Extent.OfVariable(ref local)));
        Assert.False(Extent.OfVariable(ref local).Overlaps(Extent.Of<double>(memory)));
    }

    [Fact]
    public void OverlapsAreNamed()
    {
        double[] x = new double[3];
        var error = Assert.Throws<ArgumentException>(() => Check.NoOverlap(Extent.Of<double>(x), "dx", Extent.Of<double>(x), "x"));
        Assert.Equal("dx", error.ParamName);
        Assert.Contains("'dx' overlaps 'x'", error.Message);
        Check.NoOverlap(Extent.Of<double>(x), "dx", Extent.Of<double>(new double[3]), "x");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(200)]
    public void RowsOverlap(int rows)
    {
        double[][] left = Rows(rows);
        double[][] right = Rows(rows);
        double[] other = new double[2];
        Check.NoOverlap(left, "dRows", right, "rows");
        Check.NoOverlap(left, "dRows", Extent.Of<double>(other), "x");
        Check.NoOverlap(Extent.Of<double>(other), "dx", left, "rows");
        Check.NoOverlap(new double[][] { [] }, "dRows", new double[][] { [] }, "rows");
        Check.NoOverlap((double[][]?)null, "dRows", right, "rows");

        right[0] = left[rows - 1];
        left[1] = other;
        Assert.Throws<ArgumentException>(() => Check.NoOverlap(left, "dRows", right, "rows"));
        Assert.Throws<ArgumentException>(() => Check.NoOverlap(right, "dRows", left, "rows"));
        Assert.Throws<ArgumentException>(() => Check.NoOverlap(left, "dRows", left, "rows"));
        Assert.Throws<ArgumentException>(() => Check.NoOverlap(left, "dRows", Extent.Of<double>(other.AsSpan(1)), "x"));
        Assert.Throws<ArgumentException>(() => Check.NoOverlap(Extent.Of<double>(other), "dx", left, "rows"));
    }

    [Fact]
    public void ChecksDoNotAllocate()
    {
        double[] x = new double[3], dx = new double[3];
        double[,] a = new double[2, 2], dA = new double[2, 2];
        double[][] rows = Rows(300), dRows = Rows(300);
        Run();
        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Run()
        {
            Check.NotNull(x, "x");
            Check.Length(dx.Length, x.Length, "dx", "x");
            Check.Shape(dA, a, "dA", "a");
            Check.Shape(dRows, rows, "dRows", "rows");
            Check.NoOverlap(Extent.Of<double>(dx), "dx", Extent.Of<double>(x), "x");
            Check.NoOverlap(Extent.Of(dA), "dA", Extent.Of(a), "a");
            Check.NoOverlap(dRows, "dRows", rows, "rows");
            Check.NoOverlap(dRows, "dRows", Extent.Of(a), "a");
        }
    }

    private static double[][] Rows(int count) => [.. Enumerable.Range(0, count).Select(i => new double[1 + i % 3])];
}
