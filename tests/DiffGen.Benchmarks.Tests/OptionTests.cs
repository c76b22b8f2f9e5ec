using DiffGen.Benchmarks.Suite;
using Xunit;

namespace DiffGen.Benchmarks.Tests;

/// <summary>The suite's arguments.</summary>
public class OptionTests
{
    private static readonly string[] Known = ["gmm", "ba", "lstm"];

    [Fact]
    public void NothingMeansEverything()
    {
        SuiteOptions options = Parsed();
        Assert.Equal(Known, options.Objectives);
        Assert.False(options.Quick || options.CheckOnly);
        Assert.Equal(SuiteOptions.DefaultOutput, options.Output);
    }

    [Fact]
    public void ObjectivesKeepTheSuitesOrder() => Assert.Equal(["gmm", "lstm"], Parsed("lstm", "--quick", "gmm", "lstm").Objectives);

    [Fact]
    public void OptionsAreRead()
    {
        SuiteOptions options = Parsed("--quick", "--check", "--output", "there");
        Assert.True(options.Quick && options.CheckOnly);
        Assert.Equal("there", options.Output);
    }

    [Theory]
    [InlineData("Unknown objective 'gnn'. There are: gmm, ba, lstm.", "gmm", "gnn")]
    [InlineData("--output needs a folder.", "--output")]
    [InlineData("Unknown option '--quik'.", "--quik")]
    public void MistakesAreTold(string message, params string[] arguments)
    {
        Assert.False(SuiteOptions.TryParse(arguments, Known, out _, out string? error));
        Assert.StartsWith(message, error);
    }

    private static SuiteOptions Parsed(params string[] arguments)
    {
        Assert.True(SuiteOptions.TryParse(arguments, Known, out SuiteOptions? options, out string? error), error);
        return options;
    }
}
