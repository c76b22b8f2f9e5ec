#include "adolc_twin.h"
#include "gmm.h"

ADOLC_TWINS(gmm)
{
    UNUSED_INTS;
    int d = ints[0][0], k = ints[0][1], n = ints[0][2], m = ints[0][3], triangle = d * (d - 1) / 2;
    traced::Parts parts = {{in[0], k}, {in[1], k * d}, {in[2], k * d}, {in[3], k * triangle}};
    traced::writeGradient(keep, {d, k, n, m}, parts, out, [&](adouble *a) {
        std::vector<adouble> scratch(k * d + 2 * k + 2 * d);
        adouble *mu = a + k, *q = mu + k * d, *l = q + k * d;
        return gmm::logPosterior<adouble>(d, k, n, m, *in[5], a, mu, q, l, in[4], scratch.data());
    });
}
