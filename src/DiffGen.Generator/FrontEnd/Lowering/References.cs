using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary><c>ref</c> locals.</summary>
internal static class References
{
    public static void Declare(LoweringContext context, ILocalSymbol local, IOperation value)
    {
        if (local.RefKind == RefKind.Ref)
            Captures.CheckWrite(context, value);
        switch (Places.TryLower(context, value))
        {
            case SlotPlace slots:
                context.Declare(local, new VariableReference(local.Name, slots.Shape, slots));
                break;
            case ElementPlace element:
                Declare(context, local, element, value);
                break;
            default:
                context.Report(DiagnosticIds.RefForm, value, value.Syntax.ToString(), "it is no variable of this method");
                context.Declare(local, local.Name, context.Shape(local.Type, value.Syntax));
                break;
        }
    }

    public static void Declare(LoweringContext context, ISymbol local, ElementPlace element, IOperation source)
    {
        ElementReference reference = DeclareElement(context, local.Name, element);
        context.Declare(local, reference);
        Bind(context, reference, element);
        // Taking the reference checks the indices, also where nothing reads it.
        context.Read(element, source);
    }

    /// <summary><c>r = ref place</c>.</summary>
    public static IrValue[] Rebind(LoweringContext context, ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is ILocalReferenceOperation { Local: var local } && context.Find(local) is ElementReference reference
            && Places.TryLower(context, assignment.Value) is ElementPlace place && IsLike(reference, place, context))
        {
            Bind(context, reference, place);
            return context.Read(place, assignment.Value);
        }
        return context.Reject(DiagnosticIds.RefForm, assignment, assignment.Syntax.ToString(), "it is made to refer to something of another kind");
    }

    /// <summary><c>ref (c ? ref a[i] : ref b[j])</c>.</summary>
    public static Place? Choose(LoweringContext context, IConditionalOperation choice)
    {
        IrValue condition = Expressions.Value(context, choice.Condition);
        ElementPlace? whenTrue = null, whenFalse = null;
        Branch then = context.Fork(() => Parts(whenTrue = Places.TryLower(context, choice.WhenTrue) as ElementPlace));
        Branch otherwise = context.Fork(() => Parts(whenFalse = Places.TryLower(context, choice.WhenFalse!) as ElementPlace));
        if (whenTrue is null || whenFalse is null || whenTrue.Path != whenFalse.Path || then.Values.Length != otherwise.Values.Length
            || !whenTrue.Buffer.Type.Equals(whenFalse.Buffer.Type))
        {
            context.Report(DiagnosticIds.RefForm, choice, choice.Syntax.ToString(), "it chooses between references of different kinds");
            return null;
        }
        IrType[] types = System.Array.ConvertAll(then.Values, value => value.Type);
        IrValue[] parts = context.Join(choice, condition, then, otherwise, types, "", isExpression: true);
        return new ElementPlace(whenTrue.Shape, parts[0], new EquatableArray<IrValue>(Tail(parts)), whenTrue.Path);
    }

    private static ElementReference DeclareElement(LoweringContext context, string name, ElementPlace place)
    {
        int first = context.NewSlot(place.Buffer.Type, place.Buffer.Name);
        for (int i = 0; i < place.Indices.Length; i++)
            context.NewSlot(place.Indices[i].Type, "");
        return new ElementReference(name, place.Shape, first, place.Indices.Length, place.Path);
    }

    private static void Bind(LoweringContext context, ElementReference reference, ElementPlace place)
    {
        context.Environment[reference.FirstSlot] = place.Buffer;
        for (int i = 0; i < place.Indices.Length; i++)
            context.Environment[reference.FirstSlot + 1 + i] = place.Indices[i];
    }

    private static bool IsLike(ElementReference reference, ElementPlace place, LoweringContext context) =>
        reference.IndexCount == place.Indices.Length && reference.Path == place.Path && context.Slot(reference.FirstSlot).Type.Equals(place.Buffer.Type);

    private static IrValue[] Parts(ElementPlace? place) => place is null ? [] : [place.Buffer, .. place.Indices];

    private static IrValue[] Tail(IrValue[] parts)
    {
        var tail = new IrValue[parts.Length - 1];
        System.Array.Copy(parts, 1, tail, 0, tail.Length);
        return tail;
    }
}
