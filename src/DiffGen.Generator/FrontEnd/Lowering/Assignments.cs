using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Assignments, as statements or inside expressions; each gives the assigned value.</summary>
internal static class Assignments
{
    public static IrValue[] Lower(LoweringContext context, IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: true } reference:
                return References.Rebind(context, reference);
            case ISimpleAssignmentOperation { Target: IDiscardOperation } discard:
                return Expressions.Lower(context, discard.Value);
            case ISimpleAssignmentOperation simple:
                return Simple(context, simple);
            case ICompoundAssignmentOperation compound:
                return Compound(context, compound);
            case IIncrementOrDecrementOperation increment:
                return Increment(context, increment);
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruction.Lower(context, deconstruction);
            case ICoalesceAssignmentOperation coalesce:
                return Conditionals.CoalesceAssignment(context, coalesce);
            default:
                return Rejected.Expression(context, operation);
        }
    }

    private static IrValue[] Simple(LoweringContext context, ISimpleAssignmentOperation assignment)
    {
        Place place = Places.Lower(context, assignment.Target);
        string name = place is SlotPlace slots ? context.VariableName(slots) : "";
        IrValue[] values = Expressions.Lower(context, assignment.Value, name);
        if (context.IsReachable)
            context.Write(place, assignment, values);
        return values;
    }

    private static IrValue[] Compound(LoweringContext context, ICompoundAssignmentOperation assignment)
    {
        Place place = Places.Lower(context, assignment.Target);
        IrValue[] before = context.Read(place, assignment.Target);
        if (assignment.IsLifted && assignment.OperatorMethod is { MethodKind: not MethodKind.BuiltinOperator })
            return context.Reject(DiagnosticIds.Nullable, assignment, assignment.Syntax.ToString());
        IrValue[] value = Expressions.Lower(context, assignment.Value);
        if (assignment.OperatorMethod is { IsStatic: false } inPlace)
        {
            Calls.InPlace(context, assignment, inPlace, place, [(context.Shape(assignment.Value.Type, assignment.Value.Syntax), value)]);
            return context.Read(place, assignment);
        }
        IrValue[] after = Combine(context, assignment, place, before, value);
        context.Write(place, assignment, after);
        return after;
    }

    private static IrValue[] Combine(LoweringContext context, ICompoundAssignmentOperation assignment, Place place, IrValue[] before, IrValue[] value)
    {
        TypeShape valueShape = context.Shape(assignment.Value.Type, assignment.Value.Syntax);
        string name = context.NameOf(place);
        string template = $"{{0}} {Binary.Symbol(assignment.OperatorKind)} {{1}}";
        if (assignment.OperatorMethod is { MethodKind: not MethodKind.BuiltinOperator, ContainingType.SpecialType: not SpecialType.System_String } method
            && !GenericMath.IsOperator(method, before, value))
            return Calls.Operator(context, assignment, method, [(place.Shape, before), (valueShape, value)], template, name);
        if (place.Shape.Type is not ScalarType type || valueShape.Type is not ScalarType || Binary.Primitive(assignment.OperatorKind) is not { } primitive)
            return Foreign.WithArguments(context, assignment, template, [(place.Shape, before), (valueShape, value)], isPure: true, isAccessible: true);
        // The operation runs in the type that promotion gives: that of the other operand, or int and wider for shifts.
        IrType operationType = assignment.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift
            ? Promoted(type)
            : value[0].Type;
        IrValue left = context.Convert(assignment, before[0], operationType);
        bool isChecked = assignment.IsChecked && operationType.IsInteger;
        IrValue result = context.Apply(assignment, primitive, isChecked, operationType, operationType.Equals(type) ? name : "", left, value[0]);
        return [context.Convert(assignment, result, type, name, assignment.IsChecked && type.IsInteger)];
    }

    private static IrValue[] Increment(LoweringContext context, IIncrementOrDecrementOperation increment)
    {
        Place place = Places.Lower(context, increment.Target);
        IrValue[] before = context.Read(place, increment.Target);
        if (increment.IsLifted && increment.OperatorMethod is { MethodKind: not MethodKind.BuiltinOperator })
            return context.Reject(DiagnosticIds.Nullable, increment, increment.Syntax.ToString());
        if (increment.OperatorMethod is { IsStatic: false } inPlace)
        {
            Calls.InPlace(context, increment, inPlace, place, []);
            return context.Read(place, increment);
        }
        string name = context.NameOf(place);
        bool isIncrement = increment.Kind == OperationKind.Increment;
        IrValue[] after;
        if (increment.OperatorMethod is { MethodKind: not MethodKind.BuiltinOperator } method && !GenericMath.IsOperator(method, before))
        {
            after = Calls.Operator(context, increment, method, [(place.Shape, before)], isIncrement ? "{0} + 1" : "{0} - 1", name);
        }
        else if (place.Shape.Type is ScalarType type)
        {
            ScalarType operationType = Promoted(type);
            IrValue left = context.Convert(increment, before[0], operationType);
            context.Mark(increment);
            IrValue one = context.Builder.Constant(Literals.Scalar(operationType.Kind, 1));
            bool isChecked = increment.IsChecked && type.IsInteger;
            IrValue result = context.Apply(increment, isIncrement ? "add" : "sub", isChecked, operationType, operationType.Equals(type) ? name : "", left, one);
            after = [context.Convert(increment, result, type, name, isChecked)];
        }
        else if (place.Shape.Type is OpaqueType && increment.Type is { IsValueType: true })
        {
            after = Foreign.WithArguments(context, increment, isIncrement ? "{0} + 1" : "{0} - 1", [(place.Shape, before)], isPure: true, isAccessible: true, name: name);
        }
        else
        {
            return context.Reject(DiagnosticIds.Construct, increment, $"'{increment.Syntax}'");
        }
        context.Write(place, increment, after);
        return increment.IsPostfix ? before : after;
    }

    private static ScalarType Promoted(ScalarType type) =>
        type.Kind is ScalarKind.I8 or ScalarKind.U8 or ScalarKind.I16 or ScalarKind.U16 or ScalarKind.Char ? IrType.I32 : type;
}
