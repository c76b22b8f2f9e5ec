using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace SeedNotebook;

/// <summary>A notebook about PyTorch's autograd, point by point, with companions in place of tensors that record their history.</summary>
public static class Program
{
    private static int s_wrong;

    public static int Main()
    {
        Backward();
        Seeds();
        GradFn();
        Variables();
        InPlace();
        Detached();
        Custom();
        Network();
        Console.WriteLine(s_wrong == 0 ? "All as in the notebook." : $"{s_wrong} numbers are wrong.");
        return s_wrong == 0 ? 0 : 1;
    }

    private static void Backward()
    {
        Title("x requires_grad; out.backward()");
        double[] x = [1, 1, 1, 1];
        (double value, double[] gradient) = Tensors.MeanValueAndGradient(x);
        Expect("out", value, 27);
        Expect("x.grad", gradient, 4.5);
        Title("torch.no_grad(): a call of the method itself computes nothing but the value");
        Expect("out", Tensors.Mean(x), 27);
    }

    private static void Seeds()
    {
        Title("backward() of a tensor with several elements needs a seed: a vector-Jacobian product");
        double[] x = [1, 1, 1, 1], gradient = new double[4];
        Expect("z", Tensors.Elements(x), 27);
        Tensors.ElementsVjp(x, [0.25, 0.25, 0.25, 0.25], gradient);
        Expect("x.grad for the seed 1/4", gradient, 4.5);
        double[,] jacobian = Tensors.ElementsJacobian(x);
        Expect("dz/dx, its diagonal", [.. Enumerable.Range(0, 4).Select(i => jacobian[i, i])], 18);

        Title("retain_graph: one forward pass, several backward passes");
        using Tensors.MeanTape tape = Tensors.MeanForward(x, out double value);
        Expect("out", value, 27);
        var once = new double[4];
        tape.Pullback(1, once);
        Expect("x.grad for the seed 1", once, 4.5);
        tape.Pullback(2, once);
        Expect("x.grad, accumulated with the seed 2", once, 13.5);
        Console.WriteLine($"  the tape holds {tape.Bytes} bytes");
    }

    // What PyTorch calls a graph of Function objects is a method that one can read.
    private static void GradFn()
    {
        Title("grad_fn: the generated code");
        string directory = Path.Combine(Path.GetDirectoryName(ThisFile())!, "obj", "generated");
        string? file = Directory.Exists(directory)
            ? Directory.EnumerateFiles(directory, "*.g.cs", SearchOption.AllDirectories).FirstOrDefault(name => Path.GetFileName(name).Contains("MeanOfScaled", StringComparison.Ordinal))
            : null;
        if (file is null)
        {
            Console.WriteLine("  (the generated files are in obj/generated where the sample is built)");
            return;
        }
        string[] lines = File.ReadAllLines(file);
        int start = Array.FindIndex(lines, line => line.Contains("MeanOfScaledVjp(", StringComparison.Ordinal));
        foreach (string line in lines.Skip(start).TakeWhile((line, i) => i < 2 || line.Trim().Length > 0))
            Console.WriteLine("  " + line);
    }

    private static void Variables()
    {
        Title("Variables: three more means");
        double[] four = [1, 1, 1, 1], nine = [1, 1, 1, 1, 1, 1, 1, 1, 1];
        Expect("out", Tensors.MeanOfSquares(four), 18);
        Expect("X.grad", Tensors.MeanOfSquaresGradient(four), 3);
        Expect("X.grad", Tensors.MeanOfCubesGradient(four), 13.5);
        Expect("X.grad", Tensors.MeanOfScaledGradient(nine), 42.666666666666664);
    }

    private static void InPlace()
    {
        Title("in-place operations");
        double[] x = [1, 1, 1, 1], gradient = new double[4];
        Expect("out", Tensors.MeanInPlaceValueAndGradient(x, gradient), 27);
        Expect("x.grad", gradient, 4.5);
        Expect("x, overwritten as by the method itself", x, 27);
    }

    private static void Detached()
    {
        Title(".data, detach(): one factor held constant");
        (double value, double[] gradient) = Tensors.MeanDetachedValueAndGradient([1, 1, 1, 1]);
        Expect("out", value, 27);
        Expect("x.grad", gradient, 2.25);
    }

    private static void Custom()
    {
        Title("a Function with save_for_backward");
        (double a, double b, double c) = (-0.5, 0.0, 2.0);
        Expect("relu'(-0.5)", CustomFunctions.RectifiedGradient(a), 0);
        Expect("relu'(0)", CustomFunctions.RectifiedGradient(b), 1);
        Expect("relu'(2)", CustomFunctions.RectifiedGradient(c), 1);
        Expect("d exp(2x)/dx at 0.3", CustomFunctions.GrowthGradient(0.3), 2 * Math.Exp(0.6));
    }

    // Losses and norms: reference values computed with PyTorch 1.13.1 in double precision.
    private static void Network()
    {
        Title("a dynamic graph: two layers, clamp(min=0), gradient descent");
        double[] losses =
        [
            1175506.5906645171, 1154276.2948395154, 1665335.9140250236, 2400807.200269375, 2486020.8379893037,
            1405814.6587510363, 376601.58047968464, 88321.50345957934, 43879.400141880345, 33177.62061133924,
        ];
        const double LearningRate = 1e-5;
        (double[] x, double[] y, double[] w1, double[] w2) = TwoLayers.Draw();
        double[] d1 = new double[w1.Length], d2 = new double[w2.Length], head = new double[w2.Length];
        for (int step = 0; step < losses.Length; step++)
        {
            Expect($"loss {step}", TwoLayers.LossValueAndGradient(x, y, w1, w2, d1, d2), losses[step], 1e-9);
            if (step == 0)
            {
                Expect("sum of w1.grad", d1.Sum(), 501685.64274322975, 1e-9);
                Expect("norm of w2.grad", Math.Sqrt(d2.Sum(d => d * d)), 412830.32653662633, 1e-9);
                TwoLayers.HeadGradient(x, y, w1, w2, head);
                Expect("norm of w2.grad, w1 frozen", Math.Sqrt(head.Sum(d => d * d)), 412830.32653662633, 1e-9);
            }
            for (int i = 0; i < w1.Length; i++)
                w1[i] -= LearningRate * d1[i];
            for (int i = 0; i < w2.Length; i++)
                w2[i] -= LearningRate * d2[i];
        }
        Expect("norm of w1", Math.Sqrt(w1.Sum(w => w * w)), 181.26853890623653, 1e-9);
        Expect("norm of w2", Math.Sqrt(w2.Sum(w => w * w)), 15.078547416242246, 1e-9);
    }

    private static void Title(string text) => Console.WriteLine($"\n# {text}");

    private static void Expect(string name, double[] values, double expected)
    {
        bool isRight = values.All(value => Math.Abs(value - expected) <= 1e-12 * Math.Abs(expected));
        Report(isRight, $"{name} = [{string.Join(", ", values)}]", expected);
    }

    private static void Expect(string name, double value, double expected, double tolerance = 1e-12) =>
        Report(Math.Abs(value - expected) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{name} = {value}", expected);

    private static void Report(bool isRight, string text, double expected)
    {
        Console.WriteLine(isRight ? $"  {text}" : $"  {text}, but the notebook has {expected}");
        s_wrong += isRight ? 0 : 1;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
