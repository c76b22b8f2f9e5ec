using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.FrontEnd.Generics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>
/// Local functions, lambdas and methods with delegate parameters: their bodies are lowered where they are called, so that what they
/// capture is simply the caller's variables.
/// </summary>
internal static partial class Functions
{
    /// <summary>An argument, evaluated: values, a place that is passed by reference, or a function.</summary>
    private readonly record struct Bound(IParameterSymbol Parameter, IOperation Source, IrValue[] Values, Place? Place, FunctionValue? Function);

    /// <summary>A call of a local function.</summary>
    public static IrValue[] Local(LoweringContext context, IInvocationOperation call, string name) =>
        FunctionValue.Local(context, call.TargetMethod) is { } function
            ? Run(context, call, function, call.Arguments, name)
            : context.Reject(DiagnosticIds.LocalFunction, call, call.TargetMethod.Name, "it is async, or returns by reference");

    /// <summary>A call of a delegate.</summary>
    public static IrValue[] Invoke(LoweringContext context, IInvocationOperation call, string name)
    {
        if (call.Instance is null)
            return Rejected.Expression(context, call);
        if (FunctionValue.Find(context, call.Instance) is { } function)
            return Run(context, call, function, call.Arguments, name);
        // What is only known at run time is called as it is; an analysis sees to it that no derivative is lost in it.
        bool isHeld = call.Instance is IParameterReferenceOperation { Parameter: var parameter } && context.Known.IsNoDerivative(parameter);
        if (!isHeld && !IsHarmless(context, call.TargetMethod))
            return context.Reject(DiagnosticIds.DelegateCall, call, call.Instance.Syntax.ToString());
        TypeShape shape = context.Shape(call.Instance.Type, call.Instance.Syntax);
        List<(TypeShape, IrValue[])> arguments = [(shape, Expressions.Lower(context, call.Instance))];
        var texts = new string[call.TargetMethod.Parameters.Length];
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter!.RefKind is RefKind.Ref or RefKind.Out)
                return context.Reject(DiagnosticIds.DelegateCall, call, call.Instance.Syntax.ToString());
            texts[argument.Parameter.Ordinal] = "{" + arguments.Count + "}";
            arguments.Add((context.Shape(argument.Parameter.Type, argument.Syntax), Expressions.Lower(context, argument.Value)));
        }
        return Foreign.WithArguments(context, call, $"{{0}}({string.Join(", ", texts)})", arguments.ToArray(), isPure: false, isAccessible: true, name: name);
    }

    // It gives back nothing that carries a derivative, and gets no memory to write one to.
    private static bool IsHarmless(LoweringContext context, IMethodSymbol invoke) =>
        (invoke.ReturnsVoid || !ParameterChecks.MayHoldDerivative(invoke.ReturnType, context.Models, 0))
        && invoke.Parameters.All(parameter => context.Types.Map(parameter.Type) is { Buffer: null or { Kind: BufferKind.ReadOnlySpan } });

    /// <summary>A call of a marked method with delegate parameters: its body is lowered for the functions that it gets.</summary>
    public static IrValue[] HigherOrder(LoweringContext context, IInvocationOperation call, IMethodSymbol method, string name)
    {
        if (!method.IsStatic || MethodBody.Get(method, context.Models) is not { } body)
            return context.Reject(DiagnosticIds.DelegateCall, call, CSharpText.Short(method));
        var function = new FunctionValue(method.OriginalDefinition, body, new Dictionary<ISymbol, Variable>(SymbolEqualityComparer.Default), context.Frame)
        {
            Substitution = TypeSubstitution.Of(method, context.Models.Compilation),
        };
        return Run(context, call, function, call.Arguments, name);
    }

    /// <summary>Whether a method is lowered where it is called because it calls what it is given.</summary>
    public static bool IsHigherOrder(IMethodSymbol method, KnownSymbols known) => method.Parameters.Any(parameter => IsSpecialised(parameter, known));

    public static bool IsSpecialised(IParameterSymbol parameter, KnownSymbols known) =>
        parameter.Type.TypeKind == TypeKind.Delegate && known.IsMarked(parameter);

    /// <summary>A local of a delegate type that is assigned once stands for the function it is assigned.</summary>
    public static bool TryDeclare(LoweringContext context, ILocalSymbol local, IOperation value)
    {
        if (local.Type.TypeKind != TypeKind.Delegate || context.Writes.CountWrites(context.Writes.Body, local) > 1 || FunctionValue.Find(context, value) is not { } function)
            return false;
        context.Declare(local, Variable(local.Name, local.Type, function));
        return true;
    }

    public static FunctionVariable Variable(string name, ITypeSymbol type, FunctionValue function) =>
        new(name, new TypeShape(type, new OpaqueType(CSharpText.Type(type))), function);

    private static IrValue[] Run(LoweringContext context, IOperation call, FunctionValue function, IEnumerable<IArgumentOperation> arguments, string name)
    {
        if (function.IsUnknown)
        {
            foreach (IArgumentOperation argument in arguments)
                Evaluate(context, argument, argument.Parameter!, mayBeFunction: true);
            return call.Type is null or { SpecialType: SpecialType.System_Void } ? [] : context.Zeros(context.Shape(call.Type, call.Syntax));
        }
        if (function.Body is null)
            return Calls.Group(context, call, function.Method, [.. arguments], name);
        if (context.WhyNotEnter(function.Method, function.DefinedIn) is { } reason)
            return context.Reject(DiagnosticIds.LocalFunction, call, function.Method.Name.Length == 0 ? call.Syntax.ToString() : function.Method.Name, reason);
        bool isMethod = function.Method.MethodKind == MethodKind.Ordinary;
        var bound = new List<Bound>();
        foreach (IArgumentOperation argument in arguments)
        {
            IParameterSymbol parameter = function.Method.Parameters[argument.Parameter!.Ordinal];
            bound.Add(Evaluate(context, argument, parameter, mayBeFunction: !isMethod || IsSpecialised(parameter, context.Known)));
        }
        if (!context.IsReachable)
            return context.Placeholder(call.Type);
        int first = context.SlotCount;
        IrValue[] result = [];
        var scope = new Dictionary<ISymbol, Variable>(function.Scope, SymbolEqualityComparer.Default);
        context.InFunction(function, scope, () => result = RunBody(context, call, function, bound, name));
        context.ReleaseSlots(first);
        return result;
    }

    private static Bound Evaluate(LoweringContext context, IArgumentOperation argument, IParameterSymbol parameter, bool mayBeFunction)
    {
        if (argument.Value.Type is { TypeKind: TypeKind.Delegate } && mayBeFunction)
        {
            if (FunctionValue.Find(context, argument.Value) is { } function)
                return new Bound(parameter, argument.Value, [], null, function);
            if (context.Known.IsMarked(parameter))
                context.Report(DiagnosticIds.DelegateCall, argument.Value, argument.Value.Syntax.ToString());
        }
        if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            return new Bound(parameter, argument.Value, [], Places.Lower(context, argument.Value), null);
        if (parameter.RefKind is not RefKind.None && Places.TryLower(context, argument.Value) is { } place)
            return new Bound(parameter, argument.Value, [], place, null);
        IrValue[] values = Expressions.Lower(context, argument.Value, parameter.Name);
        bool isHeld = context.Known.IsNoDerivative(parameter);
        return new Bound(parameter, argument.Value, isHeld ? StopGradient.Hold(context, argument.Value, values) : values, null, null);
    }

    private static IrValue[] RunBody(LoweringContext context, IOperation call, FunctionValue function, List<Bound> arguments, string name)
    {
        IMethodSymbol method = function.Method;
        var slots = new SortedSet<int>();
        StoredVariable? result = null;
        if (!method.ReturnsVoid)
        {
            result = context.NewVariable(name, context.Shape(method.ReturnType, call.Syntax));
            AddSlots(LoweringContext.PlaceOf(result), slots);
        }
        foreach (Bound argument in arguments)
            Bind(context, argument, slots);
        var exit = new Exit(context.Ids.Label(), [.. slots]);
        context.Return = new ReturnTarget(exit, null, []) { Result = result };
        context.Block(exit, call, () => Statements.Lower(context, function.Body!));
        if (!context.IsReachable)
            return context.Placeholder(call.Type);
        if (result is null)
            return [];
        IrValue[] values = context.Read(LoweringContext.PlaceOf(result), call);
        bool isHeld = method.GetReturnTypeAttributes().Any(attribute => KnownSymbols.Same(attribute.AttributeClass, context.Known.NoDerivative));
        return isHeld ? StopGradient.Hold(context, call, values) : values;
    }

    private static void Bind(LoweringContext context, Bound argument, SortedSet<int> slots)
    {
        IParameterSymbol parameter = argument.Parameter;
        if (argument.Function is { } function)
        {
            context.Declare(parameter, Variable(parameter.Name, parameter.Type, function));
            return;
        }
        switch (argument.Place)
        {
            case SlotPlace place:
                context.Declare(parameter, new VariableReference(parameter.Name, place.Shape, place));
                if (parameter.RefKind is RefKind.Ref or RefKind.Out)
                    AddSlots(place, slots);
                break;
            case ElementPlace element:
                References.Declare(context, parameter, element, argument.Source);
                break;
            case TemporaryPlace temporary:
                context.Write(context.Declare(parameter, parameter.Name, temporary.Shape), temporary.Leaves.ToArray());
                break;
            default:
                StoredVariable variable = context.Declare(parameter, parameter.Name, context.Shape(parameter.Type, argument.Source.Syntax));
                if (argument.Values.Length == variable.Shape.Leaves.Length)
                    context.Write(variable, argument.Values);
                break;
        }
    }

    private static void AddSlots(SlotPlace place, SortedSet<int> slots)
    {
        for (int i = 0; i < place.Shape.Leaves.Length; i++)
            slots.Add(place.FirstSlot + i);
    }
}
