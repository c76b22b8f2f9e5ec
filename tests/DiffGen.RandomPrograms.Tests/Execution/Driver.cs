using System.Collections.Generic;
using System.Linq;
using System.Text;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Execution;

/// <summary>
/// C# that calls a program and its companions with flat arrays: the inputs are the active parameters in order, the outputs the
/// result and then every active buffer, <c>ref</c> and <c>out</c> parameter. An unwritten buffer is an output equal to its input, which
/// is just what the rule for FVjp's destinations says of it.
/// </summary>
internal sealed partial class Driver(RandomProgram program, string target, string prefix)
{
    private readonly StringBuilder _text = new();

    private IEnumerable<Parameter> Active => program.Parameters.Where(p => p.IsActive);

    private IEnumerable<Parameter> Inputs => Active.Where(p => p.Modifier != "out");

    private bool ReturnsScalar => program.ReturnType is "double" or "float";

    /// <summary>Number of scalars that a program takes.</summary>
    public static int InputCount(RandomProgram program)
        => program.Parameters.Where(p => p.IsActive && p.Modifier != "out").Sum(Components);

    public static string PrimalSource(RandomProgram program, string target, string @namespace)
        => new Driver(program, target, "Primal").Write(@namespace, companions: false);

    public static string Source(RandomProgram program, string target, string @namespace)
        => new Driver(program, target, "").Write(@namespace, companions: true);

    private string Write(string @namespace, bool companions)
    {
        _text.Append($"using System;\nusing RandomSupport;\nusing {target};\n\nnamespace {@namespace};\n\npublic static class {prefix}Driver\n{{\n");
        Primal();
        if (companions)
        {
            Jvp();
            Vjp();
            if (ReturnsScalar)
            {
                ValueAndGradient();
                Gradient();
                if (program.HasHvp)
                    Hvp();
            }
        }
        _text.Append("}\n");
        return Layout.Indent(_text.ToString());
    }

    private void Primal()
    {
        Begin("double[] Primal(double[] x)");
        Line("var r = new Reader(x);");
        ReadPrimals();
        string call = $"{target}.{RandomProgram.ClassName}.F({PrimalArguments()});";
        Line(program.ReturnType == "void" ? call : "var value = " + call);
        Line("var w = new Writer();");
        WriteValue(program.ReturnType, "value");
        WriteReferences("");
        End();
    }

    /// <summary>Values, then tangents.</summary>
    private void Jvp()
    {
        Begin("(double[] Values, double[] Tangents) Jvp(double[] x, double[] dx)");
        Line("var r = new Reader(x);");
        ReadPrimals();
        Line("r = new Reader(dx);");
        foreach (Parameter p in Inputs)
            Read(p, "d_" + p.Name);
        IEnumerable<string> tangents = Active.Select(p => p.Modifier == "out" ? $"out var d_{p.Name}" : Pass(p.Modifier, "d_" + p.Name));
        string call = $"{target}.{RandomProgram.ClassName}.FJvp({string.Join(", ", new[] { PrimalArguments() }.Concat(tangents).Where(a => a.Length > 0))});";
        Line(program.ReturnType == "void" ? call : "var both = " + call);
        Line("var w = new Writer();");
        WriteValue(program.ReturnType, "both.Value");
        WriteReferences("");
        Line("var values = w.ToArray();");
        Line("w = new Writer();");
        WriteValue(program.ReturnType, "both.Tangent");
        WriteReferences("d_");
        Line("return (values, w.ToArray());");
        _text.Append("}\n\n");
    }

    /// <summary>The outputs that live in buffers, then the cotangents of the inputs.</summary>
    private void Vjp()
    {
        Begin("(double[] Values, double[] Cotangents) Vjp(double[] x, double[] dy)");
        Line("var r = new Reader(x);");
        ReadPrimals();
        Line("r = new Reader(dy);");
        if (program.ReturnType != "void")
            ReadValue(program.ReturnType, "cotangent");
        foreach (Parameter p in Active.Where(p => !p.IsValue))
            Read(p, "d_" + p.Name);
        IEnumerable<string> primals = program.Parameters.Select(p => p.Modifier == "out" ? "d_" + p.Name : Pass(p.Modifier, p.Name));
        IEnumerable<string> cotangent = program.ReturnType == "void" ? [] : ["cotangent"];
        IEnumerable<string> destinations = Active.Where(p => !p.IsValue && p.Modifier != "out").Select(p => Pass(p.Modifier, "d_" + p.Name));
        Call("FVjp", primals.Concat(cotangent).Concat(destinations), "g");
        Line("var w = new Writer();");
        WriteReferences("", withOut: false);
        Line("var values = w.ToArray();");
        Line("w = new Writer();");
        WriteGradient("g");
        Line("return (values, w.ToArray());");
        _text.Append("}\n\n");
    }

    private void ValueAndGradient()
    {
        Begin("(double[] Values, double[] Gradient) ValueAndGradient(double[] x)");
        Line("var r = new Reader(x);");
        ReadPrimals();
        FillDestinations();
        bool any = Active.Any(p => p.IsValue);
        Line($"var both = {target}.{RandomProgram.ClassName}.FValueAndGradient({GradientArguments()});");
        Line("var w = new Writer();");
        Line(any ? "w.Add(both.Value);" : "w.Add(both);");
        WriteReferences("");
        Line("var values = w.ToArray();");
        Line("w = new Writer();");
        if (any)
            Line("var g = both.Gradient;");
        WriteGradient("g");
        Line("return (values, w.ToArray());");
        _text.Append("}\n\n");
    }

    private void Gradient()
    {
        Begin("double[] Gradient(double[] x)");
        Line("var r = new Reader(x);");
        ReadPrimals();
        FillDestinations();
        Call("FGradient", [GradientArguments()], "g");
        Line("var w = new Writer();");
        WriteGradient("g");
        End();
    }

    private void Hvp()
    {
        Begin("double[] Hvp(double[] x, double[] dx)");
        Line("var r = new Reader(x);");
        ReadPrimals();
        FillDestinations();
        Line("r = new Reader(dx);");
        foreach (Parameter p in Inputs)
            Read(p, "t_" + p.Name);
        IEnumerable<string> directions = Inputs.Select(p => Pass(p.Modifier, "t_" + p.Name));
        IEnumerable<string> destinations = Inputs.Where(p => !p.IsValue).Select(p => Pass(p.Modifier, "d_" + p.Name));
        Call("FHvp", new[] { PrimalArguments() }.Concat(directions).Concat(destinations), "g");
        Line("var w = new Writer();");
        WriteGradient("g");
        End();
    }

    private void Call(string companion, IEnumerable<string> arguments, string result)
    {
        string call = $"{target}.{RandomProgram.ClassName}.{companion}({string.Join(", ", arguments.Where(a => a.Length > 0))});";
        Line(Active.Any(p => p.IsValue) ? $"var {result} = {call}" : call);
    }

    private string GradientArguments()
        => string.Join(", ", new[] { PrimalArguments() }.Concat(Inputs.Where(p => !p.IsValue).Select(p => Pass(p.Modifier, "d_" + p.Name))).Where(a => a.Length > 0));

    private string PrimalArguments()
        => string.Join(", ", program.Parameters.Select(p => p.Modifier == "out" ? $"out var {p.Name}" : Pass(p.Modifier, p.Name)));

    private static string Pass(string modifier, string name) => modifier.Length > 0 ? $"{modifier} {name}" : name;

    private void Begin(string signature) => _text.Append("public static ").Append(signature).Append("\n{\n");

    private void End() => _text.Append("return w.ToArray();\n}\n\n");

    private void Line(string line) => _text.Append(line).Append('\n');
}
