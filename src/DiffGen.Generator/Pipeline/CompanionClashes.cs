using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Pipeline;

/// <summary>The companions of all methods of one type, and what they clash with.</summary>
internal sealed class CompanionClashes
{
    private readonly ILookup<string, Entry> _byName;

    public CompanionClashes(IEnumerable<LoweredMethod> methodsOfType) =>
        _byName = methodsOfType.Where(m => m.Method is not null).SelectMany(Entries).ToLookup(entry => entry.Shape.Name, StringComparer.Ordinal);

    public IEnumerable<AbiClash> Of(LoweredMethod method)
    {
        foreach (Entry entry in Entries(method))
        {
            if (OtherCompanion(method, entry) is { } other)
                yield return new AbiClash(entry.Request, entry.Shape.Name, other);
            else if (method.Members.Any(member => AbiClashes.Clash(entry.Shape, member)))
                yield return new AbiClash(entry.Request, entry.Shape.Name, $"the member '{entry.Shape.Name}' of the same type");
        }
        foreach (AbiClash clash in OfTapes(method))
            yield return clash;
    }

    // No member may share its name with a type.
    private static IEnumerable<AbiClash> OfTapes(LoweredMethod method)
    {
        EquatableArray<DifferentiableRequest> requests = method.Method!.Signature.Requests;
        for (int i = 0; i < requests.Length; i++)
        {
            string name = Abi.TapeTypeName(requests[i]);
            if ((requests[i].Derivatives & Abi.PullbackFlag) != 0 && method.Members.Any(member => member.Name == name))
                yield return new AbiClash(i, name, $"the member '{name}' of the same type");
        }
    }

    private string? OtherCompanion(LoweredMethod method, Entry entry)
    {
        foreach (Entry other in _byName[entry.Shape.Name])
        {
            bool isOwn = other.Method.Key == method.Key;
            if ((isOwn && other.Request == entry.Request) || !AbiClashes.Clash(entry.Shape, other.Shape))
                continue;
            return isOwn ? "a companion of another [Differentiable] on the same method" : $"a companion of '{Describe(other.Method.Method!.Signature)}'";
        }
        return null;
    }

    private static IEnumerable<Entry> Entries(LoweredMethod method)
    {
        IrSignature signature = method.Method!.Signature;
        for (int i = 0; i < signature.Requests.Length; i++)
        {
            foreach (Companion companion in Abi.Companions(signature, signature.Requests[i]))
                yield return new Entry(method, i, AbiClashes.ShapeOf(companion));
        }
    }

    private static string Describe(IrSignature signature) =>
        $"{signature.Name}({string.Join(", ", signature.Parameters.Select(p => AbiTypes.TextOf(p.Type).Replace("global::System.", "").Replace("global::", "")))})";

    private sealed record Entry(LoweredMethod Method, int Request, CallShape Shape);
}
