using System.Runtime.CompilerServices;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Sends each kind of expression to the file that lowers it. An expression gives one value per leaf of its type.</summary>
internal static class Expressions
{
    /// <summary>The only value of an expression whose type is not taken apart.</summary>
    /// <param name="name">Name of the variable that the value is assigned to, if any.</param>
    public static IrValue Value(LoweringContext context, IOperation operation, string name = "")
    {
        IrValue[] leaves = Lower(context, operation, name);
        return leaves.Length > 0 ? leaves[0] : context.Placeholder(null)[0];
    }

    public static IrValue[] Lower(LoweringContext context, IOperation operation, string name = "")
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (operation.ConstantValue is { HasValue: true } constant)
            return Literals.Lower(context, operation, constant.Value);
        switch (operation)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IArrayElementReferenceOperation
                or IImplicitIndexerReferenceOperation:
                return Elements.Read(context, operation, name);
            case IFieldReferenceOperation or IPropertyReferenceOperation:
                return Members.Read(context, (IMemberReferenceOperation)operation, name);
            case IBinaryOperation binary:
                return Binary.Lower(context, binary, name);
            case IUnaryOperation unary:
                return Unary.Lower(context, unary, name);
            case IConversionOperation conversion:
                return Conversions.Lower(context, conversion, name);
            case IAssignmentOperation or IIncrementOrDecrementOperation:
                return Assignments.Lower(context, operation);
            case IInvocationOperation invocation:
                return Calls.Lower(context, invocation, name);
            case IConditionalOperation conditional:
                return Conditionals.Lower(context, conditional, name);
            case ICoalesceOperation coalesce:
                return Conditionals.Coalesce(context, coalesce, name);
            case IObjectCreationOperation creation:
                return ObjectCreation.Lower(context, creation, name);
            case IArrayCreationOperation creation:
                return [ArrayCreation.Lower(context, creation, name)];
            case ICollectionExpressionOperation collection:
                return [ArrayCreation.Collection(context, collection, name)];
            case ITupleOperation tuple:
                return Tuples.Lower(context, tuple);
            case ITupleBinaryOperation comparison:
                return [Tuples.Compare(context, comparison)];
            case IWithOperation with:
                return ObjectCreation.With(context, with);
            case IDefaultValueOperation { Type.IsReferenceType: true } when context.Types.Map(operation.Type) is StructShape:
                return context.Reject(DiagnosticIds.Nullable, operation, operation.Syntax.ToString());
            case IDefaultValueOperation:
                return context.Zeros(context.Shape(operation.Type, operation.Syntax));
            case IIsPatternOperation pattern:
                return [Patterns.Is(context, pattern)];
            case IRangeOperation range:
                return Indices.Range(context, range);
            case IIsTypeOperation test:
                return [TypeTest(context, test)];
            case IConditionalAccessOperation access:
                return ConditionalAccess.Lower(context, access, name);
            case IConditionalAccessInstanceOperation:
                return context.AccessedInstance!;
            case ISwitchExpressionOperation choice:
                return SwitchExpressions.Lower(context, choice, name);
            case IInterpolatedStringOperation text:
                return Strings.Interpolate(context, text);
            case ITypeOfOperation type:
                return Foreign.Value(context, operation, $"typeof({CSharpText.Type(context.Substitution.Of(type.TypeOperand))})", [], isPure: true);
            case IThrowOperation thrown:
                Guards.Throw(context, thrown);
                return context.Placeholder(operation.Type);
            case IDeclarationExpressionOperation declaration:
                return Lower(context, declaration.Expression, name);
            case IParenthesizedOperation parenthesized:
                return Lower(context, parenthesized.Operand, name);
            case { Kind: OperationKind.None, Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax }:
                return [ArrayCreation.StackAlloc(context, operation, name)];
            default:
                return Rejected.Expression(context, operation);
        }
    }
    private static IrValue TypeTest(LoweringContext context, IIsTypeOperation test)
    {
        TypeShape shape = context.Shape(test.ValueOperand.Type, test.ValueOperand.Syntax);
        IrValue[] values = Lower(context, test.ValueOperand);
        if (shape.Type is not OpaqueType)
            return Patterns.Reject(context, test);
        IrValue result = TypePatterns.Is(context, test, test.TypeOperand, values[0]);
        return test.IsNegated ? context.Apply(test, "not", IrType.Bool, "", result) : result;
    }
}
