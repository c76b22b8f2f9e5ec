// One observation of bundle adjustment, for any number type.
// ints[0] = {cameras n, points m, observations p}, ints[1] = pairs (camera, point); in = {cameras 11n, points 3m, weights p, features 2p};
// out = {residuals 2p, weight residuals p}.
#pragma once
#include "twin.h"

namespace ba
{
template <class T> void reproject(const T *cam, const T *X, const T &w, const double *feature, T *error)
{
    using std::cos;
    using std::sin;
    using std::sqrt;
    T x0 = X[0] - cam[3], x1 = X[1] - cam[4], x2 = X[2] - cam[5];
    T square = cam[0] * cam[0] + cam[1] * cam[1] + cam[2] * cam[2];
    T c0, c1, c2;
    if (square != 0)
    {
        T angle = sqrt(square), c = cos(angle), s = sin(angle), inverse = 1 / angle;
        T w0 = cam[0] * inverse, w1 = cam[1] * inverse, w2 = cam[2] * inverse;
        T t = (w0 * x0 + w1 * x1 + w2 * x2) * (1 - c);
        c0 = x0 * c + (w1 * x2 - w2 * x1) * s + w0 * t;
        c1 = x1 * c + (w2 * x0 - w0 * x2) * s + w1 * t;
        c2 = x2 * c + (w0 * x1 - w1 * x0) * s + w2 * t;
    }
    else
    {
        c0 = x0 + cam[1] * x2 - cam[2] * x1;
        c1 = x1 + cam[2] * x0 - cam[0] * x2;
        c2 = x2 + cam[0] * x1 - cam[1] * x0;
    }
    T p0 = c0 / c2, p1 = c1 / c2;
    T radius = p0 * p0 + p1 * p1;
    T distortion = 1 + cam[9] * radius + cam[10] * radius * radius;
    error[0] = w * (p0 * distortion * cam[6] + cam[7] - feature[0]);
    error[1] = w * (p1 * distortion * cam[6] + cam[8] - feature[1]);
}
}
