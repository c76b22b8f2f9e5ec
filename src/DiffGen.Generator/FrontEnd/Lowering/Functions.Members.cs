using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.FrontEnd.Generics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Members of structs without parameters whose bodies are lowered where they are called: those of enumerators.</summary>
internal static partial class Functions
{
    /// <summary>What a member gives, or null where its body cannot be lowered here.</summary>
    public static IrValue[]? Member(LoweringContext context, IOperation call, IMethodSymbol method, SlotPlace receiver)
    {
        if (MethodBody.Get(method, context.Models) is not { } body || method.IsAsync || context.WhyNotEnter(method, context.Frame) is not null)
            return null;
        StoredVariable? result = method.ReturnsVoid ? null : context.NewVariable("", context.Shape(method.ReturnType, call.Syntax));
        int first = context.SlotCount;
        IrValue[] values = [];
        context.InFunction(Function(context, method, body), Scope(method, receiver), () =>
        {
            var slots = new SortedSet<int>();
            AddSlots(receiver, slots);
            if (result is not null)
                AddSlots(LoweringContext.PlaceOf(result), slots);
            var exit = new Exit(context.Ids.Label(), [.. slots]);
            context.Return = new ReturnTarget(exit, null, []) { Result = result };
            context.Block(exit, call, () => Statements.Lower(context, body));
            values = result is null || !context.IsReachable ? [] : context.Read(LoweringContext.PlaceOf(result), call);
        });
        context.ReleaseSlots(first);
        return context.IsReachable ? values : context.Placeholder(method.ReturnType);
    }

    /// <summary>The place that a member returns by reference, or null where it does more than name it.</summary>
    public static Place? MemberReference(LoweringContext context, IMethodSymbol method, SlotPlace receiver)
    {
        IOperation? body = MethodBody.Get(method, context.Models);
        if (body is not IBlockOperation { Operations: [IReturnOperation { ReturnedValue: { } returned }] } || context.WhyNotEnter(method, context.Frame) is not null)
            return null;
        Place? place = null;
        int first = context.SlotCount;
        context.InFunction(Function(context, method, body), Scope(method, receiver), () => place = Places.TryLower(context, returned));
        context.ReleaseSlots(first);
        return place is ElementPlace ? place : null;
    }

    private static FunctionValue Function(LoweringContext context, IMethodSymbol method, IOperation body) =>
        new(method.OriginalDefinition, body, [], context.Frame) { Substitution = TypeSubstitution.Of(context.Substitution.Of(method), context.Models.Compilation) };

    private static Dictionary<ISymbol, Variable> Scope(IMethodSymbol method, SlotPlace receiver) => new(SymbolEqualityComparer.Default)
    {
        [method.ContainingType.OriginalDefinition] = new VariableReference("", receiver.Shape, receiver),
    };
}
