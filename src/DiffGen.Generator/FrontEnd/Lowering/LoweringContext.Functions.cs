using System;
using System.Collections.Generic;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.FrontEnd.Generics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Bodies of other functions that are lowered where they are called.</summary>
internal sealed partial class LoweringContext
{
    private const int MaxFunctionDepth = 64, MaxFunctionCalls = 4096;

    private readonly Dictionary<IOperation, WriteScan> _scans = new();
    private int _functionDepth;
    private int _functionCalls;

    /// <summary>The function whose body is being lowered; null in the body of the method itself.</summary>
    public FunctionFrame? Frame { get; private set; }

    /// <summary>What the names in scope mean here; a lambda keeps it for when it is called.</summary>
    public Dictionary<ISymbol, Variable> CaptureScope() => new(_variables, SymbolEqualityComparer.Default);

    /// <summary>Why the function cannot be lowered in place, or null.</summary>
    public string? WhyNotEnter(IMethodSymbol function, FunctionFrame? definedIn)
    {
        for (FunctionFrame? frame = definedIn; frame is not null; frame = frame.DefinedIn)
        {
            if (SymbolEqualityComparer.Default.Equals(frame.Function, function))
                return "it calls itself";
        }
        if (_functionDepth >= MaxFunctionDepth)
            return $"calls nest more than {MaxFunctionDepth} deep";
        return ++_functionCalls > MaxFunctionCalls ? $"there are more than {MaxFunctionCalls} such calls" : null;
    }

    /// <summary>Lowers what stands in another function: with its scope, its jumps and its writes. Slots that it makes are gone afterwards.</summary>
    public void InFunction(FunctionValue function, Dictionary<ISymbol, Variable> scope, Action lower)
    {
        (FunctionFrame? frame, WriteScan writes, ReturnTarget? @return, Place? receiver, Dictionary<ISymbol, Variable> variables) =
            (Frame, Writes, Return, Receiver, _variables);
        TypeSubstitution substitution = Substitution;
        int line = Builder.Line;
        if (!_scans.TryGetValue(function.Body!, out WriteScan scan))
            _scans.Add(function.Body!, scan = WriteScan.Of(function.Body!));
        IsBroken |= scan.HasErrors;
        (Frame, Writes, Receiver, _variables) = (new FunctionFrame(function.Method, function.DefinedIn), scan, null, scope);
        Substitution = function.Substitution;
        _functionDepth++;
        lower();
        _functionDepth--;
        (Frame, Writes, Return, Receiver, _variables) = (frame, writes, @return, receiver, variables);
        Substitution = substitution;
        Builder.Line = line;
    }

    /// <summary>An action that may run inside another function and still means the names of this place.</summary>
    public Action InThisScope(Action action)
    {
        (FunctionFrame? frame, WriteScan writes, Dictionary<ISymbol, Variable> variables, TypeSubstitution substitution) = (Frame, Writes, _variables, Substitution);
        return () =>
        {
            (FunctionFrame? innerFrame, WriteScan innerWrites, Dictionary<ISymbol, Variable> innerVariables, TypeSubstitution innerSubstitution) = (Frame, Writes, _variables, Substitution);
            (Frame, Writes, _variables, Substitution) = (frame, writes, variables, substitution);
            action();
            (Frame, Writes, _variables, Substitution) = (innerFrame, innerWrites, innerVariables, innerSubstitution);
        };
    }

    /// <summary>Forgets the slots from the given one on: nothing names them any more.</summary>
    public void ReleaseSlots(int first)
    {
        for (int slot = first; slot < SlotCount; slot++)
            Environment[slot] = null;
        _slots.RemoveRange(first, SlotCount - first);
    }

    /// <summary>Reports a private member in a body that is lowered into the code of another type, where the member cannot be named.</summary>
    public void CheckAccess(IOperation operation, bool isAccessible)
    {
        if (isAccessible || Frame is not { Function: { } function } || SymbolEqualityComparer.Default.Equals(function.ContainingType?.OriginalDefinition, Method.ContainingType.OriginalDefinition))
            return;
        Report(DiagnosticIds.Construct, operation, $"'{operation.Syntax}', which is private to '{CSharpText.Short(function.ContainingType!)}' and would be used from '{CSharpText.Short(Method.ContainingType)}',");
    }
}

/// <summary>A function that is being lowered in place.</summary>
/// <param name="DefinedIn">The function that it was found in, which tells recursion from a lambda that uses what it is passed to.</param>
internal sealed record FunctionFrame(IMethodSymbol Function, FunctionFrame? DefinedIn);
