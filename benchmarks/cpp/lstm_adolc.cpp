#include "adolc_twin.h"
#include "lstm.h"

ADOLC_TWINS(lstm)
{
    UNUSED_INTS;
    int layers = ints[0][0], b = ints[0][1], c = ints[0][2];
    traced::writeGradient(keep, {layers, b, c}, {{in[0], 8 * layers * b}, {in[1], 3 * b}}, out, [&](adouble *a) {
        std::vector<adouble> scratch((2 * layers + 1) * b);
        return lstm::loss<adouble>(layers, b, c, a, a + 8 * layers * b, in[2], in[3], scratch.data());
    });
}
