using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.FrontEnd.Generics;
using DiffGen.Generator.FrontEnd.Lowering;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd;

/// <summary>
/// Methods that are complete only together with a caller: those with delegate parameters marked <c>[Differentiable]</c>. They are lowered
/// where they are called and have no companions; by themselves they are only looked at for what no caller can make right.
/// </summary>
internal static class OpenMethods
{
    public static LoweringResult Look(IMethodSymbol method, SyntaxNode syntax, SemanticModelCache models, List<Finding> findings, CancellationToken cancellation)
    {
        foreach (IParameterSymbol parameter in method.Parameters.Where(parameter => !Functions.IsSpecialised(parameter, models.Known)))
            ParameterChecks.Check(parameter, models, default, findings);
        if (findings.Any(finding => finding.IsError) || MethodBody.Get(method, models, cancellation) is not { } body)
            return MethodLowering.Failed(findings);
        WriteScan writes = WriteScan.Of(body);
        if (writes.HasErrors || (writes.MayHaveErrors && MethodLowering.HasErrors(models.Model(syntax.SyntaxTree), syntax, cancellation)))
            return MethodLowering.Failed();
        if (writes.IsIterator)
            return MethodLowering.Failed(Finding.At(DiagnosticIds.IteratorMethod, MethodLowering.Location(method), CSharpText.Short(method)));
        IMethodSymbol definition = method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;
        var context = new LoweringContext(definition, models, writes, cancellation) { Substitution = TypeSubstitution.Of(method, definition, models.Compilation) };
        MethodLowering.DeclareParameters(context, definition);
        foreach (IParameterSymbol parameter in definition.Parameters.Where(parameter => Functions.IsSpecialised(parameter, models.Known)))
        {
            IMethodSymbol invoke = ((INamedTypeSymbol)parameter.Type).DelegateInvokeMethod!;
            var any = new FunctionValue(invoke, null, context.CaptureScope(), null) { IsUnknown = true };
            context.Declare(parameter, Functions.Variable(parameter.Name, parameter.Type, any));
        }
        MethodLowering.LowerBody(context, definition, body);
        return context.IsBroken ? MethodLowering.Failed() : MethodLowering.Failed(findings.Concat(context.Findings));
    }
}
