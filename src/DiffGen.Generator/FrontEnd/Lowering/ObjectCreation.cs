using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary><c>new S(…) { … }</c> and <c>with</c>.</summary>
internal static class ObjectCreation
{
    public static IrValue[] Lower(LoweringContext context, IObjectCreationOperation creation, string name)
    {
        TypeShape shape = context.Shape(creation.Type, creation.Syntax);
        if (shape.Buffer is { } buffer)
            return [Span(context, creation, buffer, name)];
        if (shape is ObjectShape instance)
            return ObjectConstructors.Lower(context, creation, instance, name);
        if (shape is not StructShape structure)
            return ForeignObject(context, creation, shape);
        IrValue[] leaves = Numerics.TryConstruct(context, creation, name) is { } numerics ? numerics : creation.Constructor is { IsImplicitlyDeclared: false } or { Parameters.Length: > 0 }
            ? Constructors.Run(context, creation, creation.Constructor, structure)
            : Constructors.Default(context, creation, structure);
        return creation.Initializer is { } initializer ? Initialize(context, structure, leaves, initializer, name) : leaves;
    }

    public static IrValue[] With(LoweringContext context, IWithOperation with)
    {
        TypeShape shape = context.Shape(with.Type, with.Syntax);
        if (shape is not StructShape structure)
            return context.Reject(DiagnosticIds.Construct, with, $"'with' on '{CSharpText.Short(shape.Symbol)}'");
        IrValue[] leaves = Expressions.Lower(context, with.Operand);
        return Initialize(context, structure, leaves, with.Initializer, "");
    }

    // The members are assigned on a variable of its own.
    private static IrValue[] Initialize(LoweringContext context, StructShape shape, IrValue[] leaves, IObjectOrCollectionInitializerOperation initializer, string name)
    {
        StoredVariable target = context.NewVariable(name, shape);
        context.Write(target, leaves);
        Initialize(context, LoweringContext.PlaceOf(target), initializer);
        return context.Read(LoweringContext.PlaceOf(target), initializer);
    }

    /// <summary>Assigns the members of what a place holds.</summary>
    public static void Initialize(LoweringContext context, Place target, IObjectOrCollectionInitializerOperation initializer)
    {
        Place? outer = context.Receiver;
        context.Receiver = target;
        foreach (IOperation item in initializer.Initializers)
            Initialize(context, item);
        context.Receiver = outer;
    }

    private static void Initialize(LoweringContext context, IOperation item)
    {
        if (item is IMemberInitializerOperation nested && Places.TryLower(context, nested.InitializedMember) is { } member)
        {
            Place? outer = context.Receiver;
            context.Receiver = member;
            foreach (IOperation inner in nested.Initializer.Initializers)
                Initialize(context, inner);
            context.Receiver = outer;
        }
        else if (item is ISimpleAssignmentOperation assignment)
        {
            // The right-hand side does not see this initialiser's receiver.
            Place place = Places.Lower(context, assignment.Target);
            Place? outer = context.Receiver;
            context.Receiver = null;
            IrValue[] values = Expressions.Lower(context, assignment.Value, context.NameOf(place));
            context.Receiver = outer;
            context.Write(place, assignment, values);
        }
        else
        {
            Rejected.Expression(context, item);
        }
    }

    // new Span<T>(array[, start, length])
    private static IrValue Span(LoweringContext context, IObjectCreationOperation creation, BufferType type, string name)
    {
        if (creation.Arguments.Length == 0)
            return context.Zeros(context.Shape(creation.Type, creation.Syntax))[0];
        IOperation first = creation.Arguments[0].Value;
        if (creation.Arguments.Length is not (1 or 3) || first.Type is not IArrayTypeSymbol)
            return context.Reject(DiagnosticIds.SpanOperation, creation, creation.Syntax.ToString())[0];
        IrValue array = Expressions.Value(context, first);
        IrValue? start = null, length = null;
        if (creation.Arguments.Length == 3)
        {
            start = Expressions.Value(context, creation.Arguments[1].Value);
            length = Expressions.Value(context, creation.Arguments[2].Value);
        }
        return Slices.View(context, creation, array, type.Kind, start, length, name);
    }

    private static IrValue[] ForeignObject(LoweringContext context, IObjectCreationOperation creation, TypeShape shape)
    {
        if (creation.Initializer is not null)
            return context.Reject(DiagnosticIds.Constructor, creation, CSharpText.Short(shape.Symbol), "it is an object with an initialiser");
        var arguments = new List<(TypeShape, IrValue[])>();
        var texts = new string?[creation.Constructor?.Parameters.Length ?? 0];
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            texts[argument.Parameter!.Ordinal] = "{" + arguments.Count + "}";
            arguments.Add((context.Shape(argument.Value.Type ?? argument.Parameter.Type, argument.Syntax), Expressions.Lower(context, argument.Value)));
        }
        string template = $"new {CSharpText.Type(shape.Symbol)}({string.Join(", ", texts.Where(text => text is not null))})";
        return Foreign.WithArguments(context, creation, template, arguments.ToArray(), isPure: shape.Symbol.IsValueType, creation.Constructor is null || Foreign.IsAccessible(creation.Constructor));
    }
}
