// Derivatives by ADOL-C of what the headers compute for any number type. A trace is made anew in each call, or kept while the inputs stay.
#pragma once
#include "twin.h"
#include <adolc/adolc.h>
#include <algorithm>
#include <utility>

namespace traced
{
// Inputs or outputs that lie apart in memory, taken as one vector.
using Parts = std::vector<std::pair<const double *, int>>;

inline std::vector<double> gather(const Parts &parts)
{
    std::vector<double> all;
    for (const auto &part : parts)
        all.insert(all.end(), part.first, part.first + part.second);
    return all;
}

// Room for traces in memory; what does not fit goes to files.
inline void start(short tag) { trace_on(tag, 0, 1u << 27, 1u << 28, 1u << 26, 1u << 27, 1); }

// Traces f, from adoubles to one adouble.
template <class F> void traceScalar(short tag, const std::vector<double> &x, F f)
{
    start(tag);
    std::vector<adouble> active(x.size());
    for (std::size_t i = 0; i < x.size(); i++)
        active[i] <<= x[i];
    adouble y = f(active.data());
    double value;
    y >>= value;
    trace_off();
}

// Whether a trace that was kept is of other inputs or sizes.
inline bool isStale(bool keep, const std::vector<int> &sizes, const std::vector<double> &x)
{
    static std::vector<int> keptSizes;
    static std::vector<double> keptInputs;
    bool stale = !keep || keptSizes != sizes || keptInputs != x;
    keptSizes = keep ? sizes : std::vector<int>();
    keptInputs = x;
    return stale;
}

// The gradient of f into out[0], out[1], ..., one per part.
template <class F> void writeGradient(bool keep, const std::vector<int> &sizes, const Parts &parts, double *const *out, F f)
{
    static std::vector<double> x, g;
    x = gather(parts);
    g.resize(x.size());
    if (isStale(keep, sizes, x))
        traceScalar(1, x, f);
    gradient(1, x.size(), x.data(), g.data());
    const double *from = g.data();
    for (std::size_t i = 0; i < parts.size(); from += parts[i].second, i++)
        std::copy(from, from + parts[i].second, out[i]);
}
}

// Both ways to use a trace: name_adolc makes it in each call, name_adolc_replay keeps it.
#define ADOLC_TWINS(name) \
    static void derive(bool keep, const int *const *ints, const double *const *in, double *const *out, int *const *outInts); \
    TWIN(name##_adolc) { derive(false, ints, in, out, outInts); } \
    TWIN(name##_adolc_replay) { derive(true, ints, in, out, outInts); } \
    static void derive(bool keep, const int *const *ints, const double *const *in, double *const *out, int *const *outInts)
