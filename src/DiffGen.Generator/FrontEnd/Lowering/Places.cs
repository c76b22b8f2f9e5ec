using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Evaluates what can stand on the left of an assignment, up to the reading or writing itself.</summary>
internal static class Places
{
    /// <summary>The place that an expression denotes, or null if it denotes a value (or something that was rejected).</summary>
    public static Place? TryLower(LoweringContext context, IOperation operation)
    {
        // A constant has a name and no place.
        if (operation.ConstantValue.HasValue)
            return null;
        switch (operation)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation when operation.Type?.TypeKind == TypeKind.Delegate && FunctionValue.Find(context, operation) is not null:
                return new TemporaryPlace(new TypeShape(operation.Type!, new OpaqueType("?")), new EquatableArray<IrValue>(context.Reject(DiagnosticIds.Lambda, operation)));
            case ILocalReferenceOperation local:
                return Of(context, context.Find(local.Local) ?? context.Declare(local.Local, local.Local.Name, context.Shape(local.Type, local.Syntax)));
            case IParameterReferenceOperation parameter when context.Find(parameter.Parameter) is { } variable:
                return Of(context, variable);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } when context.Receiver is { } receiver:
                return receiver;
            case IInstanceReferenceOperation instance when instance.Type is { } type && context.Find(type) is { } self:
                return Of(context, self);
            case IPropertyReferenceOperation property when NumericsPlaces.TryLower(context, property) is { } part:
                return part;
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { IsReferenceType: true } } when context.Self is { } derived:
                return Of(context, derived);
            case IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true }:
                return Elements.Place(context, operation);
            case IFieldReferenceOperation { Instance: { } receiver } field:
                return Member(context, receiver, context.Target(field));
            case IPropertyReferenceOperation { Instance: { } receiver } property:
                return Member(context, receiver, context.Target(property));
            case IDeclarationExpressionOperation declaration:
                return TryLower(context, declaration.Expression);
            case IDiscardOperation discard:
                TypeShape shape = context.Shape(discard.Type, discard.Syntax);
                return new TemporaryPlace(shape, new EquatableArray<IrValue>(System.Array.ConvertAll(LoweringContext.LeafTypes(shape), t => context.Ids.Value(t))));
            case IConditionalOperation { IsRef: true, WhenFalse: not null } choice:
                return References.Choose(context, choice);
            default:
                return null;
        }
    }

    /// <summary>A place to assign to; anything else is rejected.</summary>
    public static Place Lower(LoweringContext context, IOperation operation)
    {
        Captures.CheckWrite(context, operation);
        if (TryLower(context, operation) is { } place)
            return place;
        if (operation is IPropertyReferenceOperation reference && Calls.Property(context, reference) is { } marked)
            return marked;
        if (operation is IPropertyReferenceOperation { Instance: { } owner, Property.SetMethod: { } setter } half && !Calls.HasBody(setter)
            && TryLower(context, owner) is { } receiver && Stored(context, receiver, half.Property) is { } stored)
        {
            return stored;
        }
        switch (operation)
        {
            case IFieldReferenceOperation { Instance: null } field:
                context.Report(DiagnosticIds.StaticWrite, operation, CSharpText.Short(field.Field));
                break;
            case IPropertyReferenceOperation { Instance: null } property:
                context.Report(DiagnosticIds.StaticWrite, operation, CSharpText.Short(property.Property));
                break;
            case IMemberReferenceOperation member:
                context.Report(DiagnosticIds.MemberWrite, operation, CSharpText.Short(member.Member));
                break;
            default:
                context.Report(DiagnosticIds.RefForm, operation, operation.Syntax.ToString(), "it is no variable");
                break;
        }
        TypeShape shape = context.Shape(operation.Type, operation.Syntax);
        return new TemporaryPlace(shape, new EquatableArray<IrValue>(context.Placeholder(operation.Type)));
    }

    public static Place Of(LoweringContext context, Variable variable)
    {
        switch (variable)
        {
            case StoredVariable stored:
                return LoweringContext.PlaceOf(stored);
            case VariableReference reference:
                return reference.Target;
            default:
                var element = (ElementReference)variable;
                var indices = new IrValue[element.IndexCount];
                for (int i = 0; i < indices.Length; i++)
                    indices[i] = context.ReadSlot(element.FirstSlot + 1 + i);
                return new ElementPlace(element.Shape, context.ReadSlot(element.FirstSlot), new EquatableArray<IrValue>(indices), element.Path);
        }
    }

    /// <summary>The field behind a property of which one accessor has no body.</summary>
    public static Place? Stored(LoweringContext context, Place owner, IPropertySymbol property) =>
        owner.Shape is StructShape shape && shape.Members.FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.Field.AssociatedSymbol, property)) is { } field
            ? LoweringContext.Member(owner, field)
            : null;

    private static Place? Member(LoweringContext context, IOperation receiver, ISymbol member)
    {
        if (receiver.Type is null || ShapeOf(context, receiver) is not { } shape || shape.Find(member) is not { } field)
            return null;
        if (shape is ObjectShape)
            return new ElementPlace(field.Shape, Expressions.Value(context, receiver), default, [field.Name]);
        Place place = TryLower(context, receiver) ?? new TemporaryPlace(shape, new EquatableArray<IrValue>(Expressions.Lower(context, receiver)));
        if (place is PartPlace)
            place = new TemporaryPlace(shape, new EquatableArray<IrValue>(context.Read(place, receiver)));
        return LoweringContext.Member(place, field);
    }

    // In the constructor of a base class, "this" is known by its own class.
    private static TypeShape? ShapeOf(LoweringContext context, IOperation receiver) =>
        receiver is IInstanceReferenceOperation && context.Find(receiver.Type!) is { Shape: ObjectShape own } ? own : context.Types.Map(receiver.Type!);
}
