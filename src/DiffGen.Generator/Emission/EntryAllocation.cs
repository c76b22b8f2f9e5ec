using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>The body of an allocating overload: makes the destinations, calls the companion that writes to them, and returns all in one tuple.</summary>
internal static class EntryAllocation
{
    public static IEnumerable<string> Print(IrSignature signature, Companion companion, Companion target, EntryNames names, ObjectMembers objects)
    {
        var destinations = new Dictionary<int, string>();
        foreach (CompanionParameter parameter in target.Parameters.Where(p => p.Role == CompanionRole.Destination))
        {
            string local = names.Take(parameter.Name);
            destinations.Add(parameter.Source, local);
            IrParameter declared = signature.Parameters[parameter.Source];
            string primal = declared.IsReceiver ? "this" : AbiNames.Escape(declared.Name);
            if (AbiTypes.NeedsWalk(parameter.Shape))
            {
                foreach (string line in FreshObjects(parameter, primal, AbiNames.Escape(local), names, objects))
                    yield return line;
                continue;
            }
            yield return parameter.Shape is BufferType
                ? $"{companion.Gradients.First(g => g.Parameter == parameter.Source).Type} {AbiNames.Escape(local)} = {Fresh((BufferType)parameter.Shape, primal)};"
                : $"{parameter.Type} {AbiNames.Escape(local)} = default;";
        }

        string call = $"{AbiNames.Escape(target.Name)}({string.Join(", ", target.Declared.Select(p => Argument(p, destinations)))})";
        if (target.ReturnType == "void")
        {
            yield return call + ";";
            yield return $"return {Gradient(companion, destinations, target, "")};";
            yield break;
        }

        string result = names.Take(target.ReturnsValue && target.Gradients.IsEmpty ? "value" : target.ReturnsValue ? "result" : "gradient");
        yield return $"{target.ReturnType} {result} = {call};";
        string returned = target switch
        {
            { ReturnsValue: true, Gradients.IsEmpty: true } => "",
            { ReturnsValue: true } => result + ".Gradient",
            _ => result,
        };
        string gradient = Gradient(companion, destinations, target, returned);
        string value = target.Gradients.IsEmpty ? result : result + ".Value";
        yield return companion.ReturnsValue ? $"return ({value}, {gradient});" : $"return {gradient};";
    }

    // One set of copies for each argument: what is shared between two of them is none of their own graphs.
    private static IEnumerable<string> FreshObjects(CompanionParameter parameter, string primal, string local, EntryNames names, ObjectMembers objects)
    {
        const string Copies = "global::DiffGen.CompilerServices.ObjectCopies";
        string copies = names.Take("copies");
        yield return $"{Copies} {copies} = new {Copies}();";
        if (parameter.Shape is BufferType buffer)
        {
            foreach (string line in objects.FreshBuffer(buffer, primal, copies, local, 0))
                yield return line;
            yield break;
        }
        yield return $"{parameter.Type} {local} = default;";
        foreach (string line in objects.CopyFields((StructType)parameter.Shape, primal, local, copies, names.Take("member")))
            yield return line;
    }

    private static string Fresh(BufferType destination, string primal) => destination.Kind == BufferKind.Span
        ? $"global::DiffGen.CompilerServices.Destination.Like<{AbiTypes.TextOf(destination.Element)}>({primal})"
        : $"global::DiffGen.CompilerServices.Destination.Like({primal})";

    private static string Argument(CompanionParameter parameter, Dictionary<int, string> destinations)
    {
        if (parameter.Role != CompanionRole.Destination)
        {
            string name = AbiNames.Escape(parameter.Name);
            return parameter.Mode switch
            {
                ParameterMode.In => "in " + name,
                ParameterMode.Ref => "ref " + name,
                ParameterMode.Out => "out " + name,
                _ => name,
            };
        }

        // The exact type, so that no other overload can be meant.
        string local = AbiNames.Escape(destinations[parameter.Source]);
        return parameter.Shape is BufferType buffer
            ? buffer.Kind == BufferKind.Span ? $"new {parameter.Type}({local})" : local
            : "ref " + local;
    }

    /// <param name="returned">The gradients that the target returns: one, or a tuple in the order of its parameters.</param>
    private static string Gradient(Companion companion, Dictionary<int, string> destinations, Companion target, string returned)
    {
        int[] fromTarget = [.. target.Gradients.Select(g => g.Parameter)];
        string[] parts =
        [
            .. companion.Gradients.Select(g => destinations.TryGetValue(g.Parameter, out string? local)
                ? AbiNames.Escape(local)
                : fromTarget.Length == 1 ? returned : $"{returned}.Item{System.Array.IndexOf(fromTarget, g.Parameter) + 1}"),
        ];
        return parts.Length == 1 ? parts[0] : "(" + string.Join(", ", parts) + ")";
    }
}
