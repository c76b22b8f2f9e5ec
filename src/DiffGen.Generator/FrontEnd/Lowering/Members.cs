using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Reading fields and properties.</summary>
internal static class Members
{
    public static IrValue[] Read(LoweringContext context, IMemberReferenceOperation reference, string name)
    {
        if (GenericMath.TryRead(context, reference) is { } constant)
            return constant;
        if (reference is IPropertyReferenceOperation marked && context.Target(reference) is IPropertySymbol { IsIndexer: false, GetMethod: { } computed } && context.IsDifferentiable(computed)
            && Calls.HasBody(computed) && Places.TryLower(context, reference) is null)
        {
            return Calls.Getter(context, marked, computed, name);
        }
        if (reference.Instance is null)
            return Numerics.TryConstant(context, reference) ?? Static(context, reference, name);
        if (reference is IPropertyReferenceOperation { Property.IsIndexer: true })
            return Elements.Read(context, reference, name);
        if (Places.TryLower(context, reference) is { } place)
            return context.Read(place, reference, name);
        if (reference.Instance.Type is { } type && context.Types.Map(type)?.Buffer is not null && TryLength(context, reference, name) is { } length)
            return length;
        if (reference is IPropertyReferenceOperation { Property: { GetMethod: { } getter } property } && !Calls.HasBody(getter)
            && Places.TryLower(context, reference.Instance) is { } owner && Places.Stored(context, owner, property) is { } stored)
        {
            return context.Read(stored, reference, name);
        }
        if (reference.Instance is IInstanceReferenceOperation)
            return context.Reject(DiagnosticIds.InstanceMember, reference, CSharpText.Short(reference.Member));
        TypeShape receiver = context.Shape(reference.Instance.Type, reference.Instance.Syntax);
        IrValue[] instance = Expressions.Lower(context, reference.Instance);
        bool isPure = receiver.Symbol is { IsValueType: true } or { SpecialType: SpecialType.System_String };
        return Foreign.WithArguments(context, reference, $"{{0}}.{CSharpText.Identifier(reference.Member.Name)}", [(receiver, instance)], isPure,
            Foreign.IsAccessible(reference.Member));
    }

    private static IrValue[]? TryLength(LoweringContext context, IMemberReferenceOperation reference, string name)
    {
        if (reference.Member.Name is not ("Length" or "LongLength" or "IsEmpty" or "Rank"))
            return null;
        IrValue buffer = Expressions.Value(context, reference.Instance!);
        var type = (BufferType)buffer.Type;
        context.Mark(reference);
        if (reference.Member.Name == "Rank")
            return [context.Builder.Int(type.Rank)];
        IrValue length = context.Ids.Value(IrType.I32, reference.Member.Name == "Length" ? name : "");
        context.Builder.Add(new LengthOp(length, buffer, type.Rank == 1 ? 0 : -1));
        return reference.Member.Name switch
        {
            "LongLength" => [context.Convert(reference, length, IrType.I64, name)],
            "IsEmpty" => [context.Apply(reference, "eq", IrType.Bool, name, length, context.Builder.Int(0))],
            _ => [length],
        };
    }

    private static IrValue[] Static(LoweringContext context, IMemberReferenceOperation reference, string name)
    {
        ISymbol member = context.Target(reference);
        if (member is IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false })
            return context.Reject(DiagnosticIds.Construct, reference, $"'{reference.Syntax}', whose implementation '{CSharpText.Short(member)}' is explicit and cannot be named,");
        TypeShape shape = context.Shape(reference.Type, reference.Syntax);
        bool isConstant = IsConstant(member);
        if (!isConstant && member is IFieldSymbol or IPropertySymbol { SetMethod: not null } && !isConstant)
            context.Report(DiagnosticIds.MutableStaticRead, reference, CSharpText.Short(member));
        string text = CSharpText.StaticMember(member);
        bool isAccessible = Foreign.IsAccessible(member);
        if (shape.Type is BufferType)
        {
            IrValue table = context.Ids.Value(shape.Type, name.Length > 0 ? name : member.Name);
            context.CheckAccess(reference, isAccessible);
            context.Mark(reference);
            context.Builder.Add(new StaticBufferOp(table, text, isAccessible));
            return [table];
        }
        return Foreign.Value(context, reference, text, [], isConstant, isAccessible, name: name);
    }

    /// <summary>A static member whose value does not change between calls.</summary>
    public static bool IsConstant(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsReadOnly || field.IsConst,
        IPropertySymbol property => property.SetMethod is null && IsAutoProperty(property),
        _ => false,
    };

    private static bool IsAutoProperty(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
