using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace DiffGen.CompilerServices;

/// <summary>From propagated index sets to patterns, and from products with few vectors to matrices. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Sparsity
{
    /// <summary>The pattern of a Jacobian, from the set of the inputs that each output depends on.</summary>
    public static SparsityPattern OfJacobian(IndexSets sets, ReadOnlySpan<int> outputs, int inputs)
    {
        ArgumentNullException.ThrowIfNull(sets);
        var pointers = new int[outputs.Length + 1];
        var indices = new List<int>();
        for (int row = 0; row < outputs.Length; row++)
        {
            sets.CopyTo(outputs[row], indices);
            pointers[row + 1] = indices.Count;
        }
        return SparsityPattern.Adopt(outputs.Length, inputs, pointers, indices.ToArray());
    }

    /// <summary>
    /// The pattern of a Hessian, from the set of the inputs that each component of the gradient depends on. Where that is not symmetric, since one
    /// of two mirror images was known to be zero and the other was not, both are taken in.
    /// </summary>
    public static SparsityPattern OfHessian(IndexSets sets, ReadOnlySpan<int> gradient)
    {
        SparsityPattern half = OfJacobian(sets, gradient, gradient.Length);
        SparsityPattern mirror = half.Transpose();
        if (mirror.RowPointers.SequenceEqual(half.RowPointers) && mirror.ColumnIndices.SequenceEqual(half.ColumnIndices))
            return half;
        var pointers = new int[half.Rows + 1];
        var indices = new List<int>(half.Count);
        for (int row = 0; row < half.Rows; row++)
        {
            Merge(half.Row(row), mirror.Row(row), indices);
            pointers[row + 1] = indices.Count;
        }
        return SparsityPattern.Adopt(half.Rows, half.Columns, pointers, indices.ToArray());
    }

    private static void Merge(ReadOnlySpan<int> left, ReadOnlySpan<int> right, List<int> merged)
    {
        int i = 0;
        int j = 0;
        while (i < left.Length || j < right.Length)
        {
            int next = j == right.Length || (i < left.Length && left[i] <= right[j]) ? left[i] : right[j];
            if (i < left.Length && left[i] == next)
                i++;
            if (j < right.Length && right[j] == next)
                j++;
            merged.Add(next);
        }
    }
}
