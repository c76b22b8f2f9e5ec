// Determinant: value and gradient. What a minor counts is known on the way down and its value on the way up, so that one recursion
// gives the whole gradient. Gradient: out = {dA}.
#include "det.h"
#include <algorithm>

TWIN(det_primal)
{
    UNUSED_INTS;
    static std::vector<int> columns;
    *out[0] = det::minor<double>(in[0], ints[0][0], 0, det::allColumns(columns, ints[0][0]));
}

namespace
{
double minorWithGradient(const double *A, double *dA, int size, int row, int *next, double bar)
{
    if (row == size - 1)
    {
        dA[row * size + next[size]] += bar;
        return A[row * size + next[size]];
    }
    double sum = 0;
    double signedBar = bar, sign = 1;
    for (int before = size, c = next[size]; c != size; before = c, c = next[c])
    {
        next[before] = next[c];
        double entry = A[row * size + c];
        double value = minorWithGradient(A, dA, size, row + 1, next, signedBar * entry);
        dA[row * size + c] += signedBar * value;
        sum += sign * entry * value;
        next[before] = c;
        sign = -sign;
        signedBar = -signedBar;
    }
    return sum;
}
}

TWIN(det_gradient)
{
    UNUSED_INTS;
    int size = ints[0][0];
    static std::vector<int> columns;
    std::fill(out[0], out[0] + size * size, 0.0);
    minorWithGradient(in[0], out[0], size, 0, det::allColumns(columns, size), 1);
}
