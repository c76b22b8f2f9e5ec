using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd;

/// <summary>Whether the parameters of a method with <c>FGradientBatch</c> can lie side by side, one element per input.</summary>
internal static class BatchChecks
{
    public static void Check(IMethodSymbol method, EquatableArray<IrParameter> parameters, EquatableArray<DifferentiableRequest> requests, Location location, List<Finding> findings)
    {
        foreach (DifferentiableRequest request in requests.Where(request => (request.Derivatives & Abi.BatchFlag) != 0))
        {
            for (int i = 0; i < parameters.Length; i++)
            {
                if (BatchSignature.WhyNot(parameters[i], request.ActiveParameters.Contains(i)) is not { } reason)
                    continue;
                ITypeSymbol type = i < method.Parameters.Length ? method.Parameters[i].Type : method.ContainingType;
                findings.Add(Finding.At(DiagnosticIds.BatchParameter, location, CSharpText.Short(method), parameters[i].IsReceiver ? "this" : parameters[i].Name, CSharpText.Short(type), reason));
            }
        }
    }
}
