// The mean cross-entropy of a network of dense layers with tanh between them, sample by sample, for any number type.
// ints[0] = {batch, layers}, ints[1] = layers + 1 widths, ints[2] = labels; in = {weights, x}; out = {value}.
#pragma once
#include "twin.h"

namespace mlp
{
// One layer: before[o] = b[o] + W[o] . input.
template <class T, class U>
inline void dense(int inputs, int outputs, const T *__restrict w, const U *__restrict input, T *__restrict before)
{
    const T *bias = w + inputs * outputs;
    for (int o = 0; o < outputs; o++)
    {
        T sum = bias[o];
        for (int i = 0; i < inputs; i++)
            sum += w[o * inputs + i] * input[i];
        before[o] = sum;
    }
}

// scratch: two of the widest layer.
template <class T>
T loss(int batch, int layers, const int *widths, const int *labels, const T *weights, const double *x, T *scratch, int widest)
{
    using std::exp;
    using std::log;
    using std::tanh;
    T total = 0;
    for (int s = 0; s < batch; s++)
    {
        const T *w = weights;
        T *current = scratch, *next = scratch + widest;
        for (int layer = 0; layer < layers; layer++)
        {
            int inputs = widths[layer], outputs = widths[layer + 1];
            if (layer == 0)
                dense(inputs, outputs, w, x + s * inputs, next);
            else
                dense(inputs, outputs, w, current, next);
            if (layer + 1 < layers)
                for (int o = 0; o < outputs; o++)
                    next[o] = tanh(next[o]);
            w += (inputs + 1) * outputs;
            T *swap = current;
            current = next;
            next = swap;
        }
        int classes = widths[layers];
        T largest = current[0];
        for (int o = 1; o < classes; o++)
            if (current[o] > largest)
                largest = current[o];
        T sum = 0;
        for (int o = 0; o < classes; o++)
            sum += exp(current[o] - largest);
        total += log(sum) + largest - current[labels[s]];
    }
    return total / double(batch);
}
}
