#include "adolc_twin.h"
#include "llsq.h"

ADOLC_TWINS(llsq)
{
    UNUSED_INTS;
    int n = ints[0][0], m = ints[0][1];
    traced::writeGradient(keep, {n, m}, {{in[0], m}}, out, [&](adouble *x) { return llsq::objective<adouble>(n, m, x); });
}
