using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>A <c>for</c> whose trip count is fixed when it starts.</summary>
internal sealed record CountedLoop(ILocalSymbol Counter, IOperation Bound, long Step, bool IsInclusive, IOperation Increment)
{
    /// <summary>The loop's counter, bound and step, or null if it is none of that form.</summary>
    public static CountedLoop? TryRecognize(LoweringContext context, IForLoopOperation loop)
    {
        if (loop.Condition is not IBinaryOperation { OperatorMethod: null or { MethodKind: MethodKind.BuiltinOperator } } condition)
            return null;
        foreach (IOperation bottom in loop.AtLoopBottom)
        {
            if (bottom is not IExpressionStatementOperation { Operation: var operation } || StepOf(operation) is not var (counter, step) || !IsDeclared(loop, counter))
                continue;
            if (Compare(condition, counter) is not var (bound, kind) || !Fits(counter, kind, step, bound))
                continue;
            bool isFixed = context.Writes.CountWrites(loop.Body, counter) == 0 && context.Writes.CountWrites(loop.Condition, counter) == 0
                && CountInBottom(context, loop, counter) == 1 && new LoopInvariance(context, loop).Holds(bound);
            return isFixed ? new CountedLoop(counter, bound, step, kind is BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThanOrEqual, bottom) : null;
        }
        return null;
    }

    private static int CountInBottom(LoweringContext context, IForLoopOperation loop, ILocalSymbol counter)
    {
        int count = 0;
        foreach (IOperation bottom in loop.AtLoopBottom)
            count += context.Writes.CountWrites(bottom, counter);
        return count;
    }

    private static bool IsDeclared(IForLoopOperation loop, ILocalSymbol counter)
    {
        foreach (ILocalSymbol local in loop.Locals)
        {
            if (SymbolEqualityComparer.Default.Equals(local, counter))
                return true;
        }
        return false;
    }

    private static (ILocalSymbol Counter, long Step)? StepOf(IOperation operation)
    {
        switch (operation)
        {
            case IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target, OperatorMethod: null or { MethodKind: MethodKind.BuiltinOperator } }:
                return (target.Local, operation.Kind == OperationKind.Increment ? 1 : -1);
            case ICompoundAssignmentOperation { Target: ILocalReferenceOperation target, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } compound
                when Constant(compound.Value) is { } value && value is > int.MinValue and <= int.MaxValue:
                return (target.Local, compound.OperatorKind == BinaryOperatorKind.Add ? value : -value);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Value: IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum }
                when IsCounter(sum.LeftOperand, target.Local) && Constant(sum.RightOperand) is { } value && value is > int.MinValue and <= int.MaxValue:
                return (target.Local, sum.OperatorKind == BinaryOperatorKind.Add ? value : -value);
            default:
                return null;
        }
    }

    // The condition as "counter kind bound".
    private static (IOperation Bound, BinaryOperatorKind Kind)? Compare(IBinaryOperation condition, ILocalSymbol counter)
    {
        if (IsCounter(condition.LeftOperand, counter))
            return (condition.RightOperand, condition.OperatorKind);
        if (!IsCounter(condition.RightOperand, counter))
            return null;
        return condition.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => (condition.LeftOperand, BinaryOperatorKind.GreaterThan),
            BinaryOperatorKind.LessThanOrEqual => (condition.LeftOperand, BinaryOperatorKind.GreaterThanOrEqual),
            BinaryOperatorKind.GreaterThan => (condition.LeftOperand, BinaryOperatorKind.LessThan),
            BinaryOperatorKind.GreaterThanOrEqual => (condition.LeftOperand, BinaryOperatorKind.LessThanOrEqual),
            _ => null,
        };
    }

    private static bool IsCounter(IOperation operation, ILocalSymbol counter) =>
        operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, counter);

    // The counter must reach the bound without running out of its type.
    private static bool Fits(ILocalSymbol counter, BinaryOperatorKind kind, long step, IOperation bound)
    {
        (long min, long max)? range = counter.Type.SpecialType switch
        {
            SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
            SpecialType.System_UInt32 => (0, uint.MaxValue),
            SpecialType.System_Int64 => (long.MinValue, long.MaxValue),
            _ => null,
        };
        if (range is not var (lowest, highest) || step == 0)
            return false;
        bool isUpward = kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
        bool isDownward = kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;
        if ((!isUpward && !isDownward) || isUpward != step > 0)
            return false;
        bool isInclusive = kind is BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThanOrEqual;
        if (Constant(bound) is not { } constant)
            return lowest < 0 || isUpward || (step == -1 && !isInclusive);
        long reach = System.Math.Abs(step) - (isInclusive ? 0 : 1);
        return isUpward ? constant <= highest - reach : constant >= lowest + reach;
    }

    private static long? Constant(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: var value }
        ? value switch
        {
            int number => number,
            uint number => number,
            long number => number,
            _ => null,
        }
        : null;
}
