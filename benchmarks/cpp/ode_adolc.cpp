#include "adolc_twin.h"
#include "ode.h"

ADOLC_TWINS(ode)
{
    UNUSED_INTS;
    int n = ints[0][0], steps = ints[0][1];
    traced::writeGradient(keep, {n, steps}, {{in[0], n}}, out, [&](adouble *x) {
        std::vector<adouble> y(n), scratch(4 * n);
        ode::solve<adouble>(n, steps, x, y.data(), scratch.data());
        return y[n - 1];
    });
}
