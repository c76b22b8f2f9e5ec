using System.Linq;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>
/// <c>foreach</c> by <c>GetEnumerator</c>, <c>MoveNext</c> and <c>Current</c> of structs that are written in this project: a loop over the enumerator's
/// fields, which are variables like any other.
/// </summary>
internal static class Enumerators
{
    /// <summary>False where the enumerator is no such struct.</summary>
    public static bool TryLower(LoweringContext context, IForEachLoopOperation loop, IOperation source, TypeShape shape)
    {
        if (loop.Syntax is not CommonForEachStatementSyntax syntax || shape is not StructShape)
            return false;
        ForEachStatementInfo info = context.Models.Model(syntax.SyntaxTree).GetForEachStatementInfo(syntax);
        if (info is not { GetEnumeratorMethod: { IsExtensionMethod: false, Parameters.IsEmpty: true } getEnumerator, MoveNextMethod: { } moveNext, CurrentProperty: { } current }
            || context.Types.Map(getEnumerator.ReturnType) is not StructShape enumeratorShape || MethodBody.Get(moveNext, context.Models) is null)
            return false;
        int[] written = context.WrittenSlots(loop.Body);
        SlotPlace receiver = Variable(context, source, shape);
        if (Functions.Member(context, source, getEnumerator, receiver) is not { } made)
            return false;
        StoredVariable enumerator = context.NewVariable("enumerator", enumeratorShape);
        context.Write(enumerator, made);
        SlotPlace place = LoweringContext.PlaceOf(enumerator);
        TryFinally.Around(context, () => Loop(context, loop, moveNext, current, place, written), () => Dispose(context, source, info.DisposeMethod, place));
        return true;
    }

    // A variable is enumerated as it is at the beginning.
    private static SlotPlace Variable(LoweringContext context, IOperation source, TypeShape shape)
    {
        IrValue[] values = Expressions.Lower(context, source);
        StoredVariable copy = context.NewVariable("", shape);
        context.Write(copy, values);
        return LoweringContext.PlaceOf(copy);
    }

    private static void Loop(LoweringContext context, IForEachLoopOperation loop, IMethodSymbol moveNext, IPropertySymbol current, SlotPlace enumerator, int[] written)
    {
        int[] slots = [.. written.Concat(Enumerable.Range(enumerator.FirstSlot, enumerator.Shape.Leaves.Length)).Distinct().OrderBy(slot => slot)];
        Loops.Endless(context, loop, slots, continues: true, exit =>
        {
            IrValue[]? moved = Functions.Member(context, loop.Collection, moveNext, enumerator);
            if (moved is not [{ } goesOn])
            {
                context.Report(Diagnostics.DiagnosticIds.ForEachSource, loop.Collection, CSharpText.Short(moveNext.ContainingType));
                return;
            }
            Loops.BreakUnless(context, exit, loop.Collection, goesOn);
            Current(context, loop, current, enumerator);
            if (context.IsReachable)
                Statements.Lower(context, loop.Body);
        });
    }

    private static void Current(LoweringContext context, IForEachLoopOperation loop, IPropertySymbol current, SlotPlace enumerator)
    {
        TypeShape shape = context.Shape(current.Type, loop.Collection.Syntax);
        if (current.ReturnsByRef || current.ReturnsByRefReadonly)
        {
            if (Functions.MemberReference(context, current.GetMethod!, enumerator) is ElementPlace place)
                ForEach.BindElement(context, loop, place);
            else
                context.Report(Diagnostics.DiagnosticIds.ForEachSource, loop.Collection, CSharpText.Short(current));
            return;
        }
        Statements.Declare(context, loop.Locals);
        IrValue[]? values = ((StructShape)enumerator.Shape).Find(current) is { } stored
            ? context.Read(LoweringContext.Member(enumerator, stored), loop.Collection)
            : Functions.Member(context, loop.Collection, current.GetMethod!, enumerator);
        if (values is null)
            context.Report(Diagnostics.DiagnosticIds.ForEachSource, loop.Collection, CSharpText.Short(current));
        else if (context.IsReachable)
            ForEach.Assign(context, loop, shape, values);
    }

    private static void Dispose(LoweringContext context, IOperation source, IMethodSymbol? dispose, SlotPlace enumerator)
    {
        if (dispose is null || !SymbolEqualityComparer.Default.Equals(dispose.ContainingType, enumerator.Shape.Symbol))
            return;
        if (Functions.Member(context, source, dispose, enumerator) is null)
            context.Report(Diagnostics.DiagnosticIds.ForEachSource, source, CSharpText.Short(dispose));
    }
}
