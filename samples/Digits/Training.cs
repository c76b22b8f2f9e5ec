using System;
using System.Diagnostics;
using System.Threading;

namespace Digits;

/// <summary>Trains the classifier in batches, epoch by epoch.</summary>
internal sealed class Training(DigitSet train, DigitSet test, int epochs)
{
    private const int BatchSize = 50;

    private readonly double[] _weights = Classifier.Initial(seed: 1);
    private readonly double[] _gradient = new double[Classifier.Weights];
    private readonly byte[] _images = new byte[BatchSize * DigitSet.Pixels];
    private readonly byte[] _labels = new byte[BatchSize];
    private readonly Adam _optimiser = new(Classifier.Weights, rate: 0.002);
    private readonly Random _random = new(2);

    private long _gradientTicks;
    private int _gradients;

    /// <summary>Share of the test images recognised after the last epoch.</summary>
    public double Accuracy { get; private set; }

    public TimeSpan PerGradient => _gradients == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(0, _gradientTicks) / _gradients;

    public void Run(CancellationToken cancel)
    {
        int[] order = new int[train.Count];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        for (int epoch = 1; epoch <= epochs && !cancel.IsCancellationRequested; epoch++)
        {
            _random.Shuffle(order);
            double loss = Epoch(epoch, order, cancel);
            Accuracy = Classifier.Accuracy(_weights, test);
            Console.WriteLine(FormattableString.Invariant(
                $"epoch {epoch,2}/{epochs}  loss {loss:F4}  test accuracy {Accuracy:P1}  {PerGradient.TotalMilliseconds:F2} ms per gradient of {BatchSize} images"));
        }
    }

    private double Epoch(int epoch, int[] order, CancellationToken cancel)
    {
        double sum = 0;
        int batches = 0;
        using var bar = new ProgressBar($"epoch {epoch,2}", lineAtEnd: false);
        int count = order.Length / BatchSize;
        for (int batch = 0; batch < count && !cancel.IsCancellationRequested; batch++)
        {
            train.CopyBatch(order.AsSpan(batch * BatchSize, BatchSize), _images, _labels);
            long start = Stopwatch.GetTimestamp();
            sum += Classifier.LossValueAndGradient(_weights, _images, _labels, _gradient);
            _gradientTicks += Stopwatch.GetTimestamp() - start;
            _gradients++;
            _optimiser.Step(_weights, _gradient);
            batches++;
            bar.Report((batch + 1.0) / count, FormattableString.Invariant($"loss {sum / batches:F4}"));
        }
        return sum / Math.Max(batches, 1);
    }
}
