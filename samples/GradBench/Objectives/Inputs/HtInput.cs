using System;

namespace GradBench.Objectives.Inputs;

/// <summary>What <see cref="Ht.Simple"/> and <see cref="Ht.Complicated"/> take; there are no <paramref name="Us"/> where it is simple.</summary>
public sealed record HtInput(double[] Theta, double[] Us, HandModel Model, int[] Correspondences, double[] Points)
{
    /// <summary>Whether points lie in triangles, not at vertices.</summary>
    public bool IsComplicated => Us.Length > 0;

    /// <summary>Rows of the Jacobian.</summary>
    public int Rows => 3 * Correspondences.Length;

    /// <summary>Columns of the Jacobian: 26, and two before them where it is complicated.</summary>
    public int Columns => IsComplicated ? Ht.ThetaSize + 2 : Ht.ThetaSize;

    /// <summary>A complicated input of the given size, the same in every run.</summary>
    public static HtInput CreateComplicated(int vertices, int points) => Create(vertices, points, isComplicated: true);

    /// <summary>A simple input of the given size, the same in every run.</summary>
    public static HtInput CreateSimple(int vertices, int points) => Create(vertices, points, isComplicated: false);

    /// <summary>The differences of points to the model.</summary>
    public void Errors(Span<double> errors)
    {
        if (IsComplicated)
        {
            Ht.Complicated(
                0, 0, Theta, Us, Model.Parents, Model.BaseRelatives, Model.InverseBaseAbsolutes, Model.BasePositions, Model.Weights, Model.Triangles,
                Model.IsMirrored, Correspondences, Points, errors);
        }
        else
        {
            Ht.Simple(
                Theta, Model.Parents, Model.BaseRelatives, Model.InverseBaseAbsolutes, Model.BasePositions, Model.Weights, Model.IsMirrored,
                Correspondences, Points, errors);
        }
    }

    /// <summary>Them and their Jacobian, row after row.</summary>
    public void ErrorsAndJacobian(Span<double> errors, Span<double> jacobian)
    {
        if (IsComplicated)
        {
            Ht.ComplicatedJacobian(
                0, 0, Theta, Us, Model.Parents, Model.BaseRelatives, Model.InverseBaseAbsolutes, Model.BasePositions, Model.Weights, Model.Triangles,
                Model.IsMirrored, Correspondences, Points, errors, jacobian);
        }
        else
        {
            Ht.SimpleJacobian(
                Theta, Model.Parents, Model.BaseRelatives, Model.InverseBaseAbsolutes, Model.BasePositions, Model.Weights, Model.IsMirrored,
                Correspondences, Points, errors, jacobian);
        }
    }

    private static HtInput Create(int vertices, int points, bool isComplicated)
    {
        var random = new Random(5);
        HandModel model = HandModel.Create(vertices);
        int targets = isComplicated ? model.Triangles.Length / 3 : vertices;
        return new(
            Draws.Uniform(random, Ht.ThetaSize, -0.4, 0.4), isComplicated ? Draws.Uniform(random, 2 * points, 0, 0.5) : [], model,
            Draws.Integers(random, points, targets), Draws.Uniform(random, 3 * points, -1, 1));
    }
}
