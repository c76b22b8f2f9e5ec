using GradBench.Objectives.Inputs;
using GradBench.Protocol;

namespace GradBench.Modules;

/// <summary>The log-posterior of a Gaussian mixture and its gradient, in the shape of the parameters.</summary>
internal static class GmmModule
{
    public static Module Create() => new("gmm", ("objective", Objective), ("jacobian", Jacobian));

    private static Evaluation Objective(Input input) => Evaluation.OfNumber(Read(input).Value);

    private static Evaluation Jacobian(Input input)
    {
        GmmInput gmm = Read(input);
        var alpha = new double[gmm.Alpha.Length];
        var mu = new double[gmm.Mu.Length];
        var q = new double[gmm.Q.Length];
        var l = new double[gmm.L.Length];
        return new(
            () => gmm.Gradient(alpha, mu, q, l),
            writer =>
            {
                writer.WriteStartObject();
                writer.WritePropertyName("alpha");
                Output.Numbers(writer, alpha);
                writer.WritePropertyName("mu");
                Output.Rows(writer, mu, gmm.K);
                writer.WritePropertyName("q");
                Output.Rows(writer, q, gmm.K);
                writer.WritePropertyName("l");
                Output.Rows(writer, l, gmm.K);
                writer.WriteEndObject();
            });
    }

    private static GmmInput Read(Input input)
    {
        int d = input["d"].Integer(1, 10_000);
        int k = input["k"].Integer(1);
        int n = input["n"].Integer(1);
        double gamma = input["gamma"].Number();
        if (gamma <= 0)
            throw input["gamma"].Unexpected("a positive number");
        return new(
            d, k, n, input["alpha"].Numbers(k), input["mu"].Numbers(k, d), input["q"].Numbers(k, d), input["l"].Numbers(k, d * (d - 1) / 2),
            input["x"].Numbers(n, d), gamma, input["m"].Integer(0));
    }
}
