using System.Collections.Generic;
using System.Linq;
using System.Text;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>
/// Calls of methods that are not differentiated with <c>ref</c> and <c>out</c> arguments that carry no derivative. The IR holds values, not variables: a static
/// lambda hands variables of its own to the method and returns them beside the result.
/// </summary>
internal static class ForeignReferences
{
    /// <param name="receiver">The receiver, or nothing.</param>
    /// <param name="prefix">What stands before the method's name.</param>
    public static IrValue[] Lower(LoweringContext context, IOperation call, IMethodSymbol method, IEnumerable<IArgumentOperation> given,
        List<(TypeShape Shape, IrValue[] Leaves)> receiver, string prefix, string name)
    {
        var arguments = new List<(TypeShape, IrValue[])>(receiver);
        List<string> types = [.. receiver.Select(self => CSharpText.Type(self.Shape.Symbol))];
        var texts = new string[method.Parameters.Length];
        var outputs = new List<(Place Place, IOperation Source, TypeShape Shape, string Variable)>();
        foreach (IArgumentOperation argument in given)
        {
            IParameterSymbol parameter = argument.Parameter!;
            TypeShape shape = context.Shape(parameter.Type, argument.Syntax);
            string variable = "p" + arguments.Count;
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                if (parameter.RefKind == RefKind.Ref && SignatureBuilder.Carries(shape.Type))
                    return context.Reject(DiagnosticIds.Construct, argument, $"handing '{argument.Syntax}' to '{CSharpText.Short(method)}', which is not [Differentiable],");
                Place place = Places.Lower(context, argument.Value);
                variable = parameter.RefKind == RefKind.Out ? "o" + outputs.Count : variable;
                outputs.Add((place, argument.Value, shape, variable));
                texts[parameter.Ordinal] = parameter.RefKind == RefKind.Out ? $"out {CSharpText.Type(parameter.Type)} {variable}" : "ref " + variable;
                if (parameter.RefKind == RefKind.Out)
                    continue;
                arguments.Add((shape, context.Read(place, argument.Value)));
            }
            else
            {
                texts[parameter.Ordinal] = variable;
                arguments.Add((shape, Expressions.Lower(context, argument.Value)));
            }
            types.Add(CSharpText.Type(parameter.Type));
        }
        return Emit(context, call, method, arguments, types, Invocation(method, prefix, texts), outputs, name);
    }

    private static string Invocation(IMethodSymbol method, string prefix, string[] texts) =>
        $"{prefix.Replace("{0}", "p0")}{CSharpText.Identifier(method.Name)}{CSharpText.TypeArguments(method)}({string.Join(", ", texts)})";

    private static IrValue[] Emit(LoweringContext context, IOperation call, IMethodSymbol method, List<(TypeShape, IrValue[])> arguments, List<string> types, string invocation,
        List<(Place Place, IOperation Source, TypeShape Shape, string Variable)> outputs, string name)
    {
        List<string> results = [.. outputs.Select(output => output.Variable)];
        List<string> resultTypes = [.. outputs.Select(output => CSharpText.Type(output.Shape.Symbol))];
        if (!method.ReturnsVoid)
        {
            results.Insert(0, invocation);
            resultTypes.Insert(0, CSharpText.Type(method.ReturnType));
        }
        string resultType = resultTypes.Count == 1 ? resultTypes[0] : $"({string.Join(", ", resultTypes)})";
        string result = results.Count == 1 ? results[0] : $"({string.Join(", ", results)})";
        string body = method.ReturnsVoid ? $"{{ {invocation}; return {result}; }}" : result;
        var template = new StringBuilder($"((global::System.Func<{string.Join(", ", types.Append(resultType))}>)(static ({string.Join(", ", types.Select((_, i) => "p" + i))}) => {body}))");
        template.Append('(').Append(string.Join(", ", types.Select((_, i) => "{" + i + "}"))).Append(')');
        bool isPure = Purity.IsPure(method);
        IrValue whole = Foreign.WithArguments(context, call, new OpaqueType(resultType), template.ToString(), arguments, isPure, Foreign.IsAccessible(method));
        var parts = new List<IrValue[]>();
        for (int i = 0; i < results.Count; i++)
        {
            TypeShape shape = context.Shape(!method.ReturnsVoid && i == 0 ? method.ReturnType : outputs[i - (method.ReturnsVoid ? 0 : 1)].Shape.Symbol, call.Syntax);
            parts.Add(Foreign.Typed(context, call, shape, results.Count == 1 ? "{0}" : $"{{0}}.Item{i + 1}", [whole], isPure: true, name: i == 0 && !method.ReturnsVoid ? name : ""));
        }
        for (int i = 0; i < outputs.Count; i++)
            context.Write(outputs[i].Place, outputs[i].Source, parts[i + (method.ReturnsVoid ? 0 : 1)]);
        return method.ReturnsVoid ? [] : parts[0];
    }
}
