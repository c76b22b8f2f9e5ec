using System;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Finds what a companion of several passes cannot repeat: a call that is not known to be pure may return another number each time, and the
/// columns or rows of the passes would belong to different functions.
/// </summary>
internal static class RepeatedCalls
{
    /// <param name="matrix">What the companion computes, for the message.</param>
    /// <exception cref="UnsupportedDerivativeException">The method, or one that it calls, makes such a call.</exception>
    public static void Refuse(IrUnit unit, CallEffects effects, string matrix)
    {
        Refuse(unit.Root, matrix, isRoot: true);
        foreach (var callee in unit.Callees.Where(callee => effects.RuleOwner(callee.Key) is null))
            Refuse(callee, matrix, isRoot: false);
    }

    private static void Refuse(IrMethod method, string matrix, bool isRoot)
    {
        if (OpShape.AllOps(method.Body).OfType<ForeignOp>().FirstOrDefault(IsCall) is { } call)
        {
            throw new UnsupportedDerivativeException(isRoot ? call.Ordinal : -1,
                $"a {matrix} takes several passes, and {(isRoot ? "" : $"'{method.Signature.Name}' makes ")}a call that is not known to be pure{(isRoot ? " might return" : ", which might return")} another value in each; "
                + "call it before and pass what it returns as a parameter");
        }
    }

    // On an object, which may change, or of nothing at all: what a static method makes of its arguments (a factorial, a table's entry) is taken to
    // be the same each time. Not a field or property, and not an object made for the pass; checks that return nothing throw in the first or never.
    private static bool IsCall(ForeignOp op) =>
        !op.IsPure && !op.Results.IsEmpty && op.Template.EndsWith(")", StringComparison.Ordinal) && !op.Template.StartsWith("new ", StringComparison.Ordinal)
        && (op.Arguments.IsEmpty || op.Template.StartsWith("{0}.", StringComparison.Ordinal) && op.Arguments[0].Type is OpaqueType);
}
