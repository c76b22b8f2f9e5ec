using System;

namespace DiffGen.Benchmarks.ByHand;

/// <summary>The gradient of the LSTM: keeps gates and cells of all steps, and takes each step back from the end.</summary>
internal static class LstmByHand
{
    private const int Kept = 7;

    private static double[]? _storage;

    public static void Gradient(
        int layers, int width, int length, ReadOnlySpan<double> main, ReadOnlySpan<double> extra, ReadOnlySpan<double> state, ReadOnlySpan<double> sequence,
        Span<double> dMain, Span<double> dExtra)
    {
        int steps = length - 1, record = Kept * width, perStep = record * layers, weights = 8 * width;
        Span<double> rest = Scratch.Reserve(ref _storage, (steps * (perStep + width)) + (((3 * layers) + 2) * width));
        Span<double> records = Scratch.Take(ref rest, steps * perStep), shares = Scratch.Take(ref rest, steps * width);
        Span<double> cells = Scratch.Take(ref rest, layers * width), bars = Scratch.Take(ref rest, 2 * layers * width);
        Span<double> inputBar = Scratch.Take(ref rest, width), input = rest;
        ReadOnlySpan<double> outWeight = extra.Slice(width, width), outBias = extra.Slice(2 * width, width);
        for (int layer = 0; layer < layers; layer++)
            state.Slice(((2 * layer) + 1) * width, width).CopyTo(cells[(layer * width)..]);
        for (int t = 0; t < steps; t++)
        {
            for (int i = 0; i < width; i++)
                input[i] = sequence[(t * width) + i] * extra[i];
            for (int layer = 0; layer < layers; layer++)
            {
                int at = (t * perStep) + (layer * record);
                ReadOnlySpan<double> hidden = t == 0 ? state.Slice(2 * layer * width, width) : records.Slice(at - perStep + (6 * width), width);
                Forward(main.Slice(layer * weights, weights), hidden, cells.Slice(layer * width, width), input, records.Slice(at, record));
            }
            Span<double> share = shares.Slice(t * width, width);
            double sum = 2;
            for (int i = 0; i < share.Length; i++)
            {
                share[i] = Math.Exp((input[i] * outWeight[i]) + outBias[i]);
                sum += share[i];
            }
            for (int i = 0; i < share.Length; i++)
                share[i] /= sum;
        }

        dMain.Clear();
        dExtra.Clear();
        bars.Clear();
        double bar = -1 / (steps * (double)width);
        for (int t = steps - 1; t >= 0; t--)
        {
            ReadOnlySpan<double> target = sequence.Slice((t + 1) * width, width), share = shares.Slice(t * width, width);
            ReadOnlySpan<double> last = records.Slice((t * perStep) + ((layers - 1) * record) + (6 * width), width);
            double count = 0;
            for (int i = 0; i < target.Length; i++)
                count += target[i];
            for (int i = 0; i < target.Length; i++)
            {
                double predictionBar = bar * (target[i] - (count * share[i]));
                dExtra[width + i] += predictionBar * last[i];
                dExtra[(2 * width) + i] += predictionBar;
                inputBar[i] = predictionBar * outWeight[i];
            }
            for (int layer = layers - 1; layer >= 0; layer--)
            {
                int at = (t * perStep) + (layer * record);
                ReadOnlySpan<double> hidden = t == 0 ? state.Slice(2 * layer * width, width) : records.Slice(at - perStep + (6 * width), width);
                ReadOnlySpan<double> below = layer == 0 ? input : records.Slice(at - width, width);
                for (int i = 0; layer == 0 && i < input.Length; i++)
                    input[i] = sequence[(t * width) + i] * extra[i];
                Back(
                    main.Slice(layer * weights, weights), records.Slice(at, record), hidden, below, bars.Slice(2 * layer * width, 2 * width), inputBar,
                    dMain.Slice(layer * weights, weights));
            }
            for (int i = 0; i < inputBar.Length; i++)
                dExtra[i] += inputBar[i] * sequence[(t * width) + i];
        }
    }

    // Keeps forget, ingate, outgate, change, the old cell, tanh of the new one, and the output, which replaces the input.
    private static void Forward(ReadOnlySpan<double> w, ReadOnlySpan<double> hidden, Span<double> cell, Span<double> input, Span<double> kept)
    {
        int b = input.Length;
        for (int i = 0; i < b; i++)
        {
            double forget = Sigmoid((input[i] * w[i]) + w[(4 * b) + i]);
            double ingate = Sigmoid((hidden[i] * w[b + i]) + w[(5 * b) + i]);
            double outgate = Sigmoid((input[i] * w[(2 * b) + i]) + w[(6 * b) + i]);
            double change = Math.Tanh((hidden[i] * w[(3 * b) + i]) + w[(7 * b) + i]);
            double old = cell[i];
            double next = (old * forget) + (ingate * change);
            double squashed = Math.Tanh(next);
            kept[i] = forget;
            kept[b + i] = ingate;
            kept[(2 * b) + i] = outgate;
            kept[(3 * b) + i] = change;
            kept[(4 * b) + i] = old;
            kept[(5 * b) + i] = squashed;
            kept[(6 * b) + i] = input[i] = outgate * squashed;
            cell[i] = next;
        }
    }

    private static void Back(
        ReadOnlySpan<double> w, ReadOnlySpan<double> kept, ReadOnlySpan<double> hidden, ReadOnlySpan<double> input, Span<double> stateBar, Span<double> inputBar,
        Span<double> dw)
    {
        int b = inputBar.Length;
        for (int i = 0; i < b; i++)
        {
            double forget = kept[i], ingate = kept[b + i], outgate = kept[(2 * b) + i], change = kept[(3 * b) + i], squashed = kept[(5 * b) + i];
            double outBar = stateBar[i] + inputBar[i];
            double nextBar = stateBar[b + i] + (outBar * outgate * (1 - (squashed * squashed)));
            double forgetBar = nextBar * kept[(4 * b) + i] * forget * (1 - forget);
            double ingateBar = nextBar * change * ingate * (1 - ingate);
            double outgateBar = outBar * squashed * outgate * (1 - outgate);
            double changeBar = nextBar * ingate * (1 - (change * change));
            dw[i] += forgetBar * input[i];
            dw[b + i] += ingateBar * hidden[i];
            dw[(2 * b) + i] += outgateBar * input[i];
            dw[(3 * b) + i] += changeBar * hidden[i];
            dw[(4 * b) + i] += forgetBar;
            dw[(5 * b) + i] += ingateBar;
            dw[(6 * b) + i] += outgateBar;
            dw[(7 * b) + i] += changeBar;
            stateBar[i] = (ingateBar * w[b + i]) + (changeBar * w[(3 * b) + i]);
            stateBar[b + i] = nextBar * forget;
            inputBar[i] = (forgetBar * w[i]) + (outgateBar * w[(2 * b) + i]);
        }
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
