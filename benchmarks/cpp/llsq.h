// Least squares of a polynomial through the sign function, for any number type. ints[0] = {n, m}; in = {x}; out = {value}.
#pragma once
#include "twin.h"

namespace llsq
{
inline double sign(double t) { return t > 0 ? 1 : t < 0 ? -1 : 0; }

template <class T> T objective(int n, int m, const T *__restrict x)
{
    T total = 0;
    for (int i = 0; i < n; i++)
    {
        double t = -1 + 2.0 * i / (n - 1), power = 1;
        T residual = sign(t);
        for (int j = 0; j < m; j++)
        {
            residual -= x[j] * power;
            power *= t;
        }
        total += residual * residual;
    }
    return 0.5 * total;
}
}
