using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary><c>a?.B</c> where neither <c>a</c> nor the result carries a derivative.</summary>
internal static class ConditionalAccess
{
    public static IrValue[] Lower(LoweringContext context, IConditionalAccessOperation access, string name)
    {
        TypeShape receiver = context.Shape(access.Operation.Type, access.Operation.Syntax);
        bool isStatement = access.Type is null or { SpecialType: SpecialType.System_Void };
        if (receiver.Type is not OpaqueType || receiver.Symbol.IsValueType || (!isStatement && context.Types.Map(access.Type!) is not { Type: OpaqueType }))
            return context.Reject(DiagnosticIds.ConditionalAccess, access);
        IrValue value = Expressions.Value(context, access.Operation);
        IrValue isNull = NullTests.IsNull(context, access, value);
        TypeShape? result = isStatement ? null : context.Shape(access.Type, access.Syntax);
        Branch then = context.Fork(() => result is null ? [] : context.Zeros(result));
        Branch otherwise = context.Fork(() =>
        {
            IrValue[]? outer = context.AccessedInstance;
            context.AccessedInstance = [value];
            IrValue[] part = Expressions.Lower(context, access.WhenNotNull);
            context.AccessedInstance = outer;
            return result is null ? [] : Convert(context, access, result, part);
        });
        return context.Join(access, isNull, then, otherwise, result is null ? [] : LoweringContext.LeafTypes(result), name, isExpression: true);
    }

    // The part may be an int where the whole is an int?.
    private static IrValue[] Convert(LoweringContext context, IConditionalAccessOperation access, TypeShape target, IrValue[] values)
    {
        TypeShape source = context.Shape(access.WhenNotNull.Type, access.WhenNotNull.Syntax);
        return Conversions.Convert(context, access, source, target, values, isChecked: false, "");
    }
}
