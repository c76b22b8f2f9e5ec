#include "adolc_twin.h"
#include "ht.h"

// Two numbers added to all u give the Jacobian's first two columns; columns come in forward mode.
ADOLC_TWINS(ht)
{
    UNUSED_INTS;
    ht::Model m(ints, in);
    int first = m.complicated ? 2 : 0, columns = 26 + first, rows = 3 * m.points;
    static std::vector<double> x;
    static std::vector<double *> jacobianRows, identityRows;
    static std::vector<double> identity;
    x.assign(first, 0);
    x.insert(x.end(), in[0], in[0] + 26);
    if (traced::isStale(keep, {m.vertices, m.points, columns}, x))
    {
        std::vector<adouble> active(columns), us(2 * m.points), error(rows), scratch(3 * (m.bones + 3) + 24 * m.bones + 3 * m.vertices);
        traced::start(3);
        for (int i = 0; i < columns; i++)
            active[i] <<= x[i];
        for (int i = 0; i < 2 * m.points && m.complicated; i++)
            us[i] = m.us[i] + active[i % 2];
        ht::errors<adouble>(m, active.data() + first, us.data(), error.data(), scratch.data());
        for (int i = 0; i < rows; i++)
            error[i] >>= out[1][i];
        trace_off();
    }
    jacobianRows.resize(rows);
    for (int i = 0; i < rows; i++)
        jacobianRows[i] = out[0] + i * columns;
    identity.assign(columns * columns, 0);
    identityRows.resize(columns);
    for (int i = 0; i < columns; i++)
    {
        identity[i * columns + i] = 1;
        identityRows[i] = identity.data() + i * columns;
    }
    fov_forward(3, rows, columns, columns, x.data(), identityRows.data(), out[1], jacobianRows.data());
}
