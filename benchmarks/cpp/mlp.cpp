// Network of dense layers: loss, and gradient by hand-written back-propagation. Gradient: out = {dWeights}.
#include "mlp.h"
#include <algorithm>

TWIN(mlp_primal)
{
    UNUSED_INTS;
    static std::vector<double> storage;
    int widest = *std::max_element(ints[1], ints[1] + ints[0][1] + 1);
    *out[0] = mlp::loss<double>(ints[0][0], ints[0][1], ints[1], ints[2], in[0], in[1], reserve(storage, 2 * widest), widest);
}

TWIN(mlp_gradient)
{
    UNUSED_INTS;
    int batch = ints[0][0], layers = ints[0][1];
    const int *widths = ints[1], *labels = ints[2];
    const double *weights = in[0], *x = in[1];
    double *dWeights = out[0];
    int widest = *std::max_element(widths, widths + layers + 1), size = 0;
    for (int layer = 0; layer < layers; layer++)
        size += (widths[layer] + 1) * widths[layer + 1];
    static std::vector<double> storage;
    double *values = reserve(storage, std::size_t(layers + 2) * widest);
    double *bar = values + layers * widest, *barBelow = bar + widest;
    std::fill(dWeights, dWeights + size, 0.0);
    for (int s = 0; s < batch; s++)
    {
        const double *sample = x + s * widths[0], *w = weights;
        for (int layer = 0; layer < layers; layer++)
        {
            int inputs = widths[layer], outputs = widths[layer + 1];
            double *__restrict result = values + layer * widest;
            mlp::dense(inputs, outputs, w, layer == 0 ? sample : values + (layer - 1) * widest, result);
            if (layer + 1 < layers)
                for (int o = 0; o < outputs; o++)
                    result[o] = std::tanh(result[o]);
            w += (inputs + 1) * outputs;
        }
        int classes = widths[layers];
        const double *scores = values + (layers - 1) * widest;
        double largest = scores[0], sum = 0;
        for (int o = 1; o < classes; o++)
            if (scores[o] > largest)
                largest = scores[o];
        for (int o = 0; o < classes; o++)
        {
            bar[o] = std::exp(scores[o] - largest);
            sum += bar[o];
        }
        double scale = 1 / (sum * batch);
        for (int o = 0; o < classes; o++)
            bar[o] *= scale;
        bar[labels[s]] -= 1.0 / batch;

        double *dw = dWeights + size;
        for (int layer = layers - 1; layer >= 0; layer--)
        {
            int inputs = widths[layer], outputs = widths[layer + 1];
            w -= (inputs + 1) * outputs;
            dw -= (inputs + 1) * outputs;
            const double *__restrict input = layer == 0 ? sample : values + (layer - 1) * widest;
            if (layer > 0)
                std::fill(barBelow, barBelow + inputs, 0.0);
            for (int o = 0; o < outputs; o++)
            {
                double b = bar[o];
                double *__restrict row = dw + o * inputs;
                for (int i = 0; i < inputs; i++)
                    row[i] += b * input[i];
                dw[inputs * outputs + o] += b;
                if (layer > 0)
                {
                    const double *__restrict weight = w + o * inputs;
                    double *__restrict below = barBelow;
                    for (int i = 0; i < inputs; i++)
                        below[i] += b * weight[i];
                }
            }
            if (layer > 0)
                for (int i = 0; i < inputs; i++)
                    barBelow[i] *= 1 - input[i] * input[i];
            std::swap(bar, barBelow);
        }
    }
}
