using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.FrontEnd.Formulas;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>
/// <c>System.Numerics.Tensors.TensorPrimitives</c> on spans. As with vectors, values whose rounding is the library's come from the call, derivatives from
/// loops that compute the same.
/// </summary>
internal static class TensorCalls
{
    private const string Host = "global::System.Numerics.Tensors.TensorPrimitives.";

    public static IrValue[]? TryLower(LoweringContext context, IInvocationOperation call, IMethodSymbol method, string name)
    {
        if (method.ContainingType is not { Name: "TensorPrimitives", ContainingNamespace: { Name: "Tensors", ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "System" } } })
            return null;
        int count = method.Parameters.Length;
        bool hasDestination = method.ReturnsVoid && count > 1 && context.Known.SpanKind((method.Parameters[count - 1].Type as INamedTypeSymbol)!) == BufferKind.Span;
        Formula? elementwise = hasDestination ? TensorFormulas.Elementwise(method.Name, count - 1) : null;
        Reduction? reduction = method.ReturnsVoid ? null : TensorFormulas.Reduction(method.Name, count);
        bool isTest = !method.ReturnsVoid && method.ReturnType.SpecialType is SpecialType.System_Int32 or SpecialType.System_Boolean;
        if (elementwise is null && reduction is null && !isTest || IsOfIntegers(context, method))
            return null;
        var arguments = new (TypeShape Shape, IrValue Value)[count];
        foreach (IArgumentOperation argument in call.Arguments)
            arguments[argument.Parameter!.Ordinal] = (context.Shape(argument.Value.Type, argument.Syntax), Expressions.Value(context, argument.Value));
        IrValue[] values = Array.ConvertAll(arguments, argument => argument.Value);
        string texts = string.Join(", ", Enumerable.Range(0, count).Select(i => "{" + i + "}"));
        string template = $"{Host}{method.Name}{CSharpText.TypeArguments(method)}({texts})";
        if (elementwise is not null)
        {
            Fill(context, call, method, template, values, elementwise);
            return [];
        }
        IrType type = context.Shape(method.ReturnType, call.Syntax).Type;
        IrValue value = context.Ids.Value(type, name);
        context.Mark(call);
        context.Builder.Add(new ForeignOp([value], template, values.ToEquatableArray(), IsPure: true, StopsDerivative: true, Accessible: true) { IsGuard = !isTest });
        if (reduction is null)
            return [value];
        IrValue formula = reduction(new TensorLoops(context, call, type), values).Value;
        context.Mark(call);
        return [context.Builder.ApplyNamed(name, "valueOf", type, value, formula)];
    }

    // Beside the generic methods there are older ones on float alone.
    private static bool IsOfIntegers(LoweringContext context, IMethodSymbol method) =>
        context.Types.Map(method.Parameters[0].Type) is not { Type: BufferType { Element.IsFloat: true } or ScalarType { IsFloat: true } };

    // destination[i] = f(x[i], ...), the value by the formula where it rounds alike, else from a call into an array of its own.
    private static void Fill(LoweringContext context, IInvocationOperation call, IMethodSymbol method, string template, IrValue[] values, Formula formula)
    {
        IrValue destination = values[values.Length - 1];
        IrValue[] buffers = values.Take(values.Length - 1).Where(value => value.Type is BufferType).ToArray();
        context.Mark(call);
        IrValue length = context.Builder.Length(buffers[0]);
        foreach (IrValue other in buffers.Skip(1))
            Guard(context, call, context.Apply(call, "ne", IrType.Bool, "", length, context.Builder.Length(other)), "The arguments have different lengths.");
        Guard(context, call, context.Apply(call, "lt", IrType.Bool, "", context.Builder.Length(destination), length), "The destination is too short.");
        IrValue? results = TensorFormulas.IsExact(method.Name) ? null : Results(context, call, template, values, length);
        CountedLoops.Emit(context, call, length, i =>
        {
            context.Mark(call);
            IrType element = ((BufferType)destination.Type).Element;
            Components[] operands = values.Take(values.Length - 1)
                .Select(value => (Components)new Number(context.Builder, value.Type is BufferType ? context.Builder.Load(element, value, [i], default) : value)).ToArray();
            IrValue computed = formula(operands)[0].Value;
            if (results is not null)
                computed = context.Builder.Apply("valueOf", element, context.Builder.Load(element, results, [i], default), computed);
            context.Builder.Add(new StoreOp(destination, [i], default, computed));
        });
    }

    private static IrValue Results(LoweringContext context, IOperation call, string template, IrValue[] values, IrValue length)
    {
        IrValue results = context.Ids.Value(new BufferType(((BufferType)values[values.Length - 1].Type).Element, BufferKind.Array), "results");
        context.Builder.Add(new AllocateOp(results, [length], Storage.Scratch));
        IrValue[] arguments = [.. values.Take(values.Length - 1), results];
        context.Mark(call);
        context.Builder.Add(new ForeignOp(default, template, arguments.ToEquatableArray(), IsPure: false, StopsDerivative: true, Accessible: true));
        return results;
    }

    private static void Guard(LoweringContext context, IOperation call, IrValue condition, string message)
    {
        int ordinal = context.Ordinals.Add(call.Syntax);
        Branch then = context.Fork(() =>
        {
            context.End = new Throw($"new global::System.ArgumentException(\"{message}\")", default, context.Builder.Line, ordinal);
            return [];
        });
        Branch otherwise = context.Fork(() => []);
        context.Join(call, condition, then, otherwise, [], "", isExpression: false);
    }
}

/// <summary>Loops over spans, for formulas.</summary>
internal sealed class TensorLoops(LoweringContext context, IOperation source, IrType element)
{
    /// <summary>An accumulator over all elements.</summary>
    public Number Fold(double initial, IrValue[] buffers, Func<Number, Number[], Number> step)
    {
        context.Mark(source);
        int slot = context.NewSlot(element, "");
        context.Environment[slot] = context.Builder.Float(initial, element);
        IrValue length = context.Builder.Length(buffers[0]);
        CountedLoops.Emit(context, source, new Exit(context.Ids.Label(), [slot]), "", context.Builder.Int(0), length, 1, isInclusive: false, i =>
        {
            context.Mark(source);
            Number[] items = Array.ConvertAll(buffers, buffer => new Number(context.Builder, context.Builder.Load(element, buffer, [i], default)));
            context.Environment[slot] = step(new Number(context.Builder, context.ReadSlot(slot)), items).Value;
        });
        return new Number(context.Builder, context.ReadSlot(slot));
    }

    /// <summary>How many elements there are, as a number.</summary>
    public Number Count(IrValue buffer)
    {
        context.Mark(source);
        return new Number(context.Builder, context.Builder.Apply("convert", element, context.Builder.Length(buffer)));
    }
}
