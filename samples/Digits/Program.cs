using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;

namespace Digits;

/// <summary>Trains a classifier of handwritten digits with a gradient that DiffGen generates.</summary>
internal static class Program
{
    private const double Wanted = 0.85;

    private static int Main(string[] arguments)
    {
        if (arguments.Any(a => a != "--full"))
        {
            Console.Error.WriteLine("usage: Digits [--full]\n  --full  train on all 60,000 images, which npm fetches on first use");
            return 2;
        }
        using var cancel = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            cancel.Cancel();
        };
        try
        {
            return Run(full: arguments.Length > 0, cancel.Token);
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("stopped");
            return 130;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private static int Run(bool full, CancellationToken cancel)
    {
        string project = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "ProjectDirectory").Value!;
        ShowGeneratedFile(Path.Combine(project, "obj", "generated"));
        (DigitSet train, DigitSet test) = full ? Whole(Path.Combine(project, "data-full"), cancel) : (DigitSet.Embedded("train"), DigitSet.Embedded("test"));
        Console.WriteLine($"{train.Count} images to learn from, {test.Count} to test with, {Classifier.Weights} weights");

        var training = new Training(train, test, epochs: full ? 5 : 12);
        training.Run(cancel);
        if (cancel.IsCancellationRequested)
        {
            Console.WriteLine(FormattableString.Invariant($"stopped; test accuracy {training.Accuracy:P1} so far"));
            return 130;
        }
        bool good = training.Accuracy >= Wanted;
        Console.WriteLine(FormattableString.Invariant($"test accuracy {training.Accuracy:P1}: {(good ? "good" : "too low")}"));
        return good ? 0 : 1;
    }

    private static (DigitSet Train, DigitSet Test) Whole(string directory, CancellationToken cancel)
    {
        FullSet.Fetch(directory, cancel);
        return (DigitSet.FromDirectory(directory, "train"), DigitSet.FromDirectory(directory, "t10k"));
    }

    /// <summary>The gradient is plain C# that can be read and stepped into; this says where it is.</summary>
    private static void ShowGeneratedFile(string directory)
    {
        string? file = Directory.Exists(directory)
            ? Directory.EnumerateFiles(directory, "*.g.cs", SearchOption.AllDirectories).FirstOrDefault(f => File.ReadAllText(f).Contains("LossValueAndGradient", StringComparison.Ordinal))
            : null;
        Console.WriteLine(file is null ? $"the generated gradient is not in {directory}: build the project here to see it" : $"generated gradient: {file}");
    }
}
