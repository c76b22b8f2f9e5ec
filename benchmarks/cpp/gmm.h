// The log-posterior of a mixture of Gaussians, for any number type.
// ints[0] = {d, k, n, m}; in = {alpha, mu, q, l, x, {gamma}}; out = {value}.
#pragma once
#include "twin.h"

namespace gmm
{
inline double logGammaOfDimension(double a, int p)
{
    double sum = 0.25 * p * (p - 1) * std::log(M_PI);
    for (int j = 1; j <= p; j++)
        sum += std::lgamma(a + 0.5 * (1 - j));
    return sum;
}

template <class T> T logSumExp(const T *t, int count)
{
    using std::exp;
    using std::log;
    T largest = t[0];
    for (int i = 1; i < count; i++)
        if (t[i] > largest)
            largest = t[i];
    T sum = 0;
    for (int i = 0; i < count; i++)
        sum += exp(t[i] - largest);
    return log(sum) + largest;
}

inline double constant(int d, int k, int n, int m, double gamma)
{
    double degrees = d + m + 1;
    double c = degrees * d * (std::log(gamma) - 0.5 * std::log(2.0)) - logGammaOfDimension(0.5 * degrees, d);
    return -n * d * 0.5 * std::log(2 * M_PI) + k * c;
}

// scratch: k*d diagonals, k sums, d centred, d transformed, k terms.
template <class T>
T logPosterior(int d, int k, int n, int m, double gamma, const T *__restrict alpha, const T *__restrict mu, const T *__restrict q,
               const T *__restrict l, const double *__restrict x, T *__restrict scratch)
{
    using std::exp;
    T *__restrict diagonal = scratch;
    T *__restrict sums = diagonal + k * d;
    T *__restrict centred = sums + k;
    T *__restrict y = centred + d;
    T *__restrict terms = y + d;
    int triangle = d * (d - 1) / 2;
    T wishart = 0;
    for (int c = 0; c < k; c++)
    {
        T sum = 0, square = 0;
        for (int j = 0; j < d; j++)
        {
            T e = exp(q[c * d + j]);
            diagonal[c * d + j] = e;
            sum += q[c * d + j];
            square += e * e;
        }
        for (int j = 0; j < triangle; j++)
            square += l[c * triangle + j] * l[c * triangle + j];
        sums[c] = sum;
        wishart += 0.5 * gamma * gamma * square - m * sum;
    }
    T total = 0;
    for (int i = 0; i < n; i++)
    {
        for (int c = 0; c < k; c++)
        {
            for (int j = 0; j < d; j++)
            {
                centred[j] = x[i * d + j] - mu[c * d + j];
                y[j] = diagonal[c * d + j] * centred[j];
            }
            const T *__restrict column = l + c * triangle;
            for (int a = 0; a < d; a++)
            {
                T value = centred[a];
                for (int b = a + 1; b < d; b++)
                    y[b] += column[b - a - 1] * value;
                column += d - 1 - a;
            }
            T square = 0;
            for (int j = 0; j < d; j++)
                square += y[j] * y[j];
            terms[c] = alpha[c] + sums[c] - 0.5 * square;
        }
        total += logSumExp(terms, k);
    }
    return constant(d, k, n, m, gamma) + total - n * logSumExp(alpha, k) - wishart;
}
}
