#include "adolc_twin.h"
#include "mlp.h"

ADOLC_TWINS(mlp)
{
    UNUSED_INTS;
    int batch = ints[0][0], layers = ints[0][1], count = 0, widest = ints[1][0];
    for (int layer = 0; layer < layers; layer++)
    {
        count += (ints[1][layer] + 1) * ints[1][layer + 1];
        widest = std::max(widest, ints[1][layer + 1]);
    }
    traced::writeGradient(keep, {batch, layers, count}, {{in[0], count}}, out, [&](adouble *w) {
        std::vector<adouble> scratch(2 * widest);
        return mlp::loss<adouble>(batch, layers, ints[1], ints[2], w, in[1], scratch.data(), widest);
    });
}
