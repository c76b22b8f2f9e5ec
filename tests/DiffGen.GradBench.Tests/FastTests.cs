using System;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;
using Xunit;

namespace DiffGen.GradBench.Tests;

/// <summary>With fast floating point, derivatives differ from strict ones by rounding alone.</summary>
public class FastTests
{
    private const double Tolerance = 1e-9;

    private delegate void Derivative(Span<double> destination);

    [Fact]
    public void Gmm()
    {
        GmmInput i = GmmInput.Create(3, 4, 37);
        var strict = (Alpha: new double[4], Mu: new double[12], Q: new double[12], L: new double[12]);
        var fast = (Alpha: new double[4], Mu: new double[12], Q: new double[12], L: new double[12]);
        i.Gradient(strict.Alpha, strict.Mu, strict.Q, strict.L);
        global::GradBench.Objectives.Gmm.LogPosteriorFastGradient(
            i.D, i.K, i.N, i.Alpha, i.Mu, i.Q, i.L, i.X, i.Gamma, i.M, fast.Alpha, fast.Mu, fast.Q, fast.L);
        Reference.Close(strict.Alpha, fast.Alpha, Tolerance);
        Reference.Close(strict.Mu, fast.Mu, Tolerance);
        Reference.Close(strict.Q, fast.Q, Tolerance);
        Reference.Close(strict.L, fast.L, Tolerance);
    }

    [Fact]
    public void Lstm()
    {
        LstmInput i = LstmInput.Create(2, 20);
        double[] dMain = new double[i.Main.Length], dExtra = new double[i.Extra.Length];
        double[] fastMain = new double[i.Main.Length], fastExtra = new double[i.Extra.Length];
        i.Gradient(dMain, dExtra);
        global::GradBench.Objectives.Lstm.LossFastGradient(i.Layers, i.Width, i.Length, i.Main, i.Extra, i.State, i.Sequence, fastMain, fastExtra);
        Reference.Close(dMain, fastMain, Tolerance);
        Reference.Close(dExtra, fastExtra, Tolerance);
    }

    [Fact]
    public void Kmeans()
    {
        KmeansInput i = KmeansInput.Create(4, 53, 3);
        double[] gradient = new double[12], diagonal = new double[12], fastGradient = new double[12], fastDiagonal = new double[12];
        i.GradientAndDiagonal(gradient, diagonal);
        global::GradBench.Objectives.Kmeans.CostFastGradient(i.N, i.K, i.D, i.Points, i.Centroids, fastGradient);
        global::GradBench.Objectives.Kmeans.CostFastHvp(i.N, i.K, i.D, i.Points, i.Centroids, i.Ones, fastDiagonal);
        Reference.Close(gradient, fastGradient, Tolerance);
        Reference.Close(diagonal, fastDiagonal, Tolerance);
    }

    [Fact]
    public void Ba()
    {
        BaInput i = BaInput.Create(1, 1, 1);
        double[] strict = new double[30], fast = new double[30];
        global::GradBench.Objectives.Ba.ResidualJacobian(i.Cams, i.Points, i.Weights[0], i.Features[0], i.Features[1], out double u, out double v, strict);
        global::GradBench.Objectives.Ba.ResidualFastJacobian(
            i.Cams, i.Points, i.Weights[0], i.Features[0], i.Features[1], out double fastU, out double fastV, fast);
        Reference.Close([u, v], [fastU, fastV], Tolerance);
        Reference.Close(strict, fast, Tolerance);
    }

    [Fact]
    public void Ht()
    {
        HtInput i = HtInput.CreateComplicated(50, 9);
        HandModel m = i.Model;
        double[] errors = new double[27], strict = new double[27 * 28], fast = new double[27 * 28];
        i.ErrorsAndJacobian(errors, strict);
        global::GradBench.Objectives.Ht.ComplicatedFastJacobian(
            0, 0, i.Theta, i.Us, m.Parents, m.BaseRelatives, m.InverseBaseAbsolutes, m.BasePositions, m.Weights, m.Triangles, m.IsMirrored,
            i.Correspondences, i.Points, errors, fast);
        Reference.Close(strict, fast, Tolerance);
    }

    [Fact]
    public void Lse() => Agree(LseInput.Create(101).Gradient, to => global::GradBench.Objectives.Lse.LogSumExpFastGradient(LseInput.Create(101).X, to), 101);

    [Fact]
    public void Ode() => Agree(OdeInput.Create(11, 20).Gradient, to => global::GradBench.Objectives.Ode.LastFastGradient(OdeInput.Create(11, 20).X, 20, to), 11);

    [Fact]
    public void Det() => Agree(DetInput.Create(5).Gradient, to => global::GradBench.Objectives.Det.DeterminantFastGradient(DetInput.Create(5).A, 5, to), 25);

    [Fact]
    public void Llsq() => Agree(LlsqInput.Create(67, 9).Gradient, to => global::GradBench.Objectives.Llsq.HalfSquaresFastGradient(LlsqInput.Create(67, 9).X, 67, to), 9);

    [Fact]
    public void Mlp()
    {
        MlpInput i = MlpInput.Create([5, 17, 6, 3], 4);
        Agree(i.Gradient, to => global::GradBench.Objectives.Mlp.LossFastGradient(i.Sizes, i.W, i.X, i.Labels, to), i.W.Length);
    }

    private static void Agree(Derivative strict, Derivative fast, int count)
    {
        double[] expected = new double[count], actual = new double[count];
        strict(expected);
        fast(actual);
        Assert.Contains(expected, e => e != 0);
        Reference.Close(expected, actual, Tolerance);
    }
}
