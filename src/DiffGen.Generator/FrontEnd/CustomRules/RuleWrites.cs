using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.CustomRules;

/// <summary>To which buffers a method with a rule may write. One whose source is not here may write to all that are not read-only.</summary>
internal static class RuleWrites
{
    /// <summary>One per flattened parameter.</summary>
    public static EquatableArray<bool> Of(IMethodSymbol method, IrSignature signature, SemanticModelCache models)
    {
        var written = new List<bool>();
        IOperation? body = MethodBody.Get(method, models);
        for (int i = 0; i < signature.Parameters.Length; i++)
        {
            IrParameter parameter = signature.Parameters[i];
            if (parameter.Mode == ParameterMode.Out)
                continue;
            bool writes = parameter.Type is BufferType { Kind: not BufferKind.ReadOnlySpan } && (body is null || BufferUse.FirstWrite(body, method.Parameters[i], models) is not null);
            written.AddRange(AbiLeaves.OfParameter(signature, i).Select(_ => writes));
        }
        return written.ToEquatableArray();
    }
}
