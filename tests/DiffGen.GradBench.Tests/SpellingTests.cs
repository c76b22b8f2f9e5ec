using System;
using System.Linq;
using DiffGen.Benchmarks.Spellings;
using Xunit;

namespace DiffGen.GradBench.Tests;

/// <summary>However an objective is spelled, its value and derivative are the same.</summary>
public class SpellingTests
{
    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach ((string objective, Spelling[] spellings) in Catalogue.Small())
            {
                foreach (Spelling spelling in spellings.Skip(1))
                    data.Add(objective, spelling.Name);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AgreesWithTheSample(string objective, string name)
    {
        Spelling[] spellings = Catalogue.Small()[objective];
        Spelling sample = spellings[0], other = spellings.Single(spelling => spelling.Name == name);
        Reference.Close(sample.Value(), other.Value(), 1e-12);
        sample.Derivative();
        double[] expected = sample.Result();
        Assert.Contains(expected, e => e != 0);
        other.Derivative();
        Reference.Close(expected, other.Result(), 1e-11);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void OverwritesWhatItFinds(string objective, string name)
    {
        Spelling spelling = Find(objective, name);
        spelling.Derivative();
        double[] first = spelling.Result();
        spelling.Derivative();
        Assert.Equal(first, spelling.Result());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AllocatesNothing(string objective, string name)
    {
        Spelling spelling = Find(objective, name);
        for (int i = 0; i < 50; i++)
            spelling.Derivative();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++)
            spelling.Derivative();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Spelling Find(string objective, string name) => Catalogue.Small()[objective].Single(spelling => spelling.Name == name);
}
