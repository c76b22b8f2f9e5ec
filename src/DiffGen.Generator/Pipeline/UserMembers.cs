using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.FrontEnd;
using DiffGen.Generator.FrontEnd.Companions;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.Pipeline;

/// <summary>Reads the members that the user wrote and that have the names of companions.</summary>
internal static class UserMembers
{
    public static EquatableArray<UserMember> Of(INamedTypeSymbol type, IrSignature signature, SemanticModelCache models)
    {
        var members = new List<UserMember>();
        IEnumerable<string> names = signature.Requests.SelectMany(request => Abi.Companions(signature, request)).Select(c => c.Name)
            .Concat(signature.Requests.Where(request => (request.Derivatives & Abi.PullbackFlag) != 0).Select(Abi.TapeTypeName)).Distinct(StringComparer.Ordinal);
        foreach (string name in names)
        {
            foreach (ISymbol member in type.GetMembers(name))
            {
                // The analyzers see companions beside the user's members.
                if (!CompanionIndex.IsGenerated(member))
                    members.Add(new UserMember(name, member is IMethodSymbol method ? Shape(name, method, models) : null));
            }
        }
        return members.ToEquatableArray();
    }

    private static CallShape Shape(string name, IMethodSymbol method, SemanticModelCache models) =>
        new(name, method.Parameters.Select(p => Shape(p, models)).ToEquatableArray(), method.Parameters.Count(p => !p.IsOptional && !p.IsParams));

    private static CallParameter Shape(IParameterSymbol parameter, SemanticModelCache models)
    {
        string text = CSharpText.Type(parameter.Type);
        IrType type = models.Types.Map(parameter.Type)?.Type ?? new OpaqueType(text);
        return AbiClashes.ShapeOf(type, text, parameter.RefKind is RefKind.Ref or RefKind.Out, "");
    }
}
