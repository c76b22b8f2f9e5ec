using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>
/// A loop on several threads, as three members: the method that hands over what the loop uses, the type that the runtime finds its parts by, and the
/// method that runs a part.
/// </summary>
internal static class ChunkMethods
{
    private const string Runtime = "global::DiffGen.CompilerServices.";

    public static void Print(IndentedWriter writer, CoreFunction core, string accessibility, string name, IBodyPrinter bodies)
    {
        IrValue[] handed = [.. core.Parameters.Take(core.Parameters.Length - 3)];
        Start(writer, handed, accessibility, name);
        writer.Line();
        writer.Line($"private readonly struct {name}Chunk : {Runtime}IParallelChunk");
        writer.Open();
        writer.Line($"static void {Runtime}IParallelChunk.Run({Runtime}ParallelState state, int chunk, int from, int to)");
        writer.Open();
        string arguments = string.Join(", ", Taken(handed).Concat(["chunk", "from", "to"]).Concat(core.UsesTape ? [CoreMethod.TapeName] : []));
        if (core.UsesTape)
        {
            writer.Line($"{CoreMethod.TapeType} {CoreMethod.TapeName} = {CoreMethod.TapeType}.Rent();");
            writer.Line("try");
            writer.Open();
            writer.Line($"{name}Part({arguments});");
            writer.Close();
            writer.Line("finally");
            writer.Open();
            writer.Line($"{CoreMethod.TapeName}.Return();");
            writer.Close();
        }
        else
        {
            writer.Line($"{name}Part({arguments});");
        }
        writer.Close();
        writer.Close();
        writer.Line();
        writer.Line(CoreMethod.OptimizationAttribute);
        CoreMethod.Print(writer, core, "private", name + "Part", bodies);
    }

    private static void Start(IndentedWriter writer, IrValue[] handed, string accessibility, string name)
    {
        var names = new EntryNames(["arguments", "chunks", "count"]);
        string[] parameters = [.. handed.Select(value => AbiNames.Escape(names.Take(value.Name.Length == 0 ? "p" : value.Name)))];
        writer.Line($"{accessibility} static void {name}({string.Join("", handed.Select((value, i) => $"{AbiTypes.TextOf(value.Type)} {parameters[i]}, "))}int chunks, int count)");
        writer.Open();
        writer.Line($"{Runtime}ParallelArguments arguments = new {Runtime}ParallelArguments();");
        for (int i = 0; i < handed.Length; i++)
            writer.Line($"arguments.{Add(handed[i].Type, parameters[i])};");
        writer.Line($"{Runtime}ParallelLoop.Run<{name}Chunk>(ref arguments, chunks, count);");
        writer.Close();
    }

    private static string Add(IrType type, string name) => type switch
    {
        BufferType { Kind: BufferKind.Span or BufferKind.ReadOnlySpan } buffer => $"Add<{AbiTypes.TextOf(buffer.Element)}>({name})",
        BufferType => $"AddReference({name})",
        ScalarType { Kind: ScalarKind.F64 } => $"AddDouble({name})",
        ScalarType { Kind: ScalarKind.F32 } => $"AddSingle({name})",
        ScalarType { Kind: ScalarKind.Bool } => $"AddInteger({name} ? 1L : 0L)",
        _ => $"AddInteger(unchecked((long){name}))",
    };

    private static IEnumerable<string> Taken(IrValue[] handed)
    {
        int spans = 0, references = 0, numbers = 0;
        foreach (IrValue value in handed)
        {
            yield return value.Type switch
            {
                BufferType { Kind: BufferKind.Span or BufferKind.ReadOnlySpan } buffer => $"state.Span<{AbiTypes.TextOf(buffer.Element)}>({spans++})",
                BufferType buffer => $"state.Reference<{AbiTypes.TextOf(buffer)}>({references++})",
                ScalarType { Kind: ScalarKind.F64 } => $"state.Double({numbers++})",
                ScalarType { Kind: ScalarKind.F32 } => $"state.Single({numbers++})",
                ScalarType { Kind: ScalarKind.Bool } => $"state.Integer({numbers++}) != 0L",
                ScalarType { Kind: ScalarKind.I64 } => $"state.Integer({numbers++})",
                _ => $"unchecked(({AbiTypes.TextOf(value.Type)})state.Integer({numbers++}))",
            };
        }
    }
}
