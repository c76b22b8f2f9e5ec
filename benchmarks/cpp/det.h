// The determinant by expansion along rows, the free columns in a linked list, for any number type. ints[0] = {l}; in = {A}; out = {value}.
#pragma once
#include "twin.h"

namespace det
{
// next[c] is the free column after c; the list starts at next[size].
template <class T> T minor(const T *A, int size, int row, int *next)
{
    if (row == size - 1)
        return A[row * size + next[size]];
    T sum = 0;
    double sign = 1;
    for (int before = size, c = next[size]; c != size; before = c, c = next[c])
    {
        next[before] = next[c];
        sum += sign * A[row * size + c] * minor(A, size, row + 1, next);
        next[before] = c;
        sign = -sign;
    }
    return sum;
}

inline int *allColumns(std::vector<int> &storage, int size)
{
    storage.resize(size + 1);
    for (int i = 0; i < size; i++)
        storage[i] = i + 1;
    storage[size] = 0;
    return storage.data();
}
}
