using System.Linq;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>
/// <c>ArrayPool&lt;T&gt;.Shared.Rent</c> and <c>Return</c>: a new array, of a length that the pool could have given, which nobody else will get. Companions take
/// it from the tape's workspace like any array that never leaves the method.
/// </summary>
internal static class RentedArrays
{
    public static IrValue[]? TryLower(LoweringContext context, IInvocationOperation call, string name)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.ContainingType is not { Name: "ArrayPool", ContainingNamespace: { Name: "Buffers", ContainingNamespace.Name: "System" } }
            || call.Instance is not IPropertyReferenceOperation { Property: { Name: "Shared", IsStatic: true } })
            return null;
        IOperation first = call.Arguments.First(argument => argument.Parameter!.Ordinal == 0).Value;
        if (method.Name == "Return")
        {
            Expressions.Lower(context, first);
            return [];
        }
        if (context.Types.Map(call.Type!)?.Buffer is not { } type)
            return null;
        IrValue least = Expressions.Value(context, first);
        IrValue length = context.Ids.Value(IrType.I32);
        context.Mark(call);
        context.Builder.Add(new ForeignOp([length], "global::DiffGen.CompilerServices.RentedArray.LengthOf({0})",
            [least], IsPure: true, StopsDerivative: true, Accessible: true));
        return [ArrayCopies.Allocate(context, call, type.Element, length, name)];
    }
}
