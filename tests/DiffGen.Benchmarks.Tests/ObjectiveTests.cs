using System.IO;
using System.Linq;
using DiffGen.Benchmarks.Suite;
using Xunit;

namespace DiffGen.Benchmarks.Tests;

/// <summary>The suite's objectives, and what is written by hand beside them.</summary>
public class ObjectiveTests
{
    public static TheoryData<string> Names => [.. Suite.Objective.All.Select(objective => objective.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ADerivativeByHandAgrees(string name)
    {
        Problem problem = Small(name);
        Buffers generated = problem.Derivative.Fresh(), byHand = problem.Derivative.Fresh();
        problem.Strict(generated);
        problem.ByHand!(byHand);
        Assert.InRange(Agreement.Distance(generated, byHand), 0, 1e-11);
        Assert.Contains(generated.Reals[0], number => number != 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AFastDerivativeAgrees(string name)
    {
        Problem problem = Small(name);
        Buffers strict = problem.Derivative.Fresh(), fast = problem.Derivative.Fresh();
        problem.Strict(strict);
        problem.Fast!(fast);
        Assert.InRange(Agreement.Distance(strict, fast), 0, 1e-10);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ADerivativeByHandStartsAfresh(string name)
    {
        Problem problem = Small(name);
        Buffers once = problem.Derivative.Fresh(), twice = problem.Derivative.Fresh();
        problem.ByHand!(once);
        problem.ByHand!(twice);
        problem.ByHand!(twice);
        Assert.Equal(0, Agreement.Distance(once, twice));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TwinsAreThere(string name)
    {
        string source = File.ReadAllText(Path.Combine(System.AppContext.BaseDirectory, "cpp", name + ".cpp"));
        Assert.Contains($"TWIN({name}_primal)", source);
        Assert.Contains($"TWIN({name}_gradient)", source);
        Assert.True(File.Exists(Path.Combine(System.AppContext.BaseDirectory, "cpp", name + "_adolc.cpp")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ThereAreThreeSizesAndAnAxis(string name)
    {
        Suite.Objective objective = Suite.Objective.All.Single(o => o.Name == name);
        Assert.True(objective.Sizes >= 3);
        Assert.True(objective.Growth.Steps.Length >= 3);
        Assert.Equal(objective.Growth.Steps.Order(), objective.Growth.Steps);
    }

    private static Problem Small(string name)
    {
        Suite.Objective objective = Suite.Objective.All.Single(o => o.Name == name);
        return objective.TellingSize > 0 ? objective.Create(objective.TellingSize) : objective.Growth.Create(objective.Growth.Steps[0]);
    }
}
