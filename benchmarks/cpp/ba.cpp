// Bundle adjustment: residuals, and residuals with the sparse Jacobian, a hand-derived 2 x 15 block for each observation.
// Gradient: out = {residuals 2p, weight residuals p, values 31p}, outInts = {rows 3p + 1, columns 31p}.
#include "ba.h"

TWIN(ba_primal)
{
    UNUSED_INTS;
    int p = ints[0][2];
    for (int i = 0; i < p; i++)
    {
        double w = in[2][i];
        ba::reproject(in[0] + 11 * ints[1][2 * i], in[1] + 3 * ints[1][2 * i + 1], w, in[3] + 2 * i, out[0] + 2 * i);
        out[1][i] = 1 - w * w;
    }
}

namespace
{
// One row of the block: r is the adjoint of the camera's coordinates of the point, R its rotation by columns.
inline void writeRotation(double g0, double g1, double g2, const double *R, const double *x, const double *axis, double a, double b,
                          double *row)
{
    double v0 = g0 * R[0] + g1 * R[1] + g2 * R[2];
    double v1 = g0 * R[3] + g1 * R[4] + g2 * R[5];
    double v2 = g0 * R[6] + g1 * R[7] + g2 * R[8];
    // The derivative by the rotation vector goes through the right Jacobian of the exponential map.
    double u0 = x[1] * v2 - x[2] * v1, u1 = x[2] * v0 - x[0] * v2, u2 = x[0] * v1 - x[1] * v0;
    double s0 = u1 * axis[2] - u2 * axis[1], s1 = u2 * axis[0] - u0 * axis[2], s2 = u0 * axis[1] - u1 * axis[0];
    row[0] = u0 - a * s0 + b * (s1 * axis[2] - s2 * axis[1]);
    row[1] = u1 - a * s1 + b * (s2 * axis[0] - s0 * axis[2]);
    row[2] = u2 - a * s2 + b * (s0 * axis[1] - s1 * axis[0]);
    row[3] = -v0;
    row[4] = -v1;
    row[5] = -v2;
    row[11] = v0;
    row[12] = v1;
    row[13] = v2;
}

inline void block(const double *cam, const double *X, double w, const double *feature, double *error, double *J)
{
    double x[3] = {X[0] - cam[3], X[1] - cam[4], X[2] - cam[5]};
    double square = cam[0] * cam[0] + cam[1] * cam[1] + cam[2] * cam[2];
    double R[9], axis[3], a, b;
    if (square != 0)
    {
        double angle = std::sqrt(square), c = std::cos(angle), s = std::sin(angle), inverse = 1 / angle, rest = 1 - c;
        double w0 = cam[0] * inverse, w1 = cam[1] * inverse, w2 = cam[2] * inverse;
        R[0] = c + rest * w0 * w0;
        R[1] = rest * w0 * w1 + s * w2;
        R[2] = rest * w0 * w2 - s * w1;
        R[3] = rest * w0 * w1 - s * w2;
        R[4] = c + rest * w1 * w1;
        R[5] = rest * w1 * w2 + s * w0;
        R[6] = rest * w0 * w2 + s * w1;
        R[7] = rest * w1 * w2 - s * w0;
        R[8] = c + rest * w2 * w2;
        axis[0] = w0;
        axis[1] = w1;
        axis[2] = w2;
        a = rest * inverse;
        b = 1 - s * inverse;
    }
    else
    {
        R[0] = R[4] = R[8] = 1;
        R[1] = cam[2];
        R[2] = -cam[1];
        R[3] = -cam[2];
        R[5] = cam[0];
        R[6] = cam[1];
        R[7] = -cam[0];
        axis[0] = axis[1] = axis[2] = a = b = 0;
    }
    double c0 = R[0] * x[0] + R[3] * x[1] + R[6] * x[2];
    double c1 = R[1] * x[0] + R[4] * x[1] + R[7] * x[2];
    double c2 = R[2] * x[0] + R[5] * x[1] + R[8] * x[2];
    double depth = 1 / c2, p0 = c0 * depth, p1 = c1 * depth;
    double radius = p0 * p0 + p1 * p1, k1 = cam[9], k2 = cam[10], f = cam[6];
    double distortion = 1 + k1 * radius + k2 * radius * radius;
    double scale = w * f, slope = 2 * scale * (k1 + 2 * k2 * radius);
    double D00 = scale * distortion + slope * p0 * p0, D01 = slope * p0 * p1, D11 = scale * distortion + slope * p1 * p1;
    double q0 = p0 * distortion, q1 = p1 * distortion;
    double e0 = q0 * f + cam[7] - feature[0], e1 = q1 * f + cam[8] - feature[1];
    error[0] = w * e0;
    error[1] = w * e1;
    writeRotation(D00 * depth, D01 * depth, -(D00 * p0 + D01 * p1) * depth, R, x, axis, a, b, J);
    writeRotation(D01 * depth, D11 * depth, -(D01 * p0 + D11 * p1) * depth, R, x, axis, a, b, J + 15);
    J[6] = w * q0;
    J[7] = w;
    J[8] = 0;
    J[9] = scale * p0 * radius;
    J[10] = J[9] * radius;
    J[14] = e0;
    J[21] = w * q1;
    J[22] = 0;
    J[23] = w;
    J[24] = scale * p1 * radius;
    J[25] = J[24] * radius;
    J[29] = e1;
}
}

TWIN(ba_gradient)
{
    int n = ints[0][0], m = ints[0][1], p = ints[0][2];
    int *__restrict rows = outInts[0], *__restrict columns = outInts[1];
    for (int i = 0; i < p; i++)
    {
        int cam = ints[1][2 * i], point = ints[1][2 * i + 1];
        double w = in[2][i];
        block(in[0] + 11 * cam, in[1] + 3 * point, w, in[3] + 2 * i, out[0] + 2 * i, out[2] + 30 * i);
        for (int row = 0; row < 2; row++)
        {
            int start = 30 * i + 15 * row;
            rows[2 * i + row] = start;
            for (int j = 0; j < 11; j++)
                columns[start + j] = 11 * cam + j;
            for (int j = 0; j < 3; j++)
                columns[start + 11 + j] = 11 * n + 3 * point + j;
            columns[start + 14] = 11 * n + 3 * m + i;
        }
    }
    for (int i = 0; i < p; i++)
    {
        double w = in[2][i];
        out[1][i] = 1 - w * w;
        out[2][30 * p + i] = -2 * w;
        rows[2 * p + i] = 30 * p + i;
        columns[30 * p + i] = 11 * n + 3 * m + i;
    }
    rows[3 * p] = 31 * p;
}
