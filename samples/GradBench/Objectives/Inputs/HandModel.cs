using System;

namespace GradBench.Objectives.Inputs;

/// <summary>A hand as <see cref="Ht"/> takes it.</summary>
public sealed record HandModel(
    int[] Parents, double[] BaseRelatives, double[] InverseBaseAbsolutes, double[] BasePositions, double[] Weights, int[] Triangles, bool IsMirrored)
{
    private const int Bones = 22;
    private const int MostBonesPerVertex = 3;

    /// <summary>Number of vertices.</summary>
    public int Vertices => BasePositions.Length / 4;

    /// <summary>
    /// A hand of 22 bones, the same in every run: a wrist, five fingers of four bones, a forearm. Each vertex follows up to three bones.
    /// </summary>
    public static HandModel Create(int vertices)
    {
        var random = new Random(4);
        var parents = new int[Bones];
        var relatives = new double[16 * Bones];
        var inverses = new double[16 * Bones];
        for (int bone = 0; bone < Bones; bone++)
        {
            parents[bone] = bone == 0 ? -1 : bone % 4 == 1 ? 0 : bone - 1;
            RigidMotion(Draws.Uniform(random, 4, -0.5, 0.5), relatives.AsSpan(16 * bone, 16));
            RigidMotion(Draws.Uniform(random, 4, -0.5, 0.5), inverses.AsSpan(16 * bone, 16));
        }
        double[] positions = Draws.Uniform(random, 4 * vertices, -1, 1);
        var weights = new double[Bones * vertices];
        for (int v = 0; v < vertices; v++)
        {
            positions[(4 * v) + 3] = 1;
            for (int i = 0; i < MostBonesPerVertex; i++)
                weights[(Bones * v) + random.Next(Bones)] += 1.0 / MostBonesPerVertex;
        }
        return new(parents, relatives, inverses, positions, weights, Draws.Integers(random, 3 * 2 * vertices, vertices), IsMirrored: false);
    }

    // A rotation about the last axis, and a translation.
    private static void RigidMotion(double[] parameters, Span<double> matrix)
    {
        double sin = Math.Sin(parameters[0]);
        double cos = Math.Cos(parameters[0]);
        double[] rows = [cos, -sin, 0, parameters[1], sin, cos, 0, parameters[2], 0, 0, 1, parameters[3], 0, 0, 0, 1];
        rows.CopyTo(matrix);
    }
}
