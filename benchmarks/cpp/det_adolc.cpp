#include "adolc_twin.h"
#include "det.h"

ADOLC_TWINS(det)
{
    UNUSED_INTS;
    int size = ints[0][0];
    traced::writeGradient(keep, {size}, {{in[0], size * size}}, out, [&](adouble *a) {
        std::vector<int> columns;
        return det::minor<adouble>(a, size, 0, det::allColumns(columns, size));
    });
}
