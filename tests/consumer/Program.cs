using DiffGen;
using DiffGen.Testing;

int failures = 0;

Run("scalar", () => Expect(Models.SquareGradient(3), 6));
Run("tuple of gradients", () =>
{
    var (a, b) = Models.ProductGradient(2, 5);
    Expect(a, 5);
    Expect(b, 2);
});
Run("tangent", () => Expect(Models.SquareJvp(3, 2).Tangent, 12));
Run("buffer", () =>
{
    double[] weights = [0.5, -1, 2], sample = [1, 2, 3], dWeights = new double[3];
    GradientCheck.Gradient(w => Models.Loss(w, sample), w => Models.LossGradient(w, sample), weights);
    double value = Models.LossValueAndGradient(weights, sample, dWeights);
    Expect(value, Models.Loss(weights, sample));
    Expect(dWeights[1], Models.LossGradient(weights, sample)[1]);
});
Run("length check", () =>
{
    try
    {
        Models.LossGradient([1, 2, 3], [1, 2, 3], new double[2]);
    }
    catch (ArgumentException error) when (error.ParamName == "dWeights")
    {
        return;
    }
    throw new InvalidOperationException("A destination of the wrong length was accepted.");
});

Console.WriteLine(failures == 0 ? "The package works." : $"{failures} checks failed.");
return failures;

void Run(string name, Action check)
{
    try
    {
        check();
        Console.WriteLine($"ok      {name}");
    }
    catch (Exception error)
    {
        failures++;
        Console.WriteLine($"FAILED  {name}: {error.Message}");
    }
}

static void Expect(double actual, double expected)
{
    if (actual != expected)
        throw new InvalidOperationException($"expected {expected}, got {actual}");
}

internal static partial class Models
{
    [Differentiable]
    public static double Square(double x) => x * x;

    [Differentiable]
    public static double Product(double a, double b) => a * b;

    [Differentiable(Wrt = [nameof(weights)])]
    public static double Loss(double[] weights, double[] sample)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
            sum += weights[i] * sample[i];
        return Math.Log(1 + Math.Exp(-sum));
    }
}
