using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

internal sealed partial class BodyPrinter
{
    /// <summary>Prints a call of a differentiable method; false if the operation is none.</summary>
    private bool Call(RegionNode node, Op op)
    {
        if (op is not CallOp call)
            return false;
        CallTarget target = _context.ResolveCall(call);
        if (target.Signature is { } signature && !IsFlat(signature))
            CallDeclared(node, call, target, signature);
        else
            AssignResults(call.Results, Invocation(target, [.. call.Arguments.Select(_expressions.Text)]));
        return true;
    }

    private static string Invocation(CallTarget target, IReadOnlyList<string> arguments) =>
        target.Signature is { } signature && OperatorCalls.Print(signature, arguments) is { } operation
            ? operation
            : target.Signature is { IsProperty: true } ? target.Method : $"{target.Method}({string.Join(", ", arguments.Concat(target.Trailing))})";

    // A getter is called by the name of its property.
    internal static string InstanceCall(IrSignature signature, List<string> arguments)
    {
        int at = signature.Parameters.TakeWhile(parameter => !parameter.IsReceiver).Count();
        string receiver = arguments[at];
        if (receiver.StartsWith("ref ", System.StringComparison.Ordinal))
            receiver = receiver.Substring("ref ".Length);
        arguments.RemoveAt(at);
        if (OperatorCalls.PrintInPlace(signature, receiver, arguments) is { } operation)
            return operation;
        if (signature.Accessor is not { } accessor)
            return $"{receiver}.{AbiNames.Escape(signature.Name)}({string.Join(", ", arguments)})";
        bool isSetter = signature.ReturnType is null;
        List<string> indices = isSetter ? arguments.GetRange(0, arguments.Count - 1) : arguments;
        string property = indices.Count > 0 ? $"{receiver}[{string.Join(", ", indices)}]" : $"{receiver}.{AbiNames.Escape(accessor)}";
        return isSetter ? $"{property} = {arguments[arguments.Count - 1]}" : property;
    }

    private static bool IsFlat(IrSignature signature) =>
        signature.ReturnType is not StructType && signature.Parameters.All(p => p is { Type: not StructType, IsReceiver: false } && p.Mode is ParameterMode.Value or ParameterMode.In);

    private void AssignResults(EquatableArray<IrValue> results, string call)
    {
        if (!results.Any(r => _model[r].IsNeeded))
            Add(results.IsEmpty ? $"{call};" : $"_ = {call};");
        else if (results.Length == 1)
            Assign(results[0], call);
        else
            Add($"({string.Join(", ", results.Select(r => _model[r].Variable is { } variable && _model[r].IsNeeded ? Target(variable) : "_"))}) = {call};");
    }

    /// <summary>
    /// Calls a method by its declared parameters: structs are put together, <c>ref</c> and <c>out</c> parameters get locals, and the leaves
    /// of what comes back are read from those.
    /// </summary>
    private void CallDeclared(RegionNode node, CallOp call, CallTarget target, IrSignature signature)
    {
        var arguments = new List<string>();
        var read = new List<string>();
        int next = 0;
        foreach (IrParameter parameter in signature.Parameters)
        {
            string value = "";
            if (parameter.Mode != ParameterMode.Out)
            {
                int count = StructPrinter.Leaves(parameter.Type).Count();
                value = _structs.Construct(parameter.Type, [.. call.Arguments.Skip(next).Take(count).Select(_expressions.Text)]);
                next += count;
            }
            if (parameter.Mode is ParameterMode.Value or ParameterMode.In)
            {
                arguments.Add(value);
                continue;
            }
            string local = _variables.Temporary(parameter.Name, node);
            if (parameter.Mode == ParameterMode.Ref)
                Add($"{parameter.CSharpType} {local} = {value};");
            arguments.Add(parameter.Mode == ParameterMode.Ref ? $"ref {local}" : $"out {parameter.CSharpType} {local}");
            read.AddRange(StructPrinter.Leaves(parameter.Type).Select(path => _structs.Read(local, parameter.Type, path)));
        }
        string text = signature.Parameters.Any(parameter => parameter.IsReceiver)
            ? InstanceCall(signature, arguments)
            : Invocation(target, arguments);
        int returned = signature.ReturnType is { } type ? StructPrinter.Leaves(type).Count() : 0;
        EquatableArray<IrValue> first = call.Results.Take(returned).ToEquatableArray();
        if (signature.ReturnType is StructType { Fields.Length: > 0 } structure && first.Any(r => _model[r].IsNeeded))
        {
            string local = _variables.Temporary("result", node);
            Add($"{signature.ReturnCSharpType} {local} = {text};");
            read.InsertRange(0, StructPrinter.Leaves(structure).Select(path => _structs.Read(local, structure, path)));
        }
        else
        {
            // An operator's call is no statement: what comes back is discarded by name.
            if (signature.ReturnType is StructType)
                Add($"_ = {text};");
            else
                AssignResults(first, text);
            read.InsertRange(0, Enumerable.Repeat("", returned));
        }
        for (int i = 0; i < call.Results.Length; i++)
        {
            if (read[i].Length > 0 && _model[call.Results[i]].IsNeeded)
                Assign(call.Results[i], read[i]);
        }
    }
}
