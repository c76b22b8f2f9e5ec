// Runge-Kutta's method of fourth order for y' = (x0, x1 y0, x2 y1, ...), for any number type.
// ints[0] = {n, steps}; in = {x}; out = {last component of y at t = 2}.
#pragma once
#include "twin.h"

namespace ode
{
template <class T> inline void slope(int n, const T *__restrict x, const T *__restrict y, T *__restrict k)
{
    k[0] = x[0];
    for (int i = 1; i < n; i++)
        k[i] = x[i] * y[i - 1];
}

// The slope at y + h k.
template <class T>
inline void slopeAt(int n, const T *__restrict x, const T *__restrict y, double h, const T *__restrict k, T *__restrict next)
{
    next[0] = x[0];
    for (int i = 1; i < n; i++)
        next[i] = x[i] * (y[i - 1] + h * k[i - 1]);
}

// scratch: four slopes of n.
template <class T> void solve(int n, int steps, const T *__restrict x, T *__restrict y, T *__restrict scratch)
{
    T *__restrict k1 = scratch, *__restrict k2 = k1 + n, *__restrict k3 = k2 + n, *__restrict k4 = k3 + n;
    double h = 2.0 / steps;
    for (int i = 0; i < n; i++)
        y[i] = 0;
    for (int step = 0; step < steps; step++)
    {
        slope(n, x, y, k1);
        slopeAt(n, x, y, h / 2, k1, k2);
        slopeAt(n, x, y, h / 2, k2, k3);
        slopeAt(n, x, y, h, k3, k4);
        for (int i = 0; i < n; i++)
            y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
}
}
