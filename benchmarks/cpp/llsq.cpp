// Least squares: value, and gradient by a hand-written adjoint. Gradient: out = {dx}.
#include "llsq.h"
#include <algorithm>

TWIN(llsq_primal)
{
    UNUSED_INTS;
    *out[0] = llsq::objective<double>(ints[0][0], ints[0][1], in[0]);
}

TWIN(llsq_gradient)
{
    UNUSED_INTS;
    int n = ints[0][0], m = ints[0][1];
    const double *__restrict x = in[0];
    double *__restrict dx = out[0];
    static std::vector<double> storage;
    double *__restrict powers = reserve(storage, m);
    std::fill(dx, dx + m, 0.0);
    for (int i = 0; i < n; i++)
    {
        double t = -1 + 2.0 * i / (n - 1), power = 1, residual = llsq::sign(t);
        for (int j = 0; j < m; j++)
        {
            powers[j] = power;
            residual -= x[j] * power;
            power *= t;
        }
        for (int j = 0; j < m; j++)
            dx[j] -= residual * powers[j];
    }
}
