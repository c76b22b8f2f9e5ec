using System;

namespace DiffGen;

/// <summary>The order in which greedy colouring takes vertices: those with most neighbours first (Welsh and Powell 1967), else as they come.</summary>
internal static class LargestFirst
{
    /// <param name="pointers">Where the neighbours of each vertex begin, and where the last ones end.</param>
    public static int[] Order(ReadOnlySpan<int> pointers)
    {
        int count = pointers.Length - 1;
        int largest = 0;
        for (int vertex = 0; vertex < count; vertex++)
            largest = Math.Max(largest, pointers[vertex + 1] - pointers[vertex]);

        // By counting, which keeps the order of equals.
        var starts = new int[largest + 2];
        for (int vertex = 0; vertex < count; vertex++)
            starts[largest - (pointers[vertex + 1] - pointers[vertex]) + 1]++;
        for (int place = 0; place <= largest; place++)
            starts[place + 1] += starts[place];
        var order = new int[count];
        for (int vertex = 0; vertex < count; vertex++)
            order[starts[largest - (pointers[vertex + 1] - pointers[vertex])]++] = vertex;
        return order;
    }
}
