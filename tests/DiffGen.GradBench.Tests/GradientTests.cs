using System;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;
using Xunit;

namespace DiffGen.GradBench.Tests;

/// <summary>Values and gradients of the scalar objectives against those of another system.</summary>
public class GradientTests
{
    private const double Tolerance = 1e-11;

    [Theory]
    [InlineData("gmm_d2_k5_n1000")]
    [InlineData("gmm_d3_k4_n7")]
    public void Gmm(string name)
    {
        Reference reference = Reference.Read(name);
        var input = new GmmInput(
            reference.Integer("input.d"), reference.Integer("input.k"), reference.Integer("input.n"), reference.Numbers("input.alpha"),
            reference.Numbers("input.mu"), reference.Numbers("input.q"), reference.Numbers("input.l"), reference.Numbers("input.x"),
            reference.Number("input.gamma"), reference.Integer("input.m"));
        var dAlpha = new double[input.Alpha.Length];
        var dMu = new double[input.Mu.Length];
        var dQ = new double[input.Q.Length];
        var dL = new double[input.L.Length];
        input.Gradient(dAlpha, dMu, dQ, dL);
        Reference.Close(reference.Number("objective"), input.Value(), Tolerance);
        Reference.Close(reference.Numbers("jacobian.alpha"), dAlpha, Tolerance);
        Reference.Close(reference.Numbers("jacobian.mu"), dMu, Tolerance);
        Reference.Close(reference.Numbers("jacobian.q"), dQ, Tolerance);
        Reference.Close(reference.Numbers("jacobian.l"), dL, Tolerance);
    }

    [Fact]
    public void Lstm()
    {
        Reference reference = Reference.Read("lstm_l2_c8");
        var input = new LstmInput(
            2, 14, 8, reference.Numbers("input.main_params"), reference.Numbers("input.extra_params"), reference.Numbers("input.state"),
            reference.Numbers("input.sequence"));
        var gradient = new double[input.Main.Length + input.Extra.Length];
        input.Gradient(gradient.AsSpan(0, input.Main.Length), gradient.AsSpan(input.Main.Length));
        Reference.Close(reference.Number("objective"), input.Value(), Tolerance);
        Reference.Close(reference.Numbers("jacobian"), gradient, Tolerance);
    }

    // The entry of the largest element is a difference of numbers near one, so that the reference itself is good to 1e-9 there.
    [Fact]
    public void Lse()
    {
        Reference reference = Reference.Read("lse_n10");
        var input = new LseInput(reference.Numbers("input.x"));
        var gradient = new double[input.X.Length];
        input.Gradient(gradient);
        Reference.Close(reference.Number("primal"), input.Value(), Tolerance);
        Reference.Close(reference.Numbers("gradient"), gradient, 1e-9);
    }

    [Fact]
    public void OdeGivesTheSolutionAndTheGradientOfItsEnd()
    {
        Reference reference = Reference.Read("ode_n5_s3");
        var input = new OdeInput(reference.Numbers("input.x"), reference.Integer("input.s"));
        double[] solution = new double[input.X.Length], gradient = new double[input.X.Length];
        Ode.Solve(input.X, input.Steps, solution);
        input.Gradient(gradient);
        Reference.Close(reference.Numbers("primal"), solution, Tolerance);
        Assert.Equal(solution[^1], input.Value());
        Reference.Close(reference.Numbers("gradient"), gradient, Tolerance);
    }

    [Fact]
    public void Det()
    {
        Reference reference = Reference.Read("det_l5");
        var input = new DetInput(reference.Numbers("input.A"), reference.Integer("input.ell"));
        var gradient = new double[input.A.Length];
        input.Gradient(gradient);
        Reference.Close(reference.Number("primal"), input.Value(), Tolerance);
        Reference.Close(reference.Numbers("gradient"), gradient, Tolerance);
    }

    [Fact]
    public void Llsq()
    {
        Reference reference = Reference.Read("llsq_n16_m8");
        var input = new LlsqInput(reference.Numbers("input.x"), reference.Integer("input.n"));
        var gradient = new double[input.X.Length];
        input.Gradient(gradient);
        Reference.Close(reference.Number("primal"), input.Value(), Tolerance);
        Reference.Close(reference.Numbers("gradient"), gradient, Tolerance);
    }

    [Fact]
    public void Mlp()
    {
        Reference reference = Reference.Read("mlp_4_5_3_b2");
        var input = new MlpInput(
            reference.Integers("input.sizes"), reference.Numbers("input.w"), reference.Numbers("input.x"), reference.Integers("input.y"));
        var gradient = new double[input.W.Length];
        input.Gradient(gradient);
        Reference.Close(reference.Number("primal"), input.Value(), Tolerance);
        Reference.Close(reference.Numbers("gradient"), gradient, Tolerance);
    }

    [Fact]
    public void KmeansGivesTheDirectionOfNewtonsMethod()
    {
        Reference reference = Reference.Read("kmeans_k3_n20_d2");
        var input = new KmeansInput(20, 3, 2, reference.Numbers("input.points"), reference.Numbers("input.centroids"));
        double[] diagonal = new double[6], direction = new double[6];
        input.Direction(diagonal, direction);
        Reference.Close(reference.Number("cost"), input.Value(), Tolerance);
        Reference.Close(reference.Numbers("dir"), direction, Tolerance);
    }
}
