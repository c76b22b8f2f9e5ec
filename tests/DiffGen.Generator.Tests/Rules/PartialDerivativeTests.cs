using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Rules;
using Xunit;

namespace DiffGen.Generator.Tests.Rules;

/// <summary>Each row's derivative against five-point differences of what the row computes, on the row's own domain.</summary>
public class PartialDerivativeTests
{
    private static readonly double[] s_fractions = [0.11, 0.37, 0.62, 0.93];

    public static TheoryData<string> Differentiable =>
        new(PrimitiveTable.Rows.Where(row => row.Contributions.Any(contribution => contribution is not null)).Select(row => row.Name));

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void Matches_differences_in_double(string name) => Assert.Empty(Mismatches(name, single: false, factor: 1));

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void Matches_differences_in_float(string name) => Assert.Empty(Mismatches(name, single: true, factor: 1));

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void A_wrong_rule_would_be_noticed(string name)
    {
        bool isStep = Points(name).All(point => Enumerable.Range(0, point.Length).All(i => point[i] is not double || Differences(name, point, i) == 0));
        if (!isStep)
            Assert.NotEmpty(Mismatches(name, single: false, factor: 1.0001));
    }

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void Is_linear_and_the_same_in_both_modes(string name)
    {
        foreach (object[] point in Points(name))
        {
            foreach (int i in Active(name))
            {
                var probe = new RuleProbe(name, single: false, point);
                double one = probe.Contribution(i);
                AssertNear(-2 * one, probe.Contribution(i, d: -2), 1e-14, name);
                Assert.Equal(probe.Contribution(i, d: 1.7), probe.Contribution(i, d: 1.7, forward: true));
                AssertNear(one, probe.Contribution(i, constants: true), 1e-14, name);
            }
        }
    }

    private static List<string> Mismatches(string name, bool single, double factor)
    {
        var mismatches = new List<string>();
        foreach (object[] point in Points(name))
        {
            foreach (int i in Active(name))
            {
                object[] rounded = single ? point.Select(item => item is double number ? (double)(float)number : item).ToArray() : point;
                double expected = Differences(name, rounded, i);
                double actual = factor * new RuleProbe(name, single, rounded).Contribution(i);
                double tolerance = single ? 1e-3 : 1e-6;
                if (!(Math.Abs(actual - expected) <= tolerance * Math.Max(1e-3, Math.Abs(expected))))
                    mismatches.Add($"{name} in x{i} at ({string.Join(", ", rounded)}): {actual}, differences give {expected}");
            }
        }
        return mismatches;
    }

    // The exact function in double, also where the row is an estimate: an estimate is made of steps. A neighbour counts as a constant.
    private static double Differences(string name, object[] point, int argument)
    {
        string exact = name switch { "MultiplyAddEstimate" => "FusedMultiplyAdd", _ => name };
        double x = (double)point[argument];
        double h = 1e-3 * Math.Max(0.05, Math.Min(1, Math.Abs(x)));
        return (8 * (At(x + h) - At(x - h)) - (At(x + 2 * h) - At(x - 2 * h))) / (12 * h);

        double At(double shifted)
        {
            object[] moved = [.. point];
            moved[argument] = shifted;
            return name switch
            {
                "BitIncrement" or "BitDecrement" => 0,
                "ReciprocalEstimate" => 1 / shifted,
                "ReciprocalSqrtEstimate" => 1 / Math.Sqrt(shifted),
                _ => new RuleProbe(exact, single: false, moved).Value,
            };
        }
    }

    private static IEnumerable<int> Active(string name)
    {
        var row = PrimitiveTable.Find(name)!;
        return Enumerable.Range(0, row.Arity).Where(i => row.ContributionOf(i) is not null);
    }

    private static IEnumerable<object[]> Points(string name)
    {
        var row = PrimitiveTable.Find(name)!;
        for (int k = 0; k < s_fractions.Length; k++)
        {
            var point = new object[row.Arity];
            for (int i = 0; i < point.Length; i++)
            {
                var domain = i < row.Domains.Length ? row.Domains[i] : new Domain(-2, 3);
                var parameter = row.Signatures.Length == 0 ? PrimitiveParameter.Float : row.Signatures[0][i];
                point[i] = parameter switch
                {
                    PrimitiveParameter.Int => k + 1,
                    PrimitiveParameter.Rounding => MidpointRounding.ToEven,
                    _ => domain.Low + (domain.High - domain.Low) * s_fractions[(k + i) % s_fractions.Length],
                };
            }
            // Digits: rounding to a place that the step is far from crossing.
            if (row.Method == "Round" && row.Arity > 1)
            {
                point[0] = 0.8;
                point[1] = 0;
            }
            yield return point;
        }
    }

    private static void AssertNear(double expected, double actual, double tolerance, string name) =>
        Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * Math.Abs(expected), $"{name}: {expected} but {actual}");
}
