using System;

namespace DiffGen;

/// <summary>
/// A star colouring of the graph of a symmetric matrix: neighbours differ, and every path of four vertices has at least three colours. Then
/// of each entry and its mirror image at least one stands alone in its row among the columns of its colour. T. F. Coleman, J. J. Moré, "Estimation
/// of sparse Hessian matrices and graph coloring problems" (1984); A. H. Gebremedhin, F. Manne, A. Pothen, "What color is your Jacobian?" (2005).
/// </summary>
/// <remarks>
/// Greedy, largest first. For each vertex the colours around it are kept, with how many neighbours have each: what a vertex may not be coloured
/// with is found from these, in time that goes with the number of colours around its neighbours rather than with the neighbours' degrees, so that
/// a vertex that everything else is tied to does no harm.
/// </remarks>
internal sealed class StarColouring
{
    private readonly SparsityPattern _graph;
    private readonly int[] _colours;
    private readonly int[] _forbidden;

    // For each vertex the distinct colours around it, in the place where its neighbours are in the pattern.
    private readonly int[] _distinct;
    private readonly int[] _around;
    private readonly int[] _times;
    private readonly int[] _first;

    private StarColouring(SparsityPattern graph)
    {
        _graph = graph;
        _colours = new int[graph.Rows];
        Array.Fill(_colours, -1);
        _forbidden = new int[graph.Rows + 1];
        Array.Fill(_forbidden, -1);
        _distinct = new int[graph.Rows];
        _around = new int[graph.Count];
        _times = new int[graph.Count];
        _first = new int[graph.Count];
    }

    /// <exception cref="InvalidOperationException">The pattern is not symmetric.</exception>
    public static Colouring Of(SparsityPattern pattern)
    {
        if (!pattern.IsSymmetric())
            throw new InvalidOperationException("Only symmetric patterns have a star colouring.");
        var colouring = new StarColouring(pattern);
        int count = 0;
        foreach (int vertex in LargestFirst.Order(pattern.RowPointers))
        {
            int colour = colouring.Choose(vertex);
            colouring.Colour(vertex, colour);
            count = Math.Max(count, colour + 1);
        }
        return colouring.Recovery(count);
    }

    private int Choose(int vertex)
    {
        ReadOnlySpan<int> neighbours = _graph.Row(vertex);
        foreach (int neighbour in neighbours)
        {
            if (neighbour != vertex && _colours[neighbour] >= 0)
                _forbidden[_colours[neighbour]] = vertex;
        }
        foreach (int neighbour in neighbours)
        {
            if (neighbour != vertex && _colours[neighbour] >= 0)
                ForbidPaths(vertex, neighbour);
        }
        int colour = 0;
        while (_forbidden[colour] == vertex)
            colour++;
        return colour;
    }

    /// <summary>Forbids the colours that would make a path of four vertices through this neighbour two-coloured.</summary>
    private void ForbidPaths(int vertex, int neighbour)
    {
        int own = _colours[neighbour];
        // With the vertex inside: another neighbour of it has the same colour, so nothing beyond this one may have the vertex's.
        bool isInside = _times[Find(vertex, own)] > 1;
        int start = _graph.RowPointers[neighbour];
        for (int place = start; place < start + _distinct[neighbour]; place++)
        {
            int colour = _around[place];
            if (_forbidden[colour] == vertex)
                continue;
            // With the vertex at the end: vertex, neighbour, the one beyond it, and a further one with the neighbour's colour.
            if (isInside || (_times[place] == 1 && _times[Find(_first[place], own)] > 1))
                _forbidden[colour] = vertex;
        }
    }

    private void Colour(int vertex, int colour)
    {
        _colours[vertex] = colour;
        foreach (int neighbour in _graph.Row(vertex))
        {
            if (neighbour == vertex)
                continue;
            int place = Find(neighbour, colour);
            if (place == _graph.RowPointers[neighbour] + _distinct[neighbour])
            {
                _distinct[neighbour]++;
                (_around[place], _first[place]) = (colour, vertex);
            }
            _times[place]++;
        }
    }

    /// <summary>The place of a colour among those around a vertex; just behind them if it is not there.</summary>
    private int Find(int vertex, int colour)
    {
        int place = _graph.RowPointers[vertex];
        int end = place + _distinct[vertex];
        while (place < end && _around[place] != colour)
            place++;
        return place;
    }

    // An entry (i, j) stands alone in row i of colour(j)'s product if no other neighbour of i has that colour; else (j, i) does in row j.
    private Colouring Recovery(int count)
    {
        var sourceColours = new int[_graph.Count];
        var sourceRows = new int[_graph.Count];
        for (int row = 0; row < _graph.Rows; row++)
        {
            for (int entry = _graph.RowPointers[row]; entry < _graph.RowPointers[row + 1]; entry++)
            {
                // Both of a pair are read from one place, so that the matrix is symmetric to the bit.
                int column = _graph.ColumnIndices[entry];
                (int from, int to) = row <= column ? (row, column) : (column, row);
                if (from != to && _times[Find(from, _colours[to])] > 1)
                    (from, to) = (to, from);
                (sourceColours[entry], sourceRows[entry]) = (_colours[to], from);
            }
        }
        return Colouring.Create(_colours, count, sourceColours, sourceRows);
    }
}
