using System;
using GradBench.Objectives.Inputs;
using Xunit;

namespace DiffGen.GradBench.Tests;

/// <summary>Derivatives allocate nothing, once what they rent is there.</summary>
public class AllocationTests
{
    [Fact]
    public void Gmm()
    {
        GmmInput input = GmmInput.Create(3, 4, 20);
        double[] dAlpha = new double[4], dMu = new double[12], dQ = new double[12], dL = new double[12];
        AllocatesNothing(() => input.Gradient(dAlpha, dMu, dQ, dL));
    }

    [Fact]
    public void Ba()
    {
        BaInput input = BaInput.Create(3, 5, 40);
        int[] rows = new int[121], columns = new int[31 * 40];
        double[] reprojection = new double[80], weightErrors = new double[40], values = new double[31 * 40];
        AllocatesNothing(() => input.ResidualsAndJacobian(reprojection, weightErrors, rows, columns, values));
    }

    [Fact]
    public void Lstm()
    {
        LstmInput input = LstmInput.Create(2, 20);
        double[] dMain = new double[input.Main.Length], dExtra = new double[input.Extra.Length];
        AllocatesNothing(() => input.Gradient(dMain, dExtra));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ht(bool isComplicated)
    {
        HtInput input = isComplicated ? HtInput.CreateComplicated(50, 10) : HtInput.CreateSimple(50, 10);
        double[] errors = new double[input.Rows], jacobian = new double[input.Rows * input.Columns];
        AllocatesNothing(() => input.ErrorsAndJacobian(errors, jacobian));
    }

    [Fact]
    public void Kmeans()
    {
        KmeansInput input = KmeansInput.Create(3, 50, 4);
        double[] diagonal = new double[12], gradient = new double[12];
        AllocatesNothing(() => input.GradientAndDiagonal(gradient, diagonal));
    }

    [Fact]
    public void Lse() => OfVector(LseInput.Create(100).Gradient, 100);

    [Fact]
    public void Ode() => OfVector(OdeInput.Create(10, 20).Gradient, 10);

    [Fact]
    public void Det() => OfVector(DetInput.Create(5).Gradient, 25);

    [Fact]
    public void Llsq() => OfVector(LlsqInput.Create(64, 8).Gradient, 8);

    [Fact]
    public void Mlp() => OfVector(MlpInput.Create([5, 7, 3], 4).Gradient, 66);

    private delegate void Gradient(Span<double> destination);

    private static void OfVector(Gradient gradient, int count)
    {
        var destination = new double[count];
        AllocatesNothing(() => gradient(destination));
    }

    private static void AllocatesNothing(Action derivative)
    {
        for (int i = 0; i < 50; i++)
            derivative();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++)
            derivative();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
