using System.Collections.Generic;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary><c>(a, b) = value</c>, <c>var (a, b) = value</c>, nested.</summary>
internal static class Deconstruction
{
    public static IrValue[] Lower(LoweringContext context, IDeconstructionAssignmentOperation operation)
    {
        // Targets first, then the value, then all writes: so (a[i], i) = (1, 2) writes the old element.
        Node target = Prepare(context, operation.Target);
        IrValue[] values = Expressions.Lower(context, operation.Value);
        if (context.IsReachable)
            Assign(context, operation, target, context.Shape(operation.Value.Type, operation.Value.Syntax), values);
        return values;
    }

    /// <summary>Declares and assigns the variables of <c>foreach (var (a, b) in …)</c>.</summary>
    public static void Assign(LoweringContext context, IOperation target, TypeShape shape, IrValue[] values) =>
        Assign(context, target, Prepare(context, target), shape, values);

    private sealed record Node(Place? Place, List<Node>? Parts);

    private static Node Prepare(LoweringContext context, IOperation target)
    {
        if (target is IDeclarationExpressionOperation { Expression: ITupleOperation declared })
            target = declared;
        if (target is not ITupleOperation tuple)
            return new Node(target is IDiscardOperation ? null : Places.Lower(context, target), null);
        var parts = new List<Node>();
        foreach (IOperation element in tuple.Elements)
            parts.Add(Prepare(context, element));
        return new Node(null, parts);
    }

    private static void Assign(LoweringContext context, IOperation source, Node target, TypeShape shape, IrValue[] values)
    {
        if (target.Parts is null)
        {
            if (target.Place is { } place)
                context.Write(place, source, Conversions.Convert(context, source, shape, place.Shape, values, isChecked: false, context.NameOf(place)));
            return;
        }
        if (UserMethod(context, shape, target.Parts.Count) is { } method)
        {
            IrValue[][] outputs = Calls.Deconstruct(context, source, method, shape, values);
            for (int i = 0; i < outputs.Length; i++)
                Assign(context, source, target.Parts[i], context.Shape(method.Parameters[i].Type, source.Syntax), outputs[i]);
            return;
        }
        if (shape is not StructShape structure || Parts(structure) is not { } members || members.Count != target.Parts.Count)
        {
            context.Report(DiagnosticIds.Construct, source, $"the deconstruction of '{CSharpText.Short(shape.Symbol)}'");
            return;
        }
        for (int i = 0; i < members.Count; i++)
        {
            var part = new IrValue[members[i].Shape.Leaves.Length];
            System.Array.Copy(values, members[i].FirstLeaf, part, 0, part.Length);
            Assign(context, source, target.Parts[i], members[i].Shape, part);
        }
    }

    private static IMethodSymbol? UserMethod(LoweringContext context, TypeShape shape, int count)
    {
        foreach (ISymbol member in shape.Symbol.GetMembers("Deconstruct"))
        {
            if (member is IMethodSymbol { IsStatic: false } method && method.Parameters.Length == count && context.Known.IsMarkedMethod(method) && shape is StructShape)
                return method;
        }
        return null;
    }

    /// <summary>The members that a tuple or a positional record is deconstructed into, or null.</summary>
    private static List<StructMember>? Parts(StructShape shape)
    {
        if (shape.Symbol.IsTupleType)
            return [.. shape.Members];
        foreach (ISymbol member in shape.Symbol.GetMembers("Deconstruct"))
        {
            // The compiler's own of a positional record: one out parameter per positional property.
            if (member is not IMethodSymbol { IsImplicitlyDeclared: true } method)
                return null;
            var parts = new List<StructMember>();
            foreach (IParameterSymbol parameter in method.Parameters)
            {
                foreach (StructMember candidate in shape.Members)
                {
                    if (candidate.Name == parameter.Name)
                        parts.Add(candidate);
                }
            }
            return parts;
        }
        return null;
    }
}
