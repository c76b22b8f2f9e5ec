using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd;

/// <summary>
/// One pass over a body before it is lowered: which variables and which memory each statement writes, which labels are jumped to, and
/// whether the code compiles. Loops need it to know their carried values before their body is lowered.
/// </summary>
internal sealed class WriteScan
{
    private readonly List<ISymbol> _writes = new();
    private readonly List<ITypeSymbol?> _memoryWrites = new();
    private readonly Dictionary<IOperation, Range> _ranges = new();
    private readonly Dictionary<ISymbol, List<ISymbol>> _referents = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILabelSymbol, int> _jumps = new(SymbolEqualityComparer.Default);

    private WriteScan(IOperation body) => Body = body;

    /// <summary>What was scanned.</summary>
    public IOperation Body { get; }

    /// <summary>Some operation did not compile.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Something in it is usually an error: a conversion that nobody wrote although it must be written.</summary>
    public bool MayHaveErrors { get; private set; }

    /// <summary>It yields.</summary>
    public bool IsIterator { get; private set; }

    public static WriteScan Of(IOperation body)
    {
        var scan = new WriteScan(body);
        scan.Walk(body);
        return scan;
    }

    /// <summary>How many jumps to the label there are.</summary>
    public int JumpsTo(ILabelSymbol label) => _jumps.TryGetValue(label, out int count) ? count : 0;

    /// <summary>Adds the variables that the operation writes, directly or through references to them.</summary>
    public void AddWrites(IOperation? operation, HashSet<ISymbol> variables)
    {
        if (operation is null || !_ranges.TryGetValue(operation, out Range range))
            return;
        for (int i = range.WriteStart; i < range.WriteEnd; i++)
            AddWithReferents(_writes[i], variables);
    }

    /// <summary>Whether the variable is written anywhere.</summary>
    public bool Writes(ISymbol variable)
    {
        var reached = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (ISymbol written in _writes)
            AddWithReferents(written, reached);
        return reached.Contains(variable);
    }

    /// <summary>How often the operation writes the variable.</summary>
    public int CountWrites(IOperation? operation, ISymbol variable)
    {
        if (operation is null || !_ranges.TryGetValue(operation, out Range range))
            return 0;
        int count = 0;
        for (int i = range.WriteStart; i < range.WriteEnd; i++)
        {
            var reached = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            AddWithReferents(_writes[i], reached);
            if (reached.Contains(variable))
                count++;
        }
        return count;
    }

    /// <summary>Whether the operation may write memory that holds elements of the type.</summary>
    public bool WritesMemory(IOperation? operation, ITypeSymbol element)
    {
        if (operation is null || !_ranges.TryGetValue(operation, out Range range))
            return false;
        for (int i = range.MemoryStart; i < range.MemoryEnd; i++)
        {
            if (_memoryWrites[i] is not { } written || SymbolEqualityComparer.Default.Equals(written, element))
                return true;
        }
        return false;
    }

    private void AddWithReferents(ISymbol variable, HashSet<ISymbol> variables)
    {
        if (variables.Add(variable) && _referents.TryGetValue(variable, out List<ISymbol>? referents))
        {
            foreach (ISymbol referent in referents)
                AddWithReferents(referent, variables);
        }
    }

    // Iterative: sums of ten thousand terms nest as deeply.
    private void Walk(IOperation root)
    {
        var pending = new Stack<(IOperation Operation, int WriteStart, int MemoryStart)>();
        pending.Push((root, -1, -1));
        var children = new List<IOperation>();
        while (pending.Count > 0)
        {
            (IOperation operation, int writeStart, int memoryStart) = pending.Pop();
            if (writeStart >= 0)
            {
                _ranges[operation] = new Range(writeStart, _writes.Count, memoryStart, _memoryWrites.Count);
                continue;
            }
            (writeStart, memoryStart) = (_writes.Count, _memoryWrites.Count);
            Visit(operation);
            if (IsRemembered(operation))
                pending.Push((operation, writeStart, memoryStart));
            children.Clear();
            foreach (IOperation child in operation.ChildOperations)
                children.Add(child);
            for (int i = children.Count - 1; i >= 0; i--)
                pending.Push((children[i], -1, -1));
        }
    }

    private static bool IsRemembered(IOperation operation) =>
        operation.Kind is OperationKind.Loop or OperationKind.Switch or OperationKind.Block
        || operation.Parent is { Kind: OperationKind.Loop or OperationKind.Block or OperationKind.Switch or OperationKind.SwitchCase or OperationKind.Labeled };

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: true } assignment:
                AddTarget(assignment.Target);
                AddReferent(assignment.Target, assignment.Value);
                break;
            case IAssignmentOperation assignment:
                AddTarget(assignment.Target);
                break;
            case IIncrementOrDecrementOperation increment:
                AddTarget(increment.Target);
                break;
            case IVariableDeclaratorOperation declarator:
                VisitDeclarator(declarator);
                break;
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction or MethodKind.DelegateInvoke }:
            case IArgumentOperation { Value.Type.TypeKind: TypeKind.Delegate }:
                // The body may write any memory that it can see.
                _memoryWrites.Add(null);
                break;
            case IArgumentOperation argument:
                VisitArgument(argument);
                break;
            case IInvocationOperation { Instance: { Type.IsValueType: true } instance, TargetMethod.IsReadOnly: var isReadOnly }:
                if (instance.Type is INamedTypeSymbol { IsRefLikeType: true, Arity: 1 } span)
                    _memoryWrites.Add(span.TypeArguments[0]);
                else if (!isReadOnly)
                    AddTarget(instance);
                break;
            case IInvocationOperation { Instance.Type: { IsReferenceType: true, SpecialType: not SpecialType.System_String } }:
                // A method can change what its receiver leads to.
                _memoryWrites.Add(null);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                _writes.Add(symbol);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } symbol }:
                _writes.Add(symbol);
                break;
            case IBranchOperation branch:
                _jumps[branch.Target] = JumpsTo(branch.Target) + 1;
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak }:
                IsIterator = true;
                break;
            case IConversionOperation { Conversion.Exists: false }:
                HasErrors = true;
                break;
            case IConversionOperation { IsImplicit: true, Conversion: { IsImplicit: false, IsUserDefined: false } }:
                MayHaveErrors = true;
                break;
            case IInvalidOperation:
                HasErrors = true;
                break;
        }
        if (operation.Type is { TypeKind: TypeKind.Error })
            HasErrors = true;
    }

    private void VisitDeclarator(IVariableDeclaratorOperation declarator)
    {
        if (declarator.Symbol.Type.TypeKind == TypeKind.Error)
            HasErrors = true;
        IOperation? value = declarator.Initializer?.Value ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer?.Value;
        if (value is null)
            return;
        _writes.Add(declarator.Symbol);
        if (declarator.Symbol.RefKind != RefKind.None)
            AddReferents(declarator.Symbol, value);
    }

    private void VisitArgument(IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter)
            return;
        if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            AddTarget(argument.Value);
        // A callee may write what it is handed.
        if (argument.Value.Type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } or IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Class })
            _memoryWrites.Add(null);
        else if (argument.Value.Type is IArrayTypeSymbol array)
            _memoryWrites.Add(Innermost(array));
        else if (argument.Value.Type is INamedTypeSymbol { IsRefLikeType: true, Arity: 1, Name: "Span" } span)
            _memoryWrites.Add(span.TypeArguments[0]);
        else if (argument.Value is IConversionOperation { Operand.Type: IArrayTypeSymbol converted })
            _memoryWrites.Add(Innermost(converted));
    }

    private static ITypeSymbol Innermost(ITypeSymbol type) => type is IArrayTypeSymbol array ? Innermost(array.ElementType) : type;

    private void AddTarget(IOperation target)
    {
        switch (target)
        {
            case ITupleOperation tuple:
                foreach (IOperation element in tuple.Elements)
                    AddTarget(element);
                break;
            case IArrayElementReferenceOperation element:
                _memoryWrites.Add(element.Type);
                if (element.Type is IArrayTypeSymbol)
                    _memoryWrites.Add(null);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true } indexer:
                _memoryWrites.Add(indexer.Type);
                if (indexer.Instance is { Type: { IsValueType: true, IsRefLikeType: false } } indexed)
                    AddTarget(indexed);
                break;
            case IImplicitIndexerReferenceOperation indexer:
                _memoryWrites.Add(indexer.Type);
                break;
            // A member of an object is memory.
            case IMemberReferenceOperation { Instance.Type.IsReferenceType: true } member:
                _memoryWrites.Add(member.Type);
                if (member.Type is { IsReferenceType: true })
                    _memoryWrites.Add(null);
                break;
            case IFieldReferenceOperation { Instance: { } instance }:
                AddTarget(instance);
                break;
            case IPropertyReferenceOperation { Instance: { } instance }:
                AddTarget(instance);
                break;
            case IConversionOperation conversion:
                AddTarget(conversion.Operand);
                break;
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                AddTarget(conditional.WhenTrue);
                AddTarget(whenFalse);
                break;
            default:
                if (Root(target) is { } symbol)
                {
                    _writes.Add(symbol);
                    // Through a reference to an element, memory is written.
                    if (symbol is ILocalSymbol { RefKind: not RefKind.None } local)
                        _memoryWrites.Add(local.Type);
                }
                break;
        }
    }

    private static ISymbol? Root(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IInstanceReferenceOperation instance => instance.Type,
        IDeclarationExpressionOperation declaration => Root(declaration.Expression),
        IFieldReferenceOperation { Instance: { } inner } => Root(inner),
        IPropertyReferenceOperation { Instance: { } inner } => Root(inner),
        IConversionOperation conversion => Root(conversion.Operand),
        _ => null,
    };

    private void AddReferent(IOperation reference, IOperation value)
    {
        if (Root(reference) is { } symbol)
            AddReferents(symbol, value);
    }

    private void AddReferents(ISymbol reference, IOperation value)
    {
        if (value is IConditionalOperation { WhenFalse: { } whenFalse } conditional)
        {
            AddReferents(reference, conditional.WhenTrue);
            AddReferents(reference, whenFalse);
        }
        else if (Root(value) is { } referent)
        {
            if (!_referents.TryGetValue(reference, out List<ISymbol>? list))
                _referents[reference] = list = new List<ISymbol>();
            list.Add(referent);
        }
    }

    private readonly record struct Range(int WriteStart, int WriteEnd, int MemoryStart, int MemoryEnd);
}
