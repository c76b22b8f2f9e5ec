#include "adolc_twin.h"
#include "kmeans.h"

// The diagonal of the Hessian is its product with ones, since it is diagonal.
ADOLC_TWINS(kmeans)
{
    UNUSED_INTS;
    int n = ints[0][0], d = ints[0][1], k = ints[0][2];
    traced::writeGradient(keep, {n, d, k}, {{in[1], k * d}}, out, [&](adouble *c) { return kmeans::cost<adouble>(n, d, k, in[0], c); });
    static std::vector<double> x, ones;
    x.assign(in[1], in[1] + k * d);
    ones.assign(k * d, 1);
    hess_vec(1, k * d, x.data(), ones.data(), out[1]);
}
