using System.Collections.Generic;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.FrontEnd.Generics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Calls of a method through a delegate made of its name.</summary>
internal static partial class Calls
{
    /// <param name="given">The arguments of the delegate call, whose parameters correspond to the method's one by one.</param>
    public static IrValue[] Group(LoweringContext context, IOperation call, IMethodSymbol method, IReadOnlyList<IArgumentOperation> given, string name)
    {
        if (MathCalls.TryLower(context, call, method, given, name) is { } mathematics)
            return mathematics;
        bool isMarked = context.Known.IsMarkedMethod(method) || context.Models.Rules.Find(method) is not null;
        if (!isMarked && !CustomRules.RuleReader.HasRule(method))
            return Unmarked(context, call, null, method, given, name);
        if (Functions.IsHigherOrder(method, context.Known))
            return context.Reject(DiagnosticIds.Lambda, call);
        if ((!isMarked && GenericMethods.IsInstance(method) ? DiagnosticIds.CallWithRule : Reason(context, method)) is { } id)
            return context.Reject(isMarked ? id : DiagnosticIds.CallWithRule, call, CSharpText.Short(method));
        var arguments = new Argument[method.Parameters.Length];
        foreach (IArgumentOperation argument in given)
            arguments[argument.Parameter!.Ordinal] = Evaluate(context, argument);
        return isMarked ? Emit(context, call, method, arguments, name) : Emit(context, call, method, context.Models.Key(method) + IrRule.KeySuffix, arguments, name);
    }
}
