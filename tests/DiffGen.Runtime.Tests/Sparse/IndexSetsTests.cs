using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.CompilerServices;
using Xunit;

namespace DiffGen.Runtime.Tests.Sparse;

public class IndexSetsTests
{
    private static List<int> Members(IndexSets sets, int set)
    {
        var members = new List<int>();
        sets.CopyTo(set, members);
        return members;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomUnionsAreThoseOfOrdinarySets(int seed)
    {
        var random = new Random(seed);
        var sets = new IndexSets();
        var known = new List<(int Id, SortedSet<int> Members)> { (IndexSets.Empty, []) };
        for (int step = 0; step < 2000; step++)
        {
            if (random.Next(4) == 0)
            {
                int member = random.Next(1 << random.Next(1, 31));
                known.Add((sets.Singleton(member), [member]));
            }
            else
            {
                (int firstId, SortedSet<int> first) = known[random.Next(known.Count)];
                (int secondId, SortedSet<int> second) = known[random.Next(known.Count)];
                known.Add((sets.Union(firstId, secondId), [.. first, .. second]));
            }
            Assert.Equal(known[^1].Members, Members(sets, known[^1].Id));
        }
        // Equal sets have equal ids, and others do not.
        Assert.All(known.GroupBy(set => string.Join(' ', set.Members)), group => Assert.Single(group.Select(set => set.Id).Distinct()));
        Assert.All(known.GroupBy(set => set.Id), group => Assert.Single(group.Select(set => string.Join(' ', set.Members)).Distinct()));
    }

    [Fact]
    public void TheEmptySetAddsNothing()
    {
        var sets = new IndexSets();
        int one = sets.Singleton(7);
        Assert.Equal(one, sets.Union(one, IndexSets.Empty));
        Assert.Equal(one, sets.Union(IndexSets.Empty, one));
        Assert.Equal(one, sets.Union(one, one));
        Assert.Equal(IndexSets.Empty, sets.Union(IndexSets.Empty, IndexSets.Empty));
        Assert.Empty(Members(sets, IndexSets.Empty));
        Assert.Equal([int.MaxValue], Members(sets, sets.Singleton(int.MaxValue)));
    }

    [Fact]
    public void ManySmallSetsAndOneLargeOneAreCheap()
    {
        const int Count = 100_000;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var sets = new IndexSets();
        int all = IndexSets.Empty;
        for (int i = 1; i < Count - 1; i++)
        {
            int neighbours = sets.Union(sets.Union(sets.Singleton(i - 1), sets.Singleton(i)), sets.Singleton(i + 1));
            all = sets.Union(all, neighbours);
        }
        Assert.Equal(Enumerable.Range(0, Count), Members(sets, all));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void PatternsComeFromSets()
    {
        var sets = new IndexSets();
        int ends = sets.Union(sets.Singleton(0), sets.Singleton(2));
        SparsityPattern jacobian = Sparsity.OfJacobian(sets, [ends, IndexSets.Empty, sets.Singleton(3)], 4);
        Assert.Equal([0, 2, 2, 3], jacobian.RowPointers);
        Assert.Equal([0, 2, 3], jacobian.ColumnIndices);
        Assert.Equal(4, jacobian.Columns);

        // Row 0 has column 2, so row 2 gets column 0.
        SparsityPattern hessian = Sparsity.OfHessian(sets, [ends, IndexSets.Empty, sets.Singleton(2)]);
        Assert.True(hessian.IsSymmetric());
        Assert.Equal([0, 2, 2, 4], hessian.RowPointers);
        Assert.Equal([0, 2, 0, 2], hessian.ColumnIndices);
    }
}
