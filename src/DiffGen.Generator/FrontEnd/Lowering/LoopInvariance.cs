using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Whether an expression has the same value, and no effects, each time a loop evaluates it.</summary>
internal sealed class LoopInvariance
{
    private readonly LoweringContext _context;
    private readonly IForLoopOperation _loop;
    private readonly HashSet<ISymbol> _written = new(SymbolEqualityComparer.Default);

    public LoopInvariance(LoweringContext context, IForLoopOperation loop)
    {
        _context = context;
        _loop = loop;
        context.Writes.AddWrites(loop.Condition, _written);
        context.Writes.AddWrites(loop.Body, _written);
        foreach (IOperation bottom in loop.AtLoopBottom)
            context.Writes.AddWrites(bottom, _written);
    }

    public bool Holds(IOperation operation)
    {
        if (operation.ConstantValue.HasValue)
            return true;
        switch (operation)
        {
            case ILocalReferenceOperation { Local.RefKind: RefKind.None } local:
                return !_written.Contains(local.Local);
            case IParameterReferenceOperation parameter:
                return !_written.Contains(parameter.Parameter);
            case IInstanceReferenceOperation { Type: { } self }:
                return !_written.Contains(self);
            case IMemberReferenceOperation { Instance: { Type: { IsReferenceType: true } type } instance, Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } member
                when _context.Types.Map(type) is ObjectShape shape && shape.Find(member.Member) is not null:
                return Holds(instance) && !WritesElements(member.Type);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Holds(conversion.Operand);
            case IBinaryOperation { OperatorMethod: null or { MethodKind: MethodKind.BuiltinOperator } } binary:
                return Holds(binary.LeftOperand) && Holds(binary.RightOperand);
            case IUnaryOperation { OperatorMethod: null or { MethodKind: MethodKind.BuiltinOperator } } unary:
                return Holds(unary.Operand);
            case IPropertyReferenceOperation { Instance: { } instance, Property: { Name: "Length", IsIndexer: false } } when instance.Type is { } type && IsBuffer(type):
                return Holds(instance);
            case IFieldReferenceOperation { Instance: null } field:
                return Members.IsConstant(field.Field);
            case IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance }:
                return Holds(instance);
            case IPropertyReferenceOperation { Instance: { } instance } property when instance.Type is { } type && _context.Types.Map(type) is StructShape shape && shape.Find(property.Property) is not null:
                return Holds(instance);
            case IArrayElementReferenceOperation element:
                return Holds(element.ArrayReference) && All(element.Indices) && !WritesElements(element.Type);
            case IPropertyReferenceOperation { Instance: { } span, Property.IsIndexer: true } element when span.Type is { } type && IsBuffer(type):
                return Holds(span) && All(element.Arguments) && !WritesElements(element.Type);
            case IInvocationOperation { TargetMethod: { Name: "GetLength" }, Instance: { } array } call:
                return Holds(array) && All(call.Arguments);
            case IInvocationOperation { TargetMethod: { IsStatic: true, Name: "Min" or "Max" or "Abs", ContainingType.Name: "Math" } } call:
                return All(call.Arguments);
            default:
                return false;
        }
    }

    private bool All(IEnumerable<IOperation> operations)
    {
        foreach (IOperation operation in operations)
        {
            if (!Holds(operation is IArgumentOperation argument ? argument.Value : operation))
                return false;
        }
        return true;
    }

    private bool IsBuffer(ITypeSymbol type) => _context.Types.Map(type)?.Buffer is not null;

    private bool WritesElements(ITypeSymbol? element)
    {
        if (element is null || _context.Writes.WritesMemory(_loop.Body, element) || _context.Writes.WritesMemory(_loop.Condition, element))
            return true;
        foreach (IOperation bottom in _loop.AtLoopBottom)
        {
            if (_context.Writes.WritesMemory(bottom, element))
                return true;
        }
        return false;
    }
}
