using GradBench.Objectives;
using GradBench.Objectives.Inputs;
using GradBench.Protocol;

namespace GradBench.Modules;

/// <summary>Hand tracking: the errors and their dense Jacobian. The input is complicated where it has coordinates in triangles.</summary>
internal static class HtModule
{
    public static Module Create() => new("ht", ("objective", Objective), ("jacobian", Jacobian));

    private static Evaluation Objective(Input input)
    {
        HtInput ht = Read(input);
        var errors = new double[ht.Rows];
        return Evaluation.OfNumbers(errors, () => ht.Errors(errors));
    }

    private static Evaluation Jacobian(Input input)
    {
        HtInput ht = Read(input);
        var errors = new double[ht.Rows];
        var jacobian = new double[ht.Rows * ht.Columns];
        return new(() => ht.ErrorsAndJacobian(errors, jacobian), writer => Output.Rows(writer, jacobian, ht.Rows));
    }

    private static HtInput Read(Input input)
    {
        Input data = input["data"];
        HandModel model = ReadModel(data["model"]);
        int points = data["correspondences"].Count;
        bool isComplicated = input["us"].Count > 0;
        int targets = isComplicated ? model.Triangles.Length / 3 : model.Vertices;
        if (points == 0)
            throw data["correspondences"].Unexpected("at least one");
        return new(
            input["theta"].Numbers(Ht.ThetaSize), isComplicated ? input["us"].Numbers(points, 2) : [], model,
            data["correspondences"].Integers(0, targets - 1), data["points"].Numbers(points, 3));
    }

    private static HandModel ReadModel(Input model)
    {
        int bones = model["parents"].Count;
        if (bones < Ht.LeastBones)
            throw model["parents"].Unexpected($"at least {Ht.LeastBones} bones");
        var parents = new int[bones];
        for (int bone = 0; bone < bones; bone++)
            parents[bone] = model["parents"][bone].Integer(-1, bone - 1);
        int vertices = model["base_positions"].Count;
        return new(
            parents, model["base_relatives"].Numbers(bones, 4, 4), model["inverse_base_absolutes"].Numbers(bones, 4, 4),
            model["base_positions"].Numbers(vertices, 4), model["weights"].Numbers(vertices, bones),
            model["triangles"].IntegerRows(3, 0, vertices - 1), model["is_mirrored"].Flag());
    }
}
