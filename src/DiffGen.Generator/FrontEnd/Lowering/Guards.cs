using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Checks of arguments: <c>throw</c>, the <c>ThrowIf…</c> methods and assertions. No derivative flows through them.</summary>
internal static class Guards
{
    public static void Throw(LoweringContext context, IThrowOperation operation)
    {
        if (operation.Exception is not { } exception)
        {
            Rejected.Statement(context, operation);
            context.Unreachable();
            return;
        }
        while (exception is IConversionOperation { IsImplicit: true } conversion)
            exception = conversion.Operand;
        List<IrValue> values = [];
        string template = InGuard(context, () => Template(context, exception, values));
        int ordinal = context.Ordinals.Add(operation.Syntax);
        TryFinally.Leave(context, System.Collections.Immutable.ImmutableStack<Action>.Empty);
        if (context.IsReachable)
            context.End = new Throw(template, values.ToEquatableArray(), context.Builder.Line, ordinal);
    }

    /// <summary>Lowers a call that only checks; false if it is something else.</summary>
    public static bool TryLower(LoweringContext context, IInvocationOperation call)
    {
        IMethodSymbol method = context.Substitution.Of(call.TargetMethod);
        if (!method.ReturnsVoid || !method.IsStatic)
            return false;
        if (InactiveCalls.IsLeftOut(call) || InactiveCalls.TryAssert(context, call))
            return true;
        if (!method.Name.StartsWith("ThrowIf", StringComparison.Ordinal) || method.ContainingType.ContainingNamespace?.Name != "System")
            return false;
        if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is { } checkedValue && IsParameter(context, checkedValue))
            return true;
        InGuard(context, () =>
        {
            List<IrValue> values = [];
            string template = $"{CSharpText.StaticMember(method)}{CSharpText.TypeArguments(method)}({Arguments(context, call.Arguments, values)})";
            context.Mark(call);
            context.Builder.Add(new ForeignOp(default, template, values.ToEquatableArray(), IsPure: false, StopsDerivative: true, Accessible: true));
            return true;
        });
        return true;
    }

    // Companions check their array parameters for null themselves.
    private static bool IsParameter(LoweringContext context, IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion)
            value = conversion.Operand;
        return value is IParameterReferenceOperation { Type: IArrayTypeSymbol, Parameter: var parameter }
            && context.Find(parameter) is StoredVariable variable && context.Environment[variable.FirstSlot] is { } current && context.ParameterValues.Contains(current);
    }

    private static string Template(LoweringContext context, IOperation exception, List<IrValue> values)
    {
        if (exception is IObjectCreationOperation { Initializer: null } creation)
            return $"new {CSharpText.Type(context.Substitution.Of(creation.Type!))}({Arguments(context, creation.Arguments, values)})";
        return Foreign.Argument(context, exception, context.Shape(exception.Type, exception.Syntax), Expressions.Lower(context, exception), values);
    }

    private static string Arguments(LoweringContext context, IEnumerable<IArgumentOperation> arguments, List<IrValue> values)
    {
        var texts = new SortedDictionary<int, string>();
        foreach (IArgumentOperation argument in arguments)
        {
            IOperation value = argument.Value;
            // Boxing and upcasts happen again where the template is compiled.
            while (value is IConversionOperation { IsImplicit: true, Type.IsReferenceType: true, Operand.Type: not null } conversion)
                value = conversion.Operand;
            TypeShape shape = context.Shape(value.Type ?? argument.Parameter!.Type, argument.Syntax);
            texts[argument.Parameter!.Ordinal] = Foreign.Argument(context, argument, shape, Expressions.Lower(context, value), values);
        }
        return string.Join(", ", texts.Values);
    }

    /// <summary>Lowers what no derivative is lost in.</summary>
    public static T InGuard<T>(LoweringContext context, Func<T> action)
    {
        bool before = context.InGuard;
        context.InGuard = true;
        T result = action();
        context.InGuard = before;
        return result;
    }
}
