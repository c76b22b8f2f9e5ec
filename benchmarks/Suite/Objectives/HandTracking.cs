using DiffGen.Benchmarks.ByHand;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Suite.Objectives;

internal sealed class HandTracking : Objective
{
    private static readonly (bool Complicated, int Vertices, int Points)[] AllSizes = [(true, 10_000, 100), (true, 544, 100), (false, 10_000, 100), (true, 10_000, 800)];

    public override string Name => "ht";

    public override int Sizes => AllSizes.Length;

    public override Growth Growth => new("v", [300, 1000, 3000, 10_000], v => Of((true, v, 100)));

    public override Problem Create(int size) => Of(AllSizes[size]);

    private Problem Of((bool Complicated, int Vertices, int Points) size)
    {
        (bool complicated, int vertices, int points) = size;
        HtInput input = complicated ? HtInput.CreateComplicated(vertices, points) : HtInput.CreateSimple(vertices, points);
        HandModel model = input.Model;
        var byHand = new HtByHand(input);
        int[] sizes = [model.Parents.Length, vertices, points, model.IsMirrored ? 1 : 0, complicated ? 1 : 0];
        return new(
            Name,
            $"{(complicated ? "complicated" : "simple")} v={vertices} p={points}",
            new Buffers(
                [sizes, model.Parents, input.Correspondences, model.Triangles],
                [input.Theta, input.Us, model.BaseRelatives, model.InverseBaseAbsolutes, model.BasePositions, model.Weights, input.Points]),
            new Buffers([input.Rows]),
            new Buffers([input.Rows * input.Columns, input.Rows]),
            o => input.Errors(o.Reals[0]),
            o => input.ErrorsAndJacobian(o.Reals[1], o.Reals[0]))
        {
            Fast = o =>
            {
                if (complicated)
                {
                    Ht.ComplicatedFastJacobian(
                        0, 0, input.Theta, input.Us, model.Parents, model.BaseRelatives, model.InverseBaseAbsolutes, model.BasePositions, model.Weights,
                        model.Triangles, model.IsMirrored, input.Correspondences, input.Points, o.Reals[1], o.Reals[0]);
                }
                else
                {
                    Ht.SimpleFastJacobian(
                        input.Theta, model.Parents, model.BaseRelatives, model.InverseBaseAbsolutes, model.BasePositions, model.Weights,
                        model.IsMirrored, input.Correspondences, input.Points, o.Reals[1], o.Reals[0]);
                }
            },
            ByHand = o => byHand.ErrorsAndJacobian(o.Reals[1], o.Reals[0]),
        };
    }
}
