using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

// Members that are called without being named: accessors with arguments, and operators that change their operand.
internal static partial class Calls
{
    /// <summary>The getter of a marked property or indexer.</summary>
    public static IrValue[] Getter(LoweringContext context, IPropertyReferenceOperation reference, IMethodSymbol getter, string name)
    {
        if (ExtensionMembers.IsIn(getter) && getter.OriginalDefinition.ContainingType.TypeParameters.Length > 0)
            return context.Reject(DiagnosticIds.Construct, reference, $"'{CSharpText.Short(getter)}', which stands in a generic extension block,");
        if (ExtensionMembers.IsIn(getter))
            return Extension(context, reference, getter, reference.Instance, reference.Arguments, name);
        if (Reason(context, getter) is { } id)
            return context.Reject(id, reference, CSharpText.Short(reference.Property));
        if (!getter.IsStatic && context.Models.WritesReceiver(getter))
            return context.Reject(DiagnosticIds.Construct, reference, $"the getter of '{CSharpText.Short(reference.Property)}', which changes its receiver,");
        var arguments = new List<Argument>(Indices(context, reference));
        if (reference.Instance is { } instance)
            arguments.Add(Receiver(context, getter, instance));
        return Emit(context, reference, getter, [.. arguments], name);
    }

    /// <summary>The same for a receiver whose value is known.</summary>
    public static IrValue[] Getter(LoweringContext context, IOperation source, IMethodSymbol getter, TypeShape shape, IrValue[] receiver)
    {
        if (Reason(context, getter) is { } id)
            return context.Reject(id, source, CSharpText.Short(getter.AssociatedSymbol ?? getter));
        if (context.Models.WritesReceiver(getter))
            return context.Reject(DiagnosticIds.Construct, source, $"the getter of '{CSharpText.Short(getter.AssociatedSymbol ?? getter)}', which changes its receiver,");
        return Emit(context, source, getter, [new Argument(null, shape, receiver, RefKind.None, source)], "");
    }

    /// <summary>The place that a marked property or indexer with a setter of its own is, or null.</summary>
    public static PropertyPlace? Property(LoweringContext context, IPropertyReferenceOperation reference)
    {
        if (reference is not { Instance: { Type: { } type } instance, Property.SetMethod: { } setter } || !context.IsDifferentiable(setter) || !HasBody(setter))
            return null;
        Place? receiver = type.IsValueType ? Places.TryLower(context, instance) : new TemporaryPlace(context.Shape(type, instance.Syntax), Expressions.Lower(context, instance).ToEquatableArray());
        if (receiver is null)
            return null;
        EquatableArray<EquatableArray<IrValue>> indices = Indices(context, reference).Select(argument => argument.Values.ToEquatableArray()).ToEquatableArray();
        return new PropertyPlace(context.Shape(reference.Type, reference.Syntax), receiver, indices, reference);
    }

    public static IrValue[] Read(LoweringContext context, PropertyPlace place, IOperation source)
    {
        IPropertySymbol property = place.Reference.Property;
        if (property.GetMethod is not { } getter || !context.IsDifferentiable(getter) || Reason(context, getter) is not null || context.Models.WritesReceiver(getter))
            return context.Reject(DiagnosticIds.MemberWrite, source, CSharpText.Short(property));
        if (!HasBody(getter))
            return Places.Stored(context, place.Receiver, property) is { } stored ? context.Read(stored, source) : context.Reject(DiagnosticIds.MemberWrite, source, CSharpText.Short(property));
        var self = new Argument(null, place.Receiver.Shape, context.Read(place.Receiver, source), RefKind.None, source);
        return Emit(context, source, getter, [.. Indices(context, place, getter, source), self], "");
    }

    public static void Write(LoweringContext context, PropertyPlace place, IOperation source, IrValue[] values)
    {
        IMethodSymbol setter = place.Reference.Property.SetMethod!;
        if (Reason(context, setter) is { } id)
        {
            context.Report(id, source, CSharpText.Short(place.Reference.Property));
            return;
        }
        Argument self = context.Models.WritesReceiver(setter)
            ? new Argument(place.Receiver, place.Receiver.Shape, [], RefKind.Ref, source)
            : new Argument(null, place.Receiver.Shape, context.Read(place.Receiver, source), RefKind.None, source);
        Emit(context, source, setter, [.. Indices(context, place, setter, source), new Argument(null, place.Shape, values, RefKind.None, source), self], "");
    }

    /// <summary>A compound assignment or increment operator that changes its left operand.</summary>
    public static void InPlace(LoweringContext context, IOperation operation, IMethodSymbol method, Place place, (TypeShape Shape, IrValue[] Leaves)[] operands)
    {
        string? id = !context.IsDifferentiable(method) ? DiagnosticIds.CallOfInstance : Reason(context, method);
        if (id is not null)
        {
            context.Report(id, operation, CSharpText.Short(method));
            return;
        }
        var arguments = new List<Argument>();
        for (int i = 0; i < operands.Length; i++)
        {
            TypeShape shape = context.Shape(method.Parameters[i].Type, operation.Syntax);
            arguments.Add(new Argument(null, shape, Conversions.Convert(context, operation, operands[i].Shape, shape, operands[i].Leaves, isChecked: false, ""), RefKind.None, operation));
        }
        arguments.Add(context.Models.WritesReceiver(method)
            ? new Argument(place, place.Shape, [], RefKind.Ref, operation)
            : new Argument(null, place.Shape, context.Read(place, operation), RefKind.None, operation));
        Emit(context, operation, method, [.. arguments], "");
    }

    /// <summary>Whether the accessor is more than access to the field behind its property.</summary>
    public static bool HasBody(IMethodSymbol accessor) => (accessor.PartialImplementationPart ?? accessor).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not
        Microsoft.CodeAnalysis.CSharp.Syntax.AccessorDeclarationSyntax { Body: null, ExpressionBody: null };

    // A member of an extension block: the receiver is the first argument of the method that implements it.
    private static IrValue[] Extension(LoweringContext context, IOperation operation, IMethodSymbol member, IOperation? receiver, ImmutableArray<IArgumentOperation> given, string name)
    {
        IMethodSymbol method = ExtensionMembers.Implementation(member);
        if (Reason(context, method) is { } id)
            return context.Reject(id, operation, CSharpText.Short(member));
        var arguments = new Argument[method.Parameters.Length];
        if (receiver is not null)
            arguments[0] = Evaluate(context, method.Parameters[0], receiver);
        foreach (IArgumentOperation argument in given)
            arguments[argument.Parameter!.Ordinal + (receiver is null ? 0 : 1)] = Evaluate(context, argument);
        return Emit(context, operation, method, arguments, name);
    }

    private static IEnumerable<Argument> Indices(LoweringContext context, IPropertyReferenceOperation reference)
    {
        var indices = new Argument[reference.Property.Parameters.Length];
        foreach (IArgumentOperation argument in reference.Arguments)
            indices[argument.Parameter!.Ordinal] = Evaluate(context, argument);
        return indices;
    }

    private static IEnumerable<Argument> Indices(LoweringContext context, PropertyPlace place, IMethodSymbol accessor, IOperation source) =>
        place.Indices.Select((values, i) => new Argument(null, context.Shape(accessor.Parameters[i].Type, source.Syntax), values.ToArray(), RefKind.None, source));
}
