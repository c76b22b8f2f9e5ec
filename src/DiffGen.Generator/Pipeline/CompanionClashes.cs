using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Pipeline;

/// <summary>Finds what the companions of a method clash with in its type.</summary>
internal static class CompanionClashes
{
    public static IEnumerable<AbiClash> Find(LoweredMethod method, IEnumerable<LoweredMethod> methodsOfType)
    {
        LoweredMethod[] others = [.. methodsOfType.Where(m => m.Key != method.Key && m.Method is not null)];
        IrSignature signature = method.Method!.Signature;
        for (int i = 0; i < signature.Requests.Length; i++)
        {
            foreach (Companion companion in Abi.Companions(signature, signature.Requests[i]))
            {
                CallShape shape = AbiClashes.ShapeOf(companion);
                string? other = OtherRequest(signature, i, shape) ?? OtherMethod(others, shape) ?? Member(method, shape);
                if (other is not null)
                    yield return new AbiClash(i, companion.Name, other);
            }
        }
    }

    private static string? OtherRequest(IrSignature signature, int request, CallShape shape)
    {
        for (int i = 0; i < signature.Requests.Length; i++)
        {
            if (i != request && Abi.Companions(signature, signature.Requests[i]).Any(c => AbiClashes.Clash(shape, AbiClashes.ShapeOf(c))))
                return "a companion of another [Differentiable] on the same method";
        }
        return null;
    }

    private static string? OtherMethod(LoweredMethod[] others, CallShape shape)
    {
        foreach (LoweredMethod other in others)
        {
            IrSignature signature = other.Method!.Signature;
            bool clashes = signature.Requests.Any(request => Abi.Companions(signature, request).Any(c => AbiClashes.Clash(shape, AbiClashes.ShapeOf(c))));
            if (clashes)
                return $"a companion of '{Describe(signature)}'";
        }
        return null;
    }

    private static string? Member(LoweredMethod method, CallShape shape) =>
        method.Members.Any(member => AbiClashes.Clash(shape, member)) ? $"the member '{shape.Name}' of the same type" : null;

    private static string Describe(IrSignature signature) =>
        $"{signature.Name}({string.Join(", ", signature.Parameters.Select(p => AbiTypes.TextOf(p.Type).Replace("global::System.", "").Replace("global::", "")))})";
}
