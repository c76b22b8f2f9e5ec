using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>
/// The generated file of a generic method: the companions of each of its instances, which are private, and generic ones that choose among
/// them. The tests of the types are constants to the JIT compiler, so that nothing is left of the choice.
/// </summary>
internal static class GenericCompanionFile
{
    private const string UnsafeClass = "global::System.Runtime.CompilerServices.Unsafe";

    public static string Write(IrUnit unit, TransformOptions options, CancellationToken cancellation)
    {
        IrSignature header = unit.Root.Signature;
        var entries = new TypePart(header, "");
        for (int i = 0; i < header.Requests.Length; i++)
        {
            EquatableArray<Companion> companions = Abi.Companions(header, header.Requests[i]);
            for (int k = 0; k < companions.Length; k++)
                entries.Add(Entry(header, companions[k], [.. unit.Choices.Select(choice => (choice, Chosen(choice, i)[k]))]));
        }
        IEnumerable<TypePart> instances = unit.Choices.SelectMany(choice => CompanionFile.Parts(choice.Unit with { Root = Instance(choice) }, options, cancellation));
        return SourceFileWriter.Write(instances.Prepend(entries));
    }

    private static EquatableArray<Companion> Chosen(GenericChoice choice, int request)
    {
        IrSignature signature = Instance(choice).Signature;
        return Abi.Companions(signature, signature.Requests[request]);
    }

    // The instance under names of its own.
    private static IrMethod Instance(GenericChoice choice)
    {
        IrSignature signature = choice.Unit.Root.Signature;
        return choice.Unit.Root with
        {
            Signature = signature with
            {
                Accessibility = "private",
                HintName = signature.HintName + choice.Suffix,
                Requests = signature.Requests.Map(request => request with { NamePrefix = request.NamePrefix + choice.Suffix }),
            },
        };
    }

    private static string Entry(IrSignature header, Companion companion, IReadOnlyList<(GenericChoice Choice, Companion Companion)> choices)
    {
        var writer = new IndentedWriter();
        string types = string.Join("; ", choices.Select(choice => choice.Choice.Condition.Replace("typeof(", "").Replace(")", "").Replace("==", "=").Replace("&&", "and")));
        foreach (string line in EntryDocumentation.Print(header, companion, [$"For {types}; a NotSupportedException for other types."]))
            writer.Line(line);
        writer.Line(SourceFileWriter.Attribute);
        writer.Line(EntryPrinter.Header(header, companion));
        writer.Open();
        foreach ((GenericChoice choice, Companion chosen) in choices)
        {
            writer.Line($"if ({choice.Condition})");
            writer.Open();
            Call(writer, companion, chosen);
            writer.Close();
        }
        writer.Line($"throw new global::System.NotSupportedException(\"Derivatives of '{header.Name}' exist for {types}.\");");
        writer.Close();
        return writer.ToString();
    }

    private static void Call(IndentedWriter writer, Companion companion, Companion chosen)
    {
        foreach (CompanionParameter parameter in companion.Parameters.Where(p => p.Mode == ParameterMode.Out))
            writer.Line($"{UnsafeClass}.SkipInit(out {AbiNames.Escape(parameter.Name)});");
        string call = $"{AbiNames.Escape(chosen.Name)}({string.Join(", ", companion.Parameters.Zip(chosen.Parameters, Argument))})";
        if (chosen.ReturnType == "void")
        {
            writer.Line(call + ";");
            writer.Line("return;");
            return;
        }
        writer.Line($"return {Reinterpret(chosen.ReturnType, companion.ReturnType, call)};");
    }

    private static string Argument(CompanionParameter given, CompanionParameter wanted)
    {
        string name = AbiNames.Escape(given.Name);
        bool isSame = given.Type == wanted.Type;
        return given.Mode switch
        {
            ParameterMode.Value => Reinterpret(given.Type, wanted.Type, name),
            ParameterMode.In => isSame ? "in " + name : $"in {UnsafeClass}.As<{given.Type}, {wanted.Type}>(ref {UnsafeClass}.AsRef(in {name}))",
            _ => (given.Mode == ParameterMode.Out ? "out " : "ref ") + (isSame ? name : $"{UnsafeClass}.As<{given.Type}, {wanted.Type}>(ref {name})"),
        };
    }

    // An array of T is an array of what T stands for, and so are values and spans, bit by bit.
    private static string Reinterpret(string from, string to, string value) =>
        from == to ? value
        : to.EndsWith("]", System.StringComparison.Ordinal) ? $"{UnsafeClass}.As<{to}>({value})"
        : $"{UnsafeClass}.BitCast<{from}, {to}>({value})";
}
