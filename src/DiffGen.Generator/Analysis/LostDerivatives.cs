using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Analysis;

/// <summary>Something that only the analyses of the lowered method can see. The ordinal names the expression.</summary>
internal sealed record LateFinding(int Ordinal, string Id, EquatableArray<string> Arguments);

/// <summary>Finds where a derivative would be lost silently: varied values that go into unknown code or become integers.</summary>
internal static class LostDerivatives
{
    public static IEnumerable<LateFinding> Find(IrMethod method, CallEffects effects, IEnumerable<IrValue> activeInputs)
    {
        var facts = new MethodFacts(method.Parameters, method.Body, effects);
        var activity = new Activity(facts, activeInputs, activeOutputs: null);
        var texts = new HashSet<int>();
        foreach (var op in OpShape.AllOps(method.Body))
        {
            switch (op)
            {
                case ForeignOp { StopsDerivative: false, Results: [{ Type: OpaqueType { CSharpName: var name } }] } nullable
                    when name.EndsWith("?", System.StringComparison.Ordinal) && nullable.Arguments.Any(activity.IsVaried):
                    yield return new(op.Ordinal, Diagnostics.DiagnosticIds.Nullable, [name]);
                    break;
                case ForeignOp { StopsDerivative: true, Results: [{ Type: OpaqueType { CSharpName: "string" } } text] } made
                    when made.Arguments.Any(a => activity.IsVaried(a) || texts.Contains(a.Id)):
                    texts.Add(text.Id);
                    break;
                // A number that went through text and back.
                case ForeignOp { Results: [{ Type.IsFloat: true }] } read when read.Arguments.Any(a => texts.Contains(a.Id)):
                    yield return new(op.Ordinal, Diagnostics.DiagnosticIds.UnmarkedCall, [Callee(read.Template)]);
                    break;
                case ForeignOp { StopsDerivative: false } foreign when foreign.Template.StartsWith("{0}(", System.StringComparison.Ordinal) && foreign.Arguments.Any(activity.IsVaried):
                    yield return new(op.Ordinal, Diagnostics.DiagnosticIds.DelegateCall, [foreign.Arguments[0].Name]);
                    break;
                case ForeignOp { StopsDerivative: false } foreign when foreign.Arguments.Any(activity.IsVaried):
                    yield return new(op.Ordinal, Diagnostics.DiagnosticIds.UnmarkedCall, [Callee(foreign.Template)]);
                    break;
                case ApplyOp { Primitive: "convert", Result.Type: ScalarType { IsFloat: false } type } apply when activity.IsVaried(apply.Arguments[0]):
                    yield return new(op.Ordinal, Diagnostics.DiagnosticIds.IntegerConversion, [IrPrinter.TypeName(type)]);
                    break;
            }
        }
    }

    // "global::N.Type.Method({0})" is called Method.
    private static string Callee(string template)
    {
        int end = template.IndexOf('(');
        string name = end < 0 ? template : template.Substring(0, end);
        return name.Substring(name.LastIndexOf('.') + 1);
    }
}
