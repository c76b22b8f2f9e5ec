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
    private readonly ILookup<string, LoweredMethod> _byTape;

    public CompanionClashes(IEnumerable<LoweredMethod> methodsOfType)
    {
        List<LoweredMethod> methods = [.. methodsOfType.Where(m => m.Method is not null)];
        _byName = methods.SelectMany(Entries).ToLookup(entry => entry.Shape.Name, StringComparer.Ordinal);
        _byTape = methods.SelectMany(method => Tapes(method).Select(tape => (tape.Name, Method: method))).ToLookup(tape => tape.Name, tape => tape.Method, StringComparer.Ordinal);
    }

    public IEnumerable<AbiClash> Of(LoweredMethod method)
    {
        foreach (Entry entry in Entries(method))
        {
            if (OtherCompanion(method, entry) is { } other)
                yield return new AbiClash(entry.Request, entry.Shape.Name, other);
            else if (entry.Shape.Name == TypeName(method))
                yield return new AbiClash(entry.Request, entry.Shape.Name, "the type that it would be a member of");
            else if (method.Members.Any(member => AbiClashes.Clash(entry.Shape, member)))
                yield return new AbiClash(entry.Request, entry.Shape.Name, $"the member '{entry.Shape.Name}' of the same type");
        }
        foreach (AbiClash clash in OfTapes(method))
            yield return clash;
    }

    // No member may share its name with a type, nor with the type that it is a member of.
    private IEnumerable<AbiClash> OfTapes(LoweredMethod method)
    {
        foreach ((int request, string name) in Tapes(method))
        {
            if (method.Members.Any(member => member.Name == name))
                yield return new AbiClash(request, name, $"the member '{name}' of the same type");
            else if (name == TypeName(method))
                yield return new AbiClash(request, name, "the type that it would be a member of");
            else if (_byTape[name].FirstOrDefault(other => other.Key != method.Key) is { } other)
                yield return new AbiClash(request, name, $"the tape type of '{Describe(other.Method!.Signature)}'");
        }
    }

    private static IEnumerable<(int Request, string Name)> Tapes(LoweredMethod method)
    {
        EquatableArray<DifferentiableRequest> requests = method.Method!.Signature.Requests;
        return Enumerable.Range(0, requests.Length).Where(i => (requests[i].Derivatives & Abi.PullbackFlag) != 0).Select(i => (i, Abi.TapeTypeName(requests[i])));
    }

    // From the documentation id: what stands before the method's name.
    private static string TypeName(LoweredMethod method)
    {
        int parameters = method.Key.IndexOf('(');
        string[] path = (parameters < 0 ? method.Key : method.Key.Substring(0, parameters)).Split('.', ':');
        return path.Length < 2 ? "" : path[path.Length - 2].Split('`')[0];
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
