using System;
using System.Linq;
using DiffGen.Benchmarks.Suite;
using Xunit;

namespace DiffGen.Benchmarks.Tests;

/// <summary>What is made of times and results.</summary>
public class MeasurementTests
{
    [Theory]
    [InlineData(new[] { 3.0 }, 3, 3)]
    [InlineData(new[] { 5.0, 1, 3 }, 3, 1)]
    [InlineData(new[] { 4.0, 1, 3, 2 }, 2.5, 1)]
    public void MedianAndMinimumOfTimes(double[] times, double median, double minimum) =>
        Assert.Equal(new Statistics(median, minimum), Statistics.Of(times));

    [Fact]
    public void NoTimesHaveNoMedian() => Assert.Throws<ArgumentException>(() => Statistics.Of([]));

    [Fact]
    public void DistanceIsRelativeToTheLargestNumberOfAnArray()
    {
        double distance = Agreement.Distance(Outputs([100, 0], [1]), Outputs([100, 1], [1]));
        Assert.Equal(0.01, distance, 12);
    }

    [Fact]
    public void ArraysOfZerosAgree() => Assert.Equal(0, Agreement.Distance(Outputs([0, 0]), Outputs([0, 0])));

    [Fact]
    public void NotANumberIsFar() => Assert.Equal(double.PositiveInfinity, Agreement.Distance(Outputs([1, 2]), Outputs([1, double.NaN])));

    [Fact]
    public void OtherShapesAreFar() => Assert.Equal(double.PositiveInfinity, Agreement.Distance(Outputs([1]), Outputs([1, 2])));

    [Fact]
    public void OtherIntegersAreFar() =>
        Assert.Equal(double.PositiveInfinity, Agreement.Distance(new Buffers([[1, 2]], [[1.0]]), new Buffers([[1, 3]], [[1.0]])));

    [Fact]
    public void MostCandidatesAreRight()
    {
        (int reference, double[] distances) = Agreement.Consensus([Outputs([9]), Outputs([1]), Outputs([1 + 1e-12])], 1e-9);
        Assert.Equal(1, reference);
        Assert.Equal([true, false, false], distances.Select(distance => distance > 1e-9));
    }

    [Fact]
    public void EveryCandidateIsTimedInTurn()
    {
        var counters = new[] { new Counter("a"), new Counter("b") };
        Statistics[] times = new Rounds(0.001).Time(counters);
        Assert.Equal(2, times.Length);
        Assert.All(counters, counter => Assert.True(counter.Calls >= 3));
    }

    [Theory]
    [InlineData(0, 4, "[..............................]   0 %")]
    [InlineData(2, 4, "[###############...............]  50 %")]
    [InlineData(0, 0, "[##############################] 100 %")]
    public void ProgressIsABar(int done, int steps, string bar) => Assert.Equal(bar, ProgressBar.Bar(done, steps));

    private static Buffers Outputs(params double[][] reals) => new([], reals);

    private sealed class Counter(string name) : Candidate(name, Role.Derivative)
    {
        public int Calls { get; private set; }

        public override bool IsWarm => true;

        public override Buffers Compute() => new([1]);

        public override double Time(int calls)
        {
            Calls += calls;
            return 1;
        }
    }
}
