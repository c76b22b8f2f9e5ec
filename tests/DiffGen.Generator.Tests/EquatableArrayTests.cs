using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using Xunit;

namespace DiffGen.Generator.Tests;

public class EquatableArrayTests
{
    private sealed record Node(string Name, EquatableArray<Node> Children);

    [Fact]
    public void RecordsThatHoldOneCompareByValue()
    {
        Node left = new("a", [new("b", []), new("c", [new("d", [])])]);
        Node right = new("a", [new("b", []), new("c", [new("d", [])])]);
        Node other = new("a", [new("b", []), new("c", [new("e", [])])]);

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.NotEqual(left, other);
    }

    [Fact]
    public void DefaultIsTheEmptyArray()
    {
        EquatableArray<int> none = default;

        Assert.Equal(none, []);
        Assert.Equal(none.GetHashCode(), new EquatableArray<int>([]).GetHashCode());
        Assert.Empty(none);
        Assert.Equal(0, none.Length);
        Assert.True(none.AsSpan().IsEmpty);
    }

    [Fact]
    public void ElementsComeInOrder()
    {
        EquatableArray<int> items = [1, 2, 3];

        Assert.Equal([1, 2, 3], items.ToArray());
        Assert.Equal([1, 2, 3, 4], items.Add(4).ToArray());
        Assert.Equal([2, 4, 6], items.Map(x => 2 * x).ToArray());
        Assert.Equal([1, 2, 3], Enumerable.Range(1, 3).ToEquatableArray().ToArray());
        var seen = new List<int>();
        foreach (int item in items)
            seen.Add(item);
        Assert.Equal([1, 2, 3], seen);
        Assert.Equal("[1, 2, 3]", items.ToString());
        Assert.Equal(3, items[^1]);
        Assert.Equal([2, 3], items.ToArray()[1..]);
    }

    [Fact]
    public void NullElementsCompare()
    {
        EquatableArray<string?> left = ["a", null];
        EquatableArray<string?> right = ["a", null];

        Assert.True(left == right);
        Assert.True(left != ["a", "b"]);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }
}
