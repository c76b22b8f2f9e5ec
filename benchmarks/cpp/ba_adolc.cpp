#include "adolc_twin.h"
#include "ba.h"

// One observation is traced, on the way of rotations that are not zero, and serves for all that take this way.
ADOLC_TWINS(ba)
{
    int n = ints[0][0], m = ints[0][1], p = ints[0][2];
    static bool known = false;
    double x[17], *rows[2];
    for (int i = 0; i < p; i++)
    {
        int cam = ints[1][2 * i], point = ints[1][2 * i + 1];
        std::copy(in[0] + 11 * cam, in[0] + 11 * cam + 11, x);
        std::copy(in[1] + 3 * point, in[1] + 3 * point + 3, x + 11);
        x[14] = in[2][i];
        const double *feature = in[3] + 2 * i;
        if ((i == 0 && !keep) || !known)
        {
            adouble a[15], error[2];
            double zero[2] = {0, 0};
            traced::start(2);
            for (int j = 0; j < 15; j++)
                a[j] <<= x[j];
            ba::reproject<adouble>(a, a + 11, a[14], zero, error);
            error[0] >>= out[0][0];
            error[1] >>= out[0][1];
            trace_off();
            known = true;
        }
        double *block = out[2] + 30 * i;
        rows[0] = block;
        rows[1] = block + 15;
        jacobian(2, 2, 15, x, rows);
        // The feature is a constant of each observation: traced as 0, taken off here.
        ba::reproject<double>(x, x + 11, x[14], feature, out[0] + 2 * i);
        block[14] -= feature[0];
        block[29] -= feature[1];
        for (int row = 0; row < 2; row++)
        {
            outInts[0][2 * i + row] = 30 * i + 15 * row;
            int *columns = outInts[1] + 30 * i + 15 * row;
            for (int j = 0; j < 11; j++)
                columns[j] = 11 * cam + j;
            for (int j = 0; j < 3; j++)
                columns[11 + j] = 11 * n + 3 * point + j;
            columns[14] = 11 * n + 3 * m + i;
        }
        out[1][i] = 1 - x[14] * x[14];
        out[2][30 * p + i] = -2 * x[14];
        outInts[0][2 * p + i] = 30 * p + i;
        outInts[1][30 * p + i] = 11 * n + 3 * m + i;
    }
    outInts[0][3 * p] = 31 * p;
}
