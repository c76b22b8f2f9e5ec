// Long short-term memories: loss, and gradient by a hand-written adjoint. Gradient: out = {dMain, dExtra}.
#include "lstm.h"
#include <algorithm>

TWIN(lstm_primal)
{
    UNUSED_INTS;
    const int *s = ints[0];
    static std::vector<double> storage;
    *out[0] = lstm::loss<double>(s[0], s[1], s[2], in[0], in[1], in[2], in[3], reserve(storage, (2 * s[0] + 1) * s[1]));
}

namespace
{
// What a step of one layer saves: b numbers of each.
struct Record
{
    double *forget, *ingate, *outgate, *change, *old, *squashed, *output;

    Record(double *start, int b)
        : forget(start), ingate(start + b), outgate(start + 2 * b), change(start + 3 * b), old(start + 4 * b), squashed(start + 5 * b),
          output(start + 6 * b)
    {
    }
};

// Every array apart, so that compilers may use SIMD.
inline void forward(int b, const double *__restrict weight, const double *__restrict bias, const double *__restrict hidden,
                    double *__restrict cell, double *__restrict input, double *__restrict forget, double *__restrict ingate,
                    double *__restrict outgate, double *__restrict change, double *__restrict old, double *__restrict squashed,
                    double *__restrict output)
{
    using lstm::sigmoid;
    for (int i = 0; i < b; i++)
    {
        forget[i] = sigmoid(input[i] * weight[i] + bias[i]);
        ingate[i] = sigmoid(hidden[i] * weight[b + i] + bias[b + i]);
        outgate[i] = sigmoid(input[i] * weight[2 * b + i] + bias[2 * b + i]);
        change[i] = std::tanh(hidden[i] * weight[3 * b + i] + bias[3 * b + i]);
        old[i] = cell[i];
        cell[i] = old[i] * forget[i] + ingate[i] * change[i];
        squashed[i] = std::tanh(cell[i]);
        output[i] = input[i] = outgate[i] * squashed[i];
    }
}

inline void backward(int b, const double *__restrict weight, const double *__restrict forget, const double *__restrict ingate,
                     const double *__restrict outgate, const double *__restrict change, const double *__restrict old,
                     const double *__restrict squashed, const double *__restrict input, const double *__restrict hidden,
                     double *__restrict hiddenBar, double *__restrict cellBar, double *__restrict inputBar, double *__restrict w0,
                     double *__restrict w1, double *__restrict w2, double *__restrict w3, double *__restrict b0, double *__restrict b1,
                     double *__restrict b2, double *__restrict b3)
{
    for (int i = 0; i < b; i++)
    {
        double outBar = hiddenBar[i] + inputBar[i];
        double nextBar = cellBar[i] + outBar * outgate[i] * (1 - squashed[i] * squashed[i]);
        double forgetBar = nextBar * old[i] * forget[i] * (1 - forget[i]);
        double ingateBar = nextBar * change[i] * ingate[i] * (1 - ingate[i]);
        double outgateBar = outBar * squashed[i] * outgate[i] * (1 - outgate[i]);
        double changeBar = nextBar * ingate[i] * (1 - change[i] * change[i]);
        cellBar[i] = nextBar * forget[i];
        w0[i] += forgetBar * input[i];
        w1[i] += ingateBar * hidden[i];
        w2[i] += outgateBar * input[i];
        w3[i] += changeBar * hidden[i];
        b0[i] += forgetBar;
        b1[i] += ingateBar;
        b2[i] += outgateBar;
        b3[i] += changeBar;
        hiddenBar[i] = ingateBar * weight[b + i] + changeBar * weight[3 * b + i];
        inputBar[i] = forgetBar * weight[i] + outgateBar * weight[2 * b + i];
    }
}
}

TWIN(lstm_gradient)
{
    UNUSED_INTS;
    int layers = ints[0][0], b = ints[0][1], c = ints[0][2], steps = c - 1;
    const double *__restrict main = in[0], *__restrict extra = in[1], *__restrict start = in[2], *__restrict sequence = in[3];
    double *__restrict dMain = out[0], *__restrict dExtra = out[1];
    // Seven values of b numbers for each step and layer: gates, change, old cell, tanh of the new one, the layer's output.
    std::size_t record = 7 * b, perStep = record * layers;
    static std::vector<double> storage;
    double *saved = reserve(storage, steps * (perStep + b) + (3 * layers + 2) * b);
    double *__restrict softmax = saved + steps * perStep;
    double *__restrict state = softmax + steps * b;
    double *__restrict stateBar = state + b * layers;
    double *__restrict inputBar = stateBar + 2 * b * layers;
    double *__restrict first = inputBar + b;

    for (int layer = 0; layer < layers; layer++)
        std::copy(start + (2 * layer + 1) * b, start + (2 * layer + 2) * b, state + layer * b);
    for (int t = 0; t < steps; t++)
    {
        double *__restrict input = inputBar;
        for (int i = 0; i < b; i++)
            input[i] = sequence[t * b + i] * extra[i];
        for (int layer = 0; layer < layers; layer++)
        {
            const double *__restrict weight = main + layer * 8 * b;
            Record r(saved + t * perStep + layer * record, b);
            const double *hidden = t == 0 ? start + 2 * layer * b : r.output - perStep;
            forward(b, weight, weight + 4 * b, hidden, state + layer * b, input, r.forget, r.ingate, r.outgate, r.change, r.old, r.squashed,
                    r.output);
        }
        double sum = 2;
        double *__restrict e = softmax + t * b;
        for (int i = 0; i < b; i++)
        {
            e[i] = std::exp(input[i] * extra[b + i] + extra[2 * b + i]);
            sum += e[i];
        }
        for (int i = 0; i < b; i++)
            e[i] /= sum;
    }

    std::fill(dMain, dMain + 8 * layers * b, 0.0);
    std::fill(dExtra, dExtra + 3 * b, 0.0);
    std::fill(stateBar, stateBar + 2 * layers * b, 0.0);
    double bar = -1 / (steps * double(b));
    for (int t = steps - 1; t >= 0; t--)
    {
        const double *__restrict e = softmax + t * b;
        const double *__restrict target = sequence + (t + 1) * b;
        const double *__restrict last = saved + t * perStep + (layers - 1) * record + 6 * b;
        double count = 0;
        for (int i = 0; i < b; i++)
            count += target[i];
        for (int i = 0; i < b; i++)
        {
            double predictionBar = bar * (target[i] - count * e[i]);
            dExtra[b + i] += predictionBar * last[i];
            dExtra[2 * b + i] += predictionBar;
            inputBar[i] = predictionBar * extra[b + i];
        }
        for (int layer = layers - 1; layer >= 0; layer--)
        {
            double *dWeight = dMain + layer * 8 * b;
            Record r(saved + t * perStep + layer * record, b);
            const double *hidden = t == 0 ? start + 2 * layer * b : r.output - perStep;
            const double *below = r.output - record;
            if (layer == 0)
            {
                for (int i = 0; i < b; i++)
                    first[i] = sequence[t * b + i] * extra[i];
                below = first;
            }
            double *hiddenBar = stateBar + 2 * layer * b;
            backward(b, main + layer * 8 * b, r.forget, r.ingate, r.outgate, r.change, r.old, r.squashed, below, hidden, hiddenBar,
                     hiddenBar + b, inputBar, dWeight, dWeight + b, dWeight + 2 * b, dWeight + 3 * b, dWeight + 4 * b, dWeight + 5 * b,
                     dWeight + 6 * b, dWeight + 7 * b);
        }
        for (int i = 0; i < b; i++)
            dExtra[i] += inputBar[i] * sequence[t * b + i];
    }
}
