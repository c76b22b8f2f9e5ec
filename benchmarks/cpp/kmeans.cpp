// k-means: cost, and gradient with the diagonal of the Hessian in closed form.
// ints[0] = {n, d, k}; in = {points n x d, centroids k x d}; out = {cost}, for the gradient {gradient k x d, diagonal k x d}.
#include "kmeans.h"
#include <algorithm>

TWIN(kmeans_primal)
{
    UNUSED_INTS;
    *out[0] = kmeans::cost<double>(ints[0][0], ints[0][1], ints[0][2], in[0], in[1]);
}

TWIN(kmeans_gradient)
{
    UNUSED_INTS;
    int n = ints[0][0], d = ints[0][1], k = ints[0][2];
    const double *__restrict points = in[0], *__restrict centroids = in[1];
    double *__restrict gradient = out[0], *__restrict diagonal = out[1];
    std::fill(gradient, gradient + k * d, 0.0);
    std::fill(diagonal, diagonal + k * d, 0.0);
    for (int i = 0; i < n; i++)
    {
        const double *__restrict p = points + i * d;
        double smallest = DBL_MAX;
        int nearest = 0;
        for (int c = 0; c < k; c++)
        {
            double square = 0;
            for (int j = 0; j < d; j++)
            {
                double difference = p[j] - centroids[c * d + j];
                square += difference * difference;
            }
            if (square < smallest)
            {
                smallest = square;
                nearest = c;
            }
        }
        for (int j = 0; j < d; j++)
        {
            gradient[nearest * d + j] -= 2 * (p[j] - centroids[nearest * d + j]);
            diagonal[nearest * d + j] += 2;
        }
    }
}
