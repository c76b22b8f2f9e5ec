// What every twin shares: how the benchmark hands arrays over, and storage that outlives a call, since allocation is not timed.
#pragma once
#include <cfloat>
#include <cmath>
#include <cstddef>
#include <vector>

// ints[0] holds the sizes; further integer arrays, the real inputs and the outputs follow in the order that each twin states.
#define TWIN(name) \
    extern "C" void name(const int *const *ints, const double *const *in, double *const *out, int *const *outInts)

#define UNUSED_INTS (void)outInts

// Storage of the calling site that grows to the largest size asked for and stays.
inline double *reserve(std::vector<double> &storage, std::size_t count)
{
    if (storage.size() < count)
        storage.resize(count);
    return storage.data();
}
