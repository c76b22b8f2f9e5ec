// Differential equation: the last component of the solution, and its gradient by a hand-written adjoint of the steps. Gradient: out = {dx}.
#include "ode.h"
#include <algorithm>

TWIN(ode_primal)
{
    UNUSED_INTS;
    int n = ints[0][0];
    static std::vector<double> storage;
    double *y = reserve(storage, 5 * n);
    ode::solve<double>(n, ints[0][1], in[0], y, y + n);
    *out[0] = y[n - 1];
}

namespace
{
// The adjoint of next = slope(y + h k): adds into those of x, y and k. state is y + h k.
inline void backward(int n, const double *__restrict x, const double *__restrict state, const double *__restrict nextBar,
                     double h, double *__restrict dx, double *__restrict yBar, double *__restrict kBar)
{
    dx[0] += nextBar[0];
    for (int i = 1; i < n; i++)
        dx[i] += nextBar[i] * state[i - 1];
    for (int i = 1; i < n; i++)
    {
        double bar = nextBar[i] * x[i];
        yBar[i - 1] += bar;
        kBar[i - 1] += h * bar;
    }
}

// out = y + h slope(at)
inline void advance(int n, const double *__restrict x, const double *__restrict y, double h, const double *__restrict at,
                    double *__restrict result)
{
    result[0] = y[0] + h * x[0];
    for (int i = 1; i < n; i++)
        result[i] = y[i] + h * (x[i] * at[i - 1]);
}
}

TWIN(ode_gradient)
{
    UNUSED_INTS;
    int n = ints[0][0], steps = ints[0][1];
    const double *__restrict x = in[0];
    double *__restrict dx = out[0];
    double h = 2.0 / steps;
    static std::vector<double> storage;
    double *base = reserve(storage, std::size_t(steps + 9) * n);
    double *__restrict y2 = base, *__restrict y3 = base + n, *__restrict y4 = base + 2 * n, *__restrict k = base + 3 * n;
    double *__restrict yBar = base + 4 * n, *__restrict k1Bar = base + 5 * n, *__restrict k2Bar = base + 6 * n;
    double *__restrict k3Bar = base + 7 * n, *__restrict k4Bar = base + 8 * n;
    double *states = base + 9 * n;

    std::fill(states, states + n, 0.0);
    for (int step = 0; step + 1 < steps; step++)
    {
        const double *__restrict y = states + std::size_t(step) * n;
        double *__restrict next = states + std::size_t(step + 1) * n;
        double *__restrict k1 = k1Bar, *__restrict k2 = k2Bar, *__restrict k3 = k3Bar;
        ode::slope(n, x, y, k1);
        ode::slopeAt(n, x, y, h / 2, k1, k2);
        ode::slopeAt(n, x, y, h / 2, k2, k3);
        ode::slopeAt(n, x, y, h, k3, k);
        for (int i = 0; i < n; i++)
            next[i] = y[i] + h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k[i]);
    }

    std::fill(dx, dx + n, 0.0);
    std::fill(yBar, yBar + n, 0.0);
    yBar[n - 1] = 1;
    for (int step = steps - 1; step >= 0; step--)
    {
        const double *__restrict y = states + std::size_t(step) * n;
        advance(n, x, y, h / 2, y, y2);
        advance(n, x, y, h / 2, y2, y3);
        advance(n, x, y, h, y3, y4);
        for (int i = 0; i < n; i++)
        {
            double bar = h / 6 * yBar[i];
            k1Bar[i] = k4Bar[i] = bar;
            k2Bar[i] = k3Bar[i] = 2 * bar;
        }
        backward(n, x, y4, k4Bar, h, dx, yBar, k3Bar);
        backward(n, x, y3, k3Bar, h / 2, dx, yBar, k2Bar);
        backward(n, x, y2, k2Bar, h / 2, dx, yBar, k1Bar);
        dx[0] += k1Bar[0];
        for (int i = 1; i < n; i++)
        {
            dx[i] += k1Bar[i] * y[i - 1];
            yBar[i - 1] += k1Bar[i] * x[i];
        }
    }
}
