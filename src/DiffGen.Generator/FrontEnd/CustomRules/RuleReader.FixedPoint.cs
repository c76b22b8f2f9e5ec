using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.CustomRules;

// Fixed points: the rule follows from the step that the attribute names.
internal sealed partial class RuleReader
{
    private IrRule ReadFixedPoint(AttributeData attribute)
    {
        string? name = attribute.ConstructorArguments is [{ Value: string text }] ? text : null;
        IMethodSymbol[] candidates = name is null ? [] : [.. _method.ContainingType.GetMembers(name).OfType<IMethodSymbol>()];
        IMethodSymbol? step = candidates.FirstOrDefault(HasParametersOfMethod) ?? candidates.FirstOrDefault();
        IrType? state = _signature.Parameters.IsEmpty ? null : _signature.Parameters[0].Type;
        bool isNumber = state is { IsFloat: true } && _signature.ReturnType == state;
        bool isBuffer = state is BufferType { Kind: BufferKind.Array or BufferKind.Span, Element.IsFloat: true } && _signature.ReturnType is null;
        if (name is null)
            Report("[FixedPoint] names no step; write [FixedPoint(nameof(Step))]");
        else if (step is null)
            Report($"[FixedPoint] names '{name}', which is no method of '{CSharpText.Short(_method.ContainingType)}'");
        else if (!_method.IsStatic || _method.IsGenericMethod)
            Report("fixed points are supported for static methods without type parameters");
        else if (!(isNumber || isBuffer) || _signature.Parameters.Any(p => p.Mode is ParameterMode.Ref or ParameterMode.Out))
            Report("it must return its first parameter's type, float or double, or return nothing and have an array or Span of them as first parameter; without ref and out parameters");
        else if (!_models.Known.IsMarkedMethod(step))
            Report($"the step '{name}' is not [Differentiable]");
        else if (SymbolEqualityComparer.Default.Equals(step, _method))
            Report("it names itself as its step");
        else if (!HasParametersOfMethod(step))
            Report($"the step '{name}' must be static and have the same parameters and result");
        else
            CheckWrites(step, isBuffer ? 1 : 0);
        EquatableArray<bool> writes = [.. AbiLeaves.OfParameters(_signature).Select((_, i) => i == 0 && isBuffer)];
        return new IrRule(null, null, null, null, "", writes) { StepKey = step is null ? "" : _models.Key(step) };
    }

    // Derivatives take what is written beside the state for unchanged.
    private void CheckWrites(IMethodSymbol step, int first)
    {
        foreach (IMethodSymbol method in new[] { _method, step })
        {
            IMethodSymbol declared = method.PartialImplementationPart ?? method;
            IOperation? body = MethodBody.Get(declared, _models);
            for (int i = first; i < declared.Parameters.Length && body is not null; i++)
            {
                if (_signature.Parameters[i].Type is not BufferType { Kind: not BufferKind.ReadOnlySpan } || BufferUse.FirstWrite(body, declared.Parameters[i], _models) is not { } write)
                    continue;
                string name = declared.Parameters[i].Name;
                _findings.Add(Finding.At(DiagnosticIds.RuleSignature, write.Syntax.GetLocation(), CSharpText.Short(_method),
                    $"'{method.Name}' may write to '{name}' here, but a fixed point writes to its state alone; declare '{name}' as ReadOnlySpan, work on a copy, or fill it after the solver has run"));
                return;
            }
        }
    }

    private bool HasParametersOfMethod(IMethodSymbol step) =>
        step.IsStatic && !step.IsGenericMethod && step.Parameters.Length == _method.Parameters.Length
        && SymbolEqualityComparer.Default.Equals(step.ReturnType, _method.ReturnType)
        && step.Parameters.Zip(_method.Parameters, (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type) && a.RefKind == b.RefKind).All(same => same);
}
