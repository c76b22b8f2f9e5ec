using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>A core function as a C# method of its own.</summary>
internal static class CoreMethod
{
    public const string TapeType = "global::DiffGen.CompilerServices.Tape";
    public const string TapeName = "tape";
    public const string OptimizationAttribute = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]";

    /// <summary>For a loop that stands apart to have all registers for itself.</summary>
    public const string OutlinedAttribute = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining | global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]";

    /// <summary>
    /// Whether a method with this body is compiled with all optimisations at its first call. The first run of a loop would else be over before the runtime
    /// optimises it. Calls of accessors to stored fields are never made fast then.
    /// </summary>
    public static bool IsOptimizedAtOnce(CoreFunction core) => OpShape.AllOps(core.Body).Any(op => op is ForOp or LoopOp) && !UsesAccessors(core);

    public static void Print(IndentedWriter writer, CoreFunction core, string accessibility, string name, IBodyPrinter bodies)
    {
        var names = new EntryNames(core.UsesTape ? [TapeName] : []);
        string[] parameters = [.. core.Parameters.Select(p => names.Take(p.Name.Length == 0 ? "p" : p.Name))];
        string declared = string.Join(", ", core.Parameters.Select((p, i) => $"{AbiTypes.TextOf(p.Type)} {AbiNames.Escape(parameters[i])}")
            .Concat(core.UsesTape ? [$"{TapeType} {TapeName}"] : []));
        writer.Line($"{accessibility} static {ReturnType(core.ResultTypes)} {name}({declared})");
        writer.Open();
        bodies.Print(writer, core, [.. parameters.Select(AbiNames.Escape)], names.Taken, results => new EntryEnd(default, Tuple(results)));
        writer.Close();
    }

    public static string ReturnType(EquatableArray<IrType> results) => results.Length switch
    {
        0 => "void",
        1 => AbiTypes.TextOf(results[0]),
        _ => "(" + string.Join(", ", results.Select(AbiTypes.TextOf)) + ")",
    };

    /// <summary>The expression that gives back these results, or null for none.</summary>
    public static string? Tuple(IReadOnlyList<string> results) => results.Count switch
    {
        0 => null,
        1 => results[0],
        _ => "(" + string.Join(", ", results) + ")",
    };

    private static bool UsesAccessors(CoreFunction core) => OpShape.AllOps(core.Body).SelectMany(op => OpShape.Operands(op).Concat(OpShape.Results(op))).Any(value => IsReachedByAccessor(value.Type));

    private static bool IsReachedByAccessor(IrType type) => type switch
    {
        BufferType buffer => IsReachedByAccessor(buffer.Element),
        StructType structure => structure.Construction == StructConstruction.Accessor || structure.Fields.Any(field => !field.Readable || !field.Assignable || IsReachedByAccessor(field.Type)),
        _ => false,
    };
}
