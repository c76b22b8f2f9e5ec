using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary><c>foreach</c> over arrays, spans, strings, lists, enumerators and <c>Checkpoint.Range</c>.</summary>
internal static class ForEach
{
    public static void Lower(LoweringContext context, IForEachLoopOperation loop)
    {
        IOperation source = loop.Collection;
        while (source is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion && conversion.Operand.Type is not null)
            source = conversion.Operand;
        if (source is IInvocationOperation { TargetMethod: { Name: "Range" } method } call && KnownSymbols.Same(method.ContainingType, context.Known.Checkpoint))
        {
            OverRange(context, loop, call);
            return;
        }
        TypeShape shape = context.Shape(source.Type, source.Syntax);
        int[] slots = context.WrittenSlots(loop.Body);
        if (shape.Buffer is { } type)
            OverBuffer(context, loop, source, type, slots);
        else if (source.Type?.SpecialType == SpecialType.System_String)
            OverString(context, loop, source, slots);
        else if (Enumerators.TryLower(context, loop, source, shape))
            return;
        else if (shape.Type is OpaqueType && IndexedCollection.CountOf(source.Type!) is { } count)
            OverIndexed(context, loop, source, IndexedCollection.Element(source.Type!)!, count, slots);
        else
            context.Report(DiagnosticIds.ForEachSource, source, CSharpText.Short(shape.Symbol));
    }

    // A plain counting loop: the schedule of snapshots does not change what it computes.
    private static void OverRange(LoweringContext context, IForEachLoopOperation loop, IInvocationOperation call)
    {
        var bounds = new IrValue[2];
        foreach (IArgumentOperation argument in call.Arguments)
        {
            IrValue value = Expressions.Value(context, argument.Value);
            if (argument.Parameter!.Ordinal < 2)
                bounds[argument.Parameter.Ordinal] = value;
        }
        int[] slots = context.WrittenSlots(loop.Body);
        CountedLoops.Emit(context, loop, slots, loop.Locals.Length > 0 ? loop.Locals[0].Name : "", bounds[0], bounds[1], 1, isInclusive: false, continues: true, index =>
        {
            Statements.Declare(context, loop.Locals);
            Assign(context, loop, context.Shape(call.TargetMethod.Parameters[0].Type, call.Syntax), [index]);
            Statements.Lower(context, loop.Body);
        });
    }

    private static void OverBuffer(LoweringContext context, IForEachLoopOperation loop, IOperation source, BufferType type, int[] slots)
    {
        IrValue buffer = Expressions.Value(context, source);
        ITypeSymbol elementType = source.Type is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)source.Type!).TypeArguments[0];
        TypeShape element = context.Shape(elementType, source.Syntax);
        context.Mark(loop);
        IrValue zero = context.Builder.Int(0);
        IrValue count = context.Builder.Length(buffer, 0);
        if (type.Rank == 1)
        {
            CountedLoops.Emit(context, loop, slots, "", zero, count, 1, isInclusive: false, continues: true, i => Iteration(context, loop, new ElementPlace(element, buffer, [i], default)));
            return;
        }
        // break leaves the outer of the two loops, continue the body of the inner one.
        IrValue columns = context.Builder.Length(buffer, 1);
        CountedLoops.Emit(context, loop, slots, "", zero, count, 1, isInclusive: false, continues: false, i =>
        {
            var inner = new Exit(context.Ids.Label(), slots);
            context.AddExit(loop.ContinueLabel, inner, isContinue: true);
            CountedLoops.Emit(context, loop, inner, "", context.Builder.Int(0), columns, 1, isInclusive: false,
                j => Iteration(context, loop, new ElementPlace(element, buffer, [i, j], default)));
        });
    }

    private static void Iteration(LoweringContext context, IForEachLoopOperation loop, ElementPlace element)
    {
        BindElement(context, loop, element);
        Statements.Lower(context, loop.Body);
    }

    /// <summary>Makes the loop variable a reference to an element, or gives it the element's value.</summary>
    public static void BindElement(LoweringContext context, IForEachLoopOperation loop, ElementPlace element)
    {
        if (loop.Locals.Length == 1 && loop.Locals[0].RefKind != RefKind.None)
        {
            References.Declare(context, loop.Locals[0], element, loop.Collection);
            return;
        }
        Statements.Declare(context, loop.Locals);
        string name = loop.Locals.Length == 1 ? loop.Locals[0].Name : "";
        Assign(context, loop, element.Shape, context.Read(element, loop.Collection, name));
    }

    private static void OverString(LoweringContext context, IForEachLoopOperation loop, IOperation source, int[] slots) =>
        OverIndexed(context, loop, source, context.Known.Compilation.GetSpecialType(SpecialType.System_Char), "Length", slots);

    // A collection that carries no derivative, by its indexer; which nothing in the loop may change (C# throws there).
    private static void OverIndexed(LoweringContext context, IForEachLoopOperation loop, IOperation source, ITypeSymbol elementType, string countName, int[] slots)
    {
        IrValue collection = Expressions.Value(context, source);
        // What may change later is read once.
        bool isPure = source.Type is { SpecialType: SpecialType.System_String } or { Name: "ImmutableArray" };
        TypeShape element = context.Shape(elementType, source.Syntax);
        context.Mark(loop);
        IrValue zero = context.Builder.Int(0);
        IrValue count = context.Ids.Value(IrType.I32);
        context.Builder.Add(new ForeignOp([count], $"{{0}}.{countName}", [collection], isPure, StopsDerivative: true, Accessible: true));
        CountedLoops.Emit(context, loop, slots, "", zero, count, 1, isInclusive: false, continues: true, i =>
        {
            Statements.Declare(context, loop.Locals);
            context.Mark(loop);
            string name = loop.Locals.Length == 1 ? loop.Locals[0].Name : "";
            Assign(context, loop, element, Foreign.Typed(context, loop.Collection, element, "{0}[{1}]", [collection, i], isPure, stops: true, name: name));
            Statements.Lower(context, loop.Body);
        });
    }

    public static void Assign(LoweringContext context, IForEachLoopOperation loop, TypeShape shape, IrValue[] values)
    {
        IOperation variable = loop.LoopControlVariable;
        if (variable is IVariableDeclaratorOperation { Symbol: var local } && context.Find(local) is StoredVariable stored)
            context.Write(stored, Conversions.Convert(context, loop, shape, stored.Shape, values, isChecked: false, local.Name));
        else
            Deconstruction.Assign(context, variable, shape, values);
    }
}
