// The logarithm of a sum of exponentials, shifted by the largest, for any number type. ints[0] = {n}; in = {x}; out = {value}.
#pragma once
#include "twin.h"

namespace lse
{
template <class T> T logSumExp(int n, const T *__restrict x)
{
    using std::exp;
    using std::log;
    T largest = x[0];
    for (int i = 1; i < n; i++)
        if (x[i] > largest)
            largest = x[i];
    T sum = 0;
    for (int i = 0; i < n; i++)
        sum += exp(x[i] - largest);
    return log(sum) + largest;
}
}
