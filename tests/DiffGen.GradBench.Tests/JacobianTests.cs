using System;
using GradBench.Objectives.Inputs;
using Xunit;

namespace DiffGen.GradBench.Tests;

/// <summary>Residuals and Jacobians of the objectives with many outputs against those of another system.</summary>
public class JacobianTests
{
    private const double Tolerance = 1e-11;

    [Fact]
    public void BaOfDifferentCameras()
    {
        Reference reference = Reference.Read("ba_general");
        var input = new BaInput(
            reference.Numbers("input.cams"), reference.Numbers("input.X"), reference.Numbers("input.w"), reference.Integers("input.obs"),
            reference.Numbers("input.feats"));
        (double[] reprojection, double[] weightErrors, int[] rows, int[] columns, double[] values) = Evaluate(input);
        Reference.Close(reference.Numbers("objective.reproj_err"), reprojection, Tolerance);
        Reference.Close(reference.Numbers("objective.w_err"), weightErrors, Tolerance);
        Assert.Equal(reference.Integers("jacobian.rows"), rows);
        Assert.Equal(reference.Integers("jacobian.cols"), columns);
        Reference.Close(reference.Numbers("jacobian.vals"), values, 1e-9);
    }

    // Of the arrays the reference has the first thirty entries and the last.
    [Fact]
    public void BaOfOneCameraRepeated()
    {
        Reference reference = Reference.Read("ba_tiny");
        BaInput input = BaInput.Replicate(
            reference.Integer("input.n"), reference.Integer("input.m"), reference.Integer("input.p"), reference.Numbers("input.cam"),
            reference.Numbers("input.x"), reference.Number("input.w"), reference.Numbers("input.feat"));
        (double[] reprojection, double[] weightErrors, int[] rows, int[] columns, double[] values) = Evaluate(input);
        for (int o = 0; o < input.Count; o++)
        {
            Reference.Close(reference.Numbers("objective.reproj_error.elements"), reprojection.AsSpan(2 * o, 2), Tolerance);
            Reference.Close(reference.Number("objective.w_err.element"), weightErrors[o], Tolerance);
        }
        Assert.Equal(reference.Integers("jacobian.rows"), FirstThirtyAndLast(rows));
        Assert.Equal(reference.Integers("jacobian.cols"), FirstThirtyAndLast(columns));
        Reference.Close(reference.Numbers("jacobian.vals"), FirstThirtyAndLast(values), Tolerance);
    }

    [Fact]
    public void HtSimple()
    {
        Reference reference = Reference.Read("ht_simple_small_1_p20");
        const string Model = "input.data.model.";
        var model = new HandModel(
            reference.Integers(Model + "parents"), reference.Numbers(Model + "base_relatives"), reference.Numbers(Model + "inverse_base_absolutes"),
            reference.Numbers(Model + "base_positions"), reference.Numbers(Model + "weights"), [], reference.Flag(Model + "is_mirrored"));
        var input = new HtInput(
            reference.Numbers("input.theta"), [], model, reference.Integers("input.data.correspondences"), reference.Numbers("input.data.points"));
        (double[] errors, double[] jacobian) = Evaluate(input);
        Reference.Close(reference.Numbers("objective"), errors, 1e-9);
        Reference.Close(reference.Numbers("jacobian"), jacobian, 1e-9);
    }

    // At a corner of its triangle a point is at a vertex; the function is linear in the coordinates, so that differences are exact.
    [Fact]
    public void HtComplicatedIsSimpleAtCornersOfTriangles()
    {
        HtInput simple = HtInput.CreateSimple(vertices: 40, points: 6);
        HandModel model = simple.Model;
        var us = new double[12];
        var triangles = new int[18];
        for (int i = 0; i < 6; i++)
        {
            us[2 * i] = 1;
            triangles[3 * i] = simple.Correspondences[i];
            triangles[(3 * i) + 1] = (7 * i) + 1;
            triangles[(3 * i) + 2] = (5 * i) + 3;
        }
        var complicated = new HtInput(simple.Theta, us, model with { Triangles = triangles }, [0, 1, 2, 3, 4, 5], simple.Points);
        (double[] errors, double[] jacobian) = Evaluate(complicated);
        (double[] expectedErrors, double[] expected) = Evaluate(simple);
        Reference.Close(expectedErrors, errors, Tolerance);
        for (int row = 0; row < 18; row++)
            Reference.Close(expected.AsSpan(26 * row, 26), jacobian.AsSpan((28 * row) + 2, 26), 1e-10);

        double[] us0 = [.. us], us1 = [.. us];
        for (int i = 0; i < 6; i++)
        {
            us0[2 * i] += 1;
            us1[(2 * i) + 1] += 1;
        }
        double[] moved0 = Errors(complicated with { Us = us0 }), moved1 = Errors(complicated with { Us = us1 });
        for (int row = 0; row < 18; row++)
        {
            Assert.Equal(moved0[row] - errors[row], jacobian[28 * row], 1e-12);
            Assert.Equal(moved1[row] - errors[row], jacobian[(28 * row) + 1], 1e-12);
        }
    }

    private static T[] FirstThirtyAndLast<T>(T[] values) => [.. values[..30], values[^1]];

    private static (double[] Reprojection, double[] WeightErrors, int[] Rows, int[] Columns, double[] Values) Evaluate(BaInput input)
    {
        int count = input.Count, entries = 31 * count;
        double[] reprojection = new double[2 * count], weightErrors = new double[count], values = new double[entries];
        int[] rows = new int[(3 * count) + 1], columns = new int[entries];
        input.ResidualsAndJacobian(reprojection, weightErrors, rows, columns, values);
        double[] reprojectionAlone = new double[2 * count], weightErrorsAlone = new double[count];
        input.Residuals(reprojectionAlone, weightErrorsAlone);
        Assert.Equal(reprojectionAlone, reprojection);
        Assert.Equal(weightErrorsAlone, weightErrors);
        return (reprojection, weightErrors, rows, columns, values);
    }

    private static (double[] Errors, double[] Jacobian) Evaluate(HtInput input)
    {
        double[] errors = new double[input.Rows], jacobian = new double[input.Rows * input.Columns];
        input.ErrorsAndJacobian(errors, jacobian);
        Assert.Equal(Errors(input), errors);
        return (errors, jacobian);
    }

    private static double[] Errors(HtInput input)
    {
        var errors = new double[input.Rows];
        input.Errors(errors);
        return errors;
    }
}
