// Mixture of Gaussians: value, and gradient by a hand-written adjoint. Gradient: out = {dAlpha, dMu, dQ, dL}.
#include "gmm.h"

TWIN(gmm_primal)
{
    UNUSED_INTS;
    const int *s = ints[0];
    static std::vector<double> storage;
    double *scratch = reserve(storage, s[1] * s[0] + 2 * s[1] + 2 * s[0]);
    *out[0] = gmm::logPosterior(s[0], s[1], s[2], s[3], *in[5], in[0], in[1], in[2], in[3], in[4], scratch);
}

TWIN(gmm_gradient)
{
    UNUSED_INTS;
    int d = ints[0][0], k = ints[0][1], n = ints[0][2], m = ints[0][3];
    double gamma = *in[5];
    const double *__restrict alpha = in[0], *__restrict mu = in[1], *__restrict q = in[2], *__restrict l = in[3], *__restrict x = in[4];
    double *__restrict dAlpha = out[0], *__restrict dMu = out[1], *__restrict dQ = out[2], *__restrict dL = out[3];
    int triangle = d * (d - 1) / 2;
    static std::vector<double> storage;
    double *__restrict diagonal = reserve(storage, 3 * k * d + 2 * k + 2 * d);
    double *__restrict sums = diagonal + k * d;
    double *__restrict centred = sums + k;
    double *__restrict y = centred + k * d;
    double *__restrict terms = y + k * d;
    double *__restrict yBar = terms + k;
    double *__restrict centredBar = yBar + d;

    for (int c = 0; c < k; c++)
    {
        double sum = 0;
        for (int j = 0; j < d; j++)
        {
            double e = std::exp(q[c * d + j]);
            diagonal[c * d + j] = e;
            sum += q[c * d + j];
            dMu[c * d + j] = 0;
            dQ[c * d + j] = 0; // holds the adjoint of the diagonal until the end
        }
        sums[c] = sum;
        dAlpha[c] = 0;
        for (int j = 0; j < triangle; j++)
            dL[c * triangle + j] = -gamma * gamma * l[c * triangle + j];
    }

    for (int i = 0; i < n; i++)
    {
        double largest = -DBL_MAX;
        for (int c = 0; c < k; c++)
        {
            double *__restrict xc = centred + c * d;
            double *__restrict yc = y + c * d;
            for (int j = 0; j < d; j++)
            {
                xc[j] = x[i * d + j] - mu[c * d + j];
                yc[j] = diagonal[c * d + j] * xc[j];
            }
            const double *__restrict column = l + c * triangle;
            for (int a = 0; a < d; a++)
            {
                double value = xc[a];
                for (int b = a + 1; b < d; b++)
                    yc[b] += column[b - a - 1] * value;
                column += d - 1 - a;
            }
            double square = 0;
            for (int j = 0; j < d; j++)
                square += yc[j] * yc[j];
            terms[c] = alpha[c] + sums[c] - 0.5 * square;
            if (terms[c] > largest)
                largest = terms[c];
        }
        double sum = 0;
        for (int c = 0; c < k; c++)
        {
            terms[c] = std::exp(terms[c] - largest);
            sum += terms[c];
        }
        double inverse = 1 / sum;
        for (int c = 0; c < k; c++)
        {
            double weight = terms[c] * inverse;
            const double *__restrict xc = centred + c * d;
            const double *__restrict yc = y + c * d;
            dAlpha[c] += weight;
            for (int j = 0; j < d; j++)
            {
                yBar[j] = -weight * yc[j];
                dQ[c * d + j] += yBar[j] * xc[j];
                centredBar[j] = yBar[j] * diagonal[c * d + j];
            }
            const double *__restrict column = l + c * triangle;
            double *__restrict columnBar = dL + c * triangle;
            for (int a = 0; a < d; a++)
            {
                double value = xc[a], bar = 0;
                for (int b = a + 1; b < d; b++)
                {
                    columnBar[b - a - 1] += yBar[b] * value;
                    bar += column[b - a - 1] * yBar[b];
                }
                centredBar[a] += bar;
                column += d - 1 - a;
                columnBar += d - 1 - a;
            }
            for (int j = 0; j < d; j++)
                dMu[c * d + j] -= centredBar[j];
        }
    }

    // The sum of q enters each term with the term's weight, which dAlpha holds so far.
    double largest = alpha[0], sum = 0;
    for (int c = 1; c < k; c++)
        if (alpha[c] > largest)
            largest = alpha[c];
    for (int c = 0; c < k; c++)
    {
        terms[c] = std::exp(alpha[c] - largest);
        sum += terms[c];
    }
    for (int c = 0; c < k; c++)
    {
        for (int j = 0; j < d; j++)
        {
            double e = diagonal[c * d + j];
            dQ[c * d + j] = dQ[c * d + j] * e + dAlpha[c] + m - gamma * gamma * e * e;
        }
        dAlpha[c] -= n * terms[c] / sum;
    }
}
