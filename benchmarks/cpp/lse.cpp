// Logarithm of a sum of exponentials: value and gradient. Gradient: out = {dx}.
#include "lse.h"

TWIN(lse_primal)
{
    UNUSED_INTS;
    *out[0] = lse::logSumExp<double>(ints[0][0], in[0]);
}

TWIN(lse_gradient)
{
    UNUSED_INTS;
    int n = ints[0][0];
    const double *__restrict x = in[0];
    double *__restrict dx = out[0];
    double largest = x[0];
    for (int i = 1; i < n; i++)
        if (x[i] > largest)
            largest = x[i];
    double sum = 0;
    for (int i = 0; i < n; i++)
    {
        dx[i] = std::exp(x[i] - largest);
        sum += dx[i];
    }
    double inverse = 1 / sum;
    for (int i = 0; i < n; i++)
        dx[i] *= inverse;
}
