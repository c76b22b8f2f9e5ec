using System.Collections.Generic;
using System.Linq;

namespace DiffGen.Cases.Tests.Driving;

// Split mode.
internal sealed partial class DriverWriter
{
    private void WritePullbacks()
    {
        Line("public Evaluation[] Pullbacks(int point, double[] inputs, double[][] cotangents, System.Action<System.IDisposable> whenForward) {");
        Line("var s = At(point, inputs);");
        string[] outputs = method.IsVoid ? [] : ["out var forwardValue"];
        Line($"using var tape = {method.Receiver}.{method.CompanionName}Forward({string.Join(", ", Primals("s").Concat(outputs))});");
        Line($"var first = new Evaluation({Outputs("forwardValue", "s")}, [], State(s));");
        foreach (CaseParameter p in _parameters.Where(p => p.IsBuffer))
            Line($"LeafReader.Spoil(s.{p.Field});");
        Line("whenForward(tape);");
        Line("if (tape.Bytes < 0) throw new System.InvalidOperationException();");
        Line("var results = new Evaluation[cotangents.Length + 1]; results[0] = first;");
        Line("for (int pass = 0; pass < cotangents.Length; pass++) {");
        Line("var d = At(point, inputs);");
        Line(CallPrimal("d", "value"));
        Line("var reader = new LeafReader(cotangents[pass]);");
        List<string> arguments = [.. _parameters.Where(p => p.IsOut && p.IsActive).Select(p => "d." + p.Field)];
        if (method.IsResultActive)
        {
            Line("var cotangent = reader.Take(value);");
            arguments.Add("cotangent");
        }
        foreach (CaseParameter p in _parameters.Where(p => p.IsActiveOutput))
            Line($"d.{p.Field} = reader.Take(d.{p.Field});");
        arguments.AddRange(Destinations("d"));
        bool returns = _parameters.Any(p => p.IsActiveValue);
        Line($"{(returns ? "var g = " : "")}tape.Pullback({string.Join(", ", arguments)});");
        Line($"results[pass + 1] = new Evaluation([], {Adjoints("g", "d")}, []);");
        Line("} return results; }");
    }
}
