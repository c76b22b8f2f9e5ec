using System;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>The life of a tape: copies, threads, disposal, memory, errors.</summary>
public sealed partial class SplitTapeTests : IClassFixture<SplitTapeTests.Probes>
{
    private readonly Probes _probes;

    public SplitTapeTests(Probes probes) => _probes = probes;

    [Fact]
    public void Threads_may_use_a_tape_one_after_another() => Assert.True(_probes.Call<bool>("Threads"));

    [Fact]
    public void Threads_at_the_same_time_are_refused_and_never_get_wrong_numbers() => Assert.Equal("", _probes.Call<string>("Race"));

    [Fact]
    public void A_tape_may_be_disposed_of_while_it_is_read() => Assert.True(_probes.Call<bool>("DisposeWhileRunning"));

    [Theory]
    [InlineData("tape", "ObjectDisposedException")]
    [InlineData("copy", "ObjectDisposedException")]
    [InlineData("default", "ObjectDisposedException")]
    [InlineData("other", "none")]
    public void Every_copy_of_a_disposed_tape_is_dead(string use, string expected) => Assert.Equal(expected, _probes.Call<string>("Disposed", use));

    [Fact]
    public void Bytes_grow_with_what_is_saved()
    {
        long small = _probes.Call<long>("Bytes", 100), large = _probes.Call<long>("Bytes", 10000);
        Assert.InRange(small, 100 * 8, 100 * 24 + 256);
        Assert.InRange(large, 10000 * 8, 10000 * 24 + 256);
        Assert.Equal(0, _probes.Call<long>("BytesOfDefault"));
    }

    [Theory]
    [InlineData("Tree", 3)]
    [InlineData("Tree", 12)]
    [InlineData("Rows", 2)]
    [InlineData("Rows", 300)]
    public void Records_survive_what_pullbacks_push(string name, int n) => Assert.True(_probes.Call<bool>("Repeats", name, n));

    [Fact]
    public void Shadows_made_by_the_primal_sweep_are_cleared_after_each_pullback() => Assert.True(_probes.Call<bool>("LocalRows"));

    [Fact]
    public void Ref_and_out_parameters_keep_their_places() => Assert.True(_probes.Call<bool>("References"));

    [Theory]
    [InlineData("destination", "ArgumentException: 'dx' has length 2, but 'x' has length 3. (Parameter 'dx')")]
    [InlineData("cotangent", "ArgumentException: 'cotangent' has length 2, but 'the result' has length 3. (Parameter 'cotangent')")]
    [InlineData("overlap", "ArgumentException")]
    public void Arguments_are_checked_before_anything_is_written(string what, string expected) => Assert.StartsWith(expected, _probes.Call<string>("Lengths", what));

    [Theory]
    [InlineData("", "none")]
    [InlineData("rows", "dRows")]
    [InlineData("matrix", "dMatrix")]
    public void Shapes_are_those_of_the_forward_call(string what, string expected) => Assert.Equal(expected, _probes.Call<string>("Shapes", what));

    [Fact]
    public void Tapes_of_overloads_have_names_of_their_own() =>
        Assert.Equal("OverTapeDouble OverTapeDoubleArrayDoubleSingleTuple", _probes.Call<string>("Overloads"));

    [Fact]
    public void An_exception_of_the_primal_gives_the_memory_back() => Assert.True(_probes.Call<bool>("Throws"));

    [Fact]
    public void Nothing_is_allocated_in_steady_state() => Assert.Equal(0, _probes.Call<long>("Allocated"));

    [Fact]
    public void A_tape_that_is_dropped_is_collected() => Assert.True(_probes.Call<bool>("IsCollected"));

    /// <summary>The compiled probes, shared by all tests of the class.</summary>
    public sealed class Probes : IDisposable
    {
        private readonly GeneratorRun _run = GeneratorRun.Compile(Source).AssertClean();

        public T Call<T>(string name, params object[] arguments) => _run.Invoke<T>("Own.Probe", name, arguments);

        public void Dispose() => _run.Dispose();
    }
}
