using System;
using System.Text.Json;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;
using GradBench.Protocol;

namespace GradBench.Modules;

/// <summary>
/// Bundle adjustment of one camera, point, weight and feature, repeated. The residuals and the sparse Jacobian are computed in full; of what is repeated,
/// answers show a part.
/// </summary>
internal static class BaModule
{
    private const int Shown = 30;

    public static Module Create() => new("ba", ("objective", Objective), ("jacobian", Jacobian));

    private static Evaluation Objective(Input input)
    {
        BaInput ba = Read(input);
        var reprojection = new double[2 * ba.Count];
        var weightErrors = new double[ba.Count];
        return new(
            () => ba.Residuals(reprojection, weightErrors),
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartObject("reproj_error");
                writer.WritePropertyName("elements");
                Output.Numbers(writer, reprojection.AsSpan(0, 2));
                writer.WriteNumber("repeated", ba.Count);
                writer.WriteEndObject();
                writer.WriteStartObject("w_err");
                writer.WritePropertyName("element");
                Output.Number(writer, weightErrors[0]);
                writer.WriteNumber("repeated", ba.Count);
                writer.WriteEndObject();
                writer.WriteEndObject();
            });
    }

    private static Evaluation Jacobian(Input input)
    {
        BaInput ba = Read(input);
        var reprojection = new double[2 * ba.Count];
        var weightErrors = new double[ba.Count];
        var rows = new int[(3 * ba.Count) + 1];
        var columns = new int[Ba.EntriesPerObservation * ba.Count];
        var values = new double[columns.Length];
        return new(
            () => ba.ResidualsAndJacobian(reprojection, weightErrors, rows, columns, values),
            writer =>
            {
                writer.WriteStartObject();
                WriteIndices(writer, "rows", rows);
                WriteIndices(writer, "cols", columns);
                writer.WritePropertyName("vals");
                Output.Numbers(writer, [.. values.AsSpan(0, Shown), values[^1]]);
                writer.WriteEndObject();
            });
    }

    private static void WriteIndices(Utf8JsonWriter writer, string name, int[] indices)
    {
        writer.WriteStartArray(name);
        foreach (int index in indices.AsSpan(0, Math.Min(Shown, indices.Length)))
            writer.WriteNumberValue(index);
        writer.WriteNumberValue(indices[^1]);
        writer.WriteEndArray();
    }

    private static BaInput Read(Input input) => BaInput.Replicate(
        input["n"].Integer(1, Array.MaxLength / Ba.CameraSize), input["m"].Integer(1, Array.MaxLength / 3),
        input["p"].Integer(1, Array.MaxLength / Ba.EntriesPerObservation), input["cam"].Numbers(Ba.CameraSize), input["x"].Numbers(3),
        input["w"].Number(), input["feat"].Numbers(2));
}
