using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Conversions, implicit and explicit.</summary>
internal static class Conversions
{
    public static IrValue[] Lower(LoweringContext context, IConversionOperation conversion, string name)
    {
        if (conversion.Operand is IThrowOperation or IDefaultValueOperation)
        {
            if (conversion.Operand is IThrowOperation thrown)
                Guards.Throw(context, thrown);
            return conversion.Operand is IThrowOperation ? context.Placeholder(conversion.Type) : context.Zeros(context.Shape(conversion.Type, conversion.Syntax));
        }
        if (conversion.Operand.ConstantValue is { HasValue: true, Value: null })
            return Null(context, conversion);
        if (ArrayCopies.TryLowerClone(context, conversion, name) is { } clone)
            return [clone];
        if (conversion.Operand.Type is null)
            return Expressions.Lower(context, conversion.Operand, name);
        TypeShape target = context.Shape(conversion.Type, conversion.Syntax);
        TypeShape source = context.Shape(conversion.Operand.Type, conversion.Operand.Syntax);
        bool keepsValue = source.Type.Equals(target.Type);
        IrValue[] operand = Expressions.Lower(context, conversion.Operand, keepsValue ? name : "");
        if (keepsValue && conversion.OperatorMethod is null)
            return operand;
        if (conversion.OperatorMethod is { } method && !(source.Buffer is not null && target.Buffer is not null))
            return Calls.Operator(context, conversion, method, [(source, operand)], $"({CSharpText.Type(context.Substitution.Of(conversion.Type!))})({{0}})", name);
        return Convert(context, conversion, source, target, operand, conversion.IsChecked, name);
    }

    /// <summary>Converts values from one representation to another.</summary>
    public static IrValue[] Convert(LoweringContext context, IOperation operation, TypeShape source, TypeShape target, IrValue[] values, bool isChecked, string name)
    {
        if (source.Type.Equals(target.Type))
            return values;
        switch (source.Type, target.Type)
        {
            case (ScalarType from, ScalarType to):
                bool canOverflow = isChecked && !to.IsFloat && !(from.Kind == ScalarKind.Bool);
                return [context.Apply(operation, "convert", canOverflow, to, name, values[0])];
            case (BufferType { IsObject: true }, BufferType { IsObject: true }) when Objects.IsBase(target.Symbol, source.Symbol):
                return Objects.AsBase(context, operation, target, values);
            case (BufferType from, BufferType to):
                return [Buffer(context, operation, values[0], from, to, name)];
            case (StructType, StructType) when source is StructShape from && target is StructShape to && from.Members.Length == to.Members.Length:
                return Members(context, operation, from, to, values, isChecked);
            case (_, OpaqueType):
            case (OpaqueType, ScalarType):
                if (operation is IConversionOperation { IsTryCast: true })
                    return Foreign.WithArguments(context, operation, $"({{0}} as {CSharpText.Type(target.Symbol)})", [(source, values)], isPure: true, isAccessible: true);
                string text = target.Symbol.TypeKind == TypeKind.Dynamic ? "{0}" : $"({CSharpText.Type(target.Symbol)})({{0}})";
                var parts = new System.Collections.Generic.List<IrValue>();
                text = Foreign.Substitute(text, [Foreign.Argument(context, operation, source, values, parts)]);
                return Foreign.Typed(context, operation, target, text, parts, isPure: true, stops: context.InGuard, name: name);
            case (OpaqueType { CSharpName: "string" }, BufferType { Kind: BufferKind.ReadOnlySpan } to):
                IrValue characters = context.Ids.Value(to, name);
                context.Mark(operation);
                context.Builder.Add(new ForeignOp([characters], "global::System.MemoryExtensions.AsSpan({0})", [values[0]], IsPure: true, StopsDerivative: false, Accessible: true));
                return [characters];
            default:
                return context.Reject(DiagnosticIds.Construct, operation, $"the conversion to '{CSharpText.Short(target.Symbol)}'");
        }
    }

    /// <summary>Another view of the same memory: array to span, span to read-only span.</summary>
    public static IrValue Buffer(LoweringContext context, IOperation operation, IrValue buffer, BufferType from, BufferType to, string name)
    {
        if (from.IsObject && to.IsObject && operation is IConversionOperation { Conversion.IsImplicit: true })
        {
            IrValue asBase = context.Ids.Value(to, name);
            context.Mark(operation);
            context.Builder.Add(new SliceOp(asBase, buffer, null, null));
            return asBase;
        }
        if (!from.Element.Equals(to.Element) || to.Kind is BufferKind.Array or BufferKind.Array2D || from.Kind == BufferKind.Array2D)
            return context.Reject(DiagnosticIds.Construct, operation, "the conversion of an array to another array type")[0];
        IrValue view = context.Ids.Value(to, name);
        context.Mark(operation);
        context.Builder.Add(new SliceOp(view, buffer, null, null));
        return view;
    }

    private static IrValue[] Members(LoweringContext context, IOperation operation, StructShape from, StructShape to, IrValue[] values, bool isChecked)
    {
        var result = new IrValue[to.Leaves.Length];
        for (int i = 0; i < to.Members.Length; i++)
        {
            StructMember source = from.Members[i], target = to.Members[i];
            var part = new IrValue[source.Shape.Leaves.Length];
            System.Array.Copy(values, source.FirstLeaf, part, 0, part.Length);
            IrValue[] converted = Convert(context, operation, source.Shape, target.Shape, part, isChecked, "");
            for (int k = 0; k < target.Shape.Leaves.Length && k < converted.Length; k++)
                result[target.FirstLeaf + k] = converted[k];
        }
        return result;
    }

    private static IrValue[] Null(LoweringContext context, IConversionOperation conversion)
    {
        TypeShape shape = context.Shape(conversion.Type, conversion.Syntax);
        if (shape is StructShape && shape.Symbol.IsReferenceType)
            return context.Reject(DiagnosticIds.Nullable, conversion, conversion.Syntax.ToString());
        return shape.Type is OpaqueType ? [context.Builder.Constant(Constant.Opaque("null"), shape.Type)] : context.Zeros(shape);
    }
}
