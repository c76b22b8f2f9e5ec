// The cost of k-means, for any number type.
#pragma once
#include "twin.h"

namespace kmeans
{
template <class T> T cost(int n, int d, int k, const double *__restrict points, const T *__restrict centroids)
{
    T total = 0;
    for (int i = 0; i < n; i++)
    {
        T smallest = DBL_MAX;
        for (int c = 0; c < k; c++)
        {
            T square = 0;
            for (int j = 0; j < d; j++)
            {
                T difference = points[i * d + j] - centroids[c * d + j];
                square += difference * difference;
            }
            if (square < smallest)
                smallest = square;
        }
        total += smallest;
    }
    return total;
}
}
