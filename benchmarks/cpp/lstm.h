// The loss of a network of long short-term memories with diagonal weights, for any number type.
// ints[0] = {layers, b, c}; in = {main 2L x 4b, extra 3 x b, state 2L x b, sequence c x b}; out = {value}.
#pragma once
#include "twin.h"

namespace lstm
{
template <class T> inline T sigmoid(const T &x)
{
    using std::exp;
    return 1 / (1 + exp(-x));
}

// scratch: 2L x b states, b inputs.
template <class T>
T loss(int layers, int b, int c, const T *__restrict main, const T *__restrict extra, const double *__restrict start,
       const double *__restrict sequence, T *__restrict scratch)
{
    using std::exp;
    using std::log;
    using std::tanh;
    T *__restrict state = scratch;
    T *__restrict input = scratch + 2 * layers * b;
    for (int i = 0; i < 2 * layers * b; i++)
        state[i] = start[i];
    T total = 0;
    for (int t = 0; t + 1 < c; t++)
    {
        for (int i = 0; i < b; i++)
            input[i] = sequence[t * b + i] * extra[i];
        for (int layer = 0; layer < layers; layer++)
        {
            const T *__restrict weight = main + layer * 8 * b;
            const T *__restrict bias = weight + 4 * b;
            T *__restrict hidden = state + layer * 2 * b;
            T *__restrict cell = hidden + b;
            for (int i = 0; i < b; i++)
            {
                T forget = sigmoid<T>(input[i] * weight[i] + bias[i]);
                T ingate = sigmoid<T>(hidden[i] * weight[b + i] + bias[b + i]);
                T outgate = sigmoid<T>(input[i] * weight[2 * b + i] + bias[2 * b + i]);
                T change = tanh(hidden[i] * weight[3 * b + i] + bias[3 * b + i]);
                T next = cell[i] * forget + ingate * change;
                cell[i] = next;
                hidden[i] = outgate * tanh(next);
                input[i] = hidden[i];
            }
        }
        T sum = 2;
        for (int i = 0; i < b; i++)
        {
            input[i] = input[i] * extra[b + i] + extra[2 * b + i];
            sum += exp(input[i]);
        }
        T lse = log(sum);
        for (int i = 0; i < b; i++)
            total += sequence[(t + 1) * b + i] * (input[i] - lse);
    }
    return -total / ((c - 1) * double(b));
}
}
