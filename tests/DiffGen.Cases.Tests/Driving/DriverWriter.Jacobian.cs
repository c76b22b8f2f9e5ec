using System.Collections.Generic;
using System.Linq;

namespace DiffGen.Cases.Tests.Driving;

internal sealed partial class DriverWriter
{
    private void WriteOutputParts()
    {
        Line("public OutputPart[] OutputParts(int point, double[] inputs) { var s = At(point, inputs);");
        Line(CallPrimal("s", "value"));
        IEnumerable<string> parts = _parameters.Where(p => p.IsBuffer || p.IsRef || p.IsOut).Select(p => Part(p.Symbol.Name, "s." + p.Field, p.IsActive));
        if (method.IsResultActive)
            parts = parts.Prepend(Part("", "value", true));
        Line($"return [{string.Join(", ", parts)}]; }}");
    }

    private static string Part(string name, string value, bool isOutput) =>
        $"new OutputPart(\"{name}\", new LeafWriter().Add({value}).ToArray().Length, {Bool(isOutput)})";

    private void WriteJacobian()
    {
        string number = method.JacobianIsSingle ? "float" : "double";
        Line($"var s = At(point, inputs); var j = new {number}[allocates ? 0 : rows * inputs.Length];");
        Line($"{number}[,] fresh = null;");
        Line($"if (allocates) fresh = {method.Receiver}.{method.JacobianName}Jacobian({string.Join(", ", Primals("s"))});");
        Line($"else {method.Receiver}.{method.JacobianName}Jacobian({string.Join(", ", Primals("s").Append("j"))});");
        Line("if (allocates && (fresh.GetLength(0) != rows || fresh.GetLength(1) != inputs.Length)) throw new System.InvalidOperationException($\"the array is {fresh.GetLength(0)} x {fresh.GetLength(1)}\");");
        Line("return new Evaluation([], allocates ? new LeafWriter().Add(fresh).ToArray() : new LeafWriter().Add(j).ToArray(), State(s));");
    }
}
