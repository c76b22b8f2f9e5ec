#include "adolc_twin.h"
#include "lse.h"

ADOLC_TWINS(lse)
{
    UNUSED_INTS;
    int n = ints[0][0];
    traced::writeGradient(keep, {n}, {{in[0], n}}, out, [&](adouble *x) { return lse::logSumExp<adouble>(n, x); });
}
