using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using DiffGen.Cases.Tests.Format;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiffGen.Cases.Tests.Driving;

/// <summary>Writes the C# source of a case's <see cref="ICaseDriver"/> from the method's signature.</summary>
/// <param name="primalOnly">Leaves the companions out, for compilations without the generator.</param>
internal sealed partial class DriverWriter(CaseFile file, CaseMethod method, bool primalOnly = false)
{
    private readonly StringBuilder _text = new();
    private readonly IReadOnlyList<CaseParameter> _parameters = method.Parameters;

    public static string TypeName(CaseFile file) => $"{file.Area}_{file.Name}";

    public string Write()
    {
        foreach (string line in file.Text.Split('\n').Where(l => l.StartsWith("using ", StringComparison.Ordinal)))
            Line(line.TrimEnd('\r'));
        Line("using DiffGen.Cases.Tests.Driving;");
        Line("using DiffGen.Cases.Tests.Format;");
        Line($"using Cases.{file.Area};");
        if (method.Symbol.ContainingType is { IsGenericType: false, ContainingType: null })
            Line($"using static {file.Type};");
        Line("#nullable disable");
        Line("#pragma warning disable");
        Line("namespace Drivers;");
        bool split = method.HasPullback && !primalOnly;
        Line($"public sealed class {TypeName(file)} : {(split ? "ISplitDriver" : "ICaseDriver")}");
        Line("{");
        WriteArguments();
        Line($"public int PointCount => {file.Points.Length};");
        Line($"public bool HasGradient => {Bool(method.HasGradient)};");
        Line($"public bool HasAllocatingGradient => {Bool(method.HasAllocatingGradient)};");
        Line($"public bool HasHvp => {Bool(method.HasHvp)};");
        Line("public double[] Inputs(int point) { var s = Point(point); return new LeafWriter()" + Adds(p => p.IsActive && !p.IsOut, "s") + ".ToArray(); }");
        WritePrimal();
        WriteCompanion("Jvp(int point, double[] inputs, double[] tangents)", !primalOnly, WriteJvp);
        WriteCompanion("Vjp(int point, double[] inputs, double[] cotangents)", !primalOnly, WriteVjp);
        foreach (bool withValue in (ReadOnlySpan<bool>)[false, true])
        {
            string companion = withValue ? "ValueAndGradient" : "Gradient";
            WriteCompanion(companion + "(int point, double[] inputs, double rubbish)", !primalOnly && method.HasGradient, () => WriteGradient(companion, withValue));
            WriteCompanion($"Allocated{companion}(int point, double[] inputs)", !primalOnly && method.HasAllocatingGradient, () => WriteAllocated(companion, withValue));
        }
        WriteCompanion("Hvp(int point, double[] inputs, double[] directions, double rubbish)", !primalOnly && method.HasHvp, WriteHvp);
        if (split)
            WritePullbacks();
        WriteCompanion("Hessian(int point, double[] inputs, bool allocates)", !primalOnly && method.HasHessian, WriteHessian);
        WriteCompanion("HessianDiagonal(int point, double[] inputs, double rubbish)", !primalOnly && method.HasHessian, () => WriteGradient("HessianDiagonal", withValue: false));
        WriteOutputParts();
        WriteCompanion("Jacobian(int point, double[] inputs, int rows, bool allocates)", method.JacobianName is not null, WriteJacobian);
        WriteCompanion("SparseJacobian(int point, double[] inputs, bool allocates)", method.SparseJacobianName is not null, () => WriteSparse(method.SparseJacobianName!, "Jacobian"));
        WriteCompanion("SparseHessian(int point, double[] inputs, bool allocates)", method.Derivatives.HasFlag(Derivatives.SparseHessian), () => WriteSparse(method.CompanionName, "Hessian"));
        Line("}");
        return _text.ToString();
    }

    private void WriteArguments()
    {
        Line("private sealed class Arguments {");
        foreach (CaseParameter p in _parameters)
            Line($"public {p.FieldType} {p.Field};");
        Line("}");
        Line("private static Arguments Point(int point) { var s = new Arguments(); switch (point) {");
        for (int i = 0; i < file.Points.Length; i++)
        {
            Line($"case {i.ToString(CultureInfo.InvariantCulture)}:");
            foreach (ArgumentSyntax argument in SyntaxFactory.ParseArgumentList("(" + file.Points[i].Arguments + ")").Arguments)
            {
                string name = argument.NameColon?.Name.Identifier.ValueText ?? throw new FormatException($"{file.Id}: the arguments of a point are named");
                Line($"s.arg_{name} = {argument.Expression};");
            }
            Line("break;");
        }
        Line("} return s; }");
        Line("private static Arguments At(int point, double[] inputs) { var s = Point(point); var reader = new LeafReader(inputs);");
        foreach (CaseParameter p in _parameters.Where(p => p.IsActive && !p.IsOut))
            Line($"s.{p.Field} = reader.Take(s.{p.Field});");
        Line("reader.AssertUsedUp(); return s; }");
        Line("private static double[] State(Arguments s) => new LeafWriter(all: true)" + Adds(p => p.IsBuffer || p.IsRef, "s") + ".ToArray();");
    }

    private void WritePrimal()
    {
        Line("public Evaluation Primal(int point, double[] inputs) { var s = At(point, inputs);");
        Line(CallPrimal("s", "value"));
        Line("return new Evaluation(" + Outputs("value", "s") + ", [], State(s)); }");
    }

    private void WriteCompanion(string declaration, bool exists, Action writeBody)
    {
        Line($"public Evaluation {declaration} {{");
        if (exists)
            writeBody();
        else
            Line("throw new System.NotSupportedException();");
        Line("}");
    }

    private void WriteJvp()
    {
        Line("var s = At(point, inputs); var t = At(point, tangents);");
        IEnumerable<string> arguments = [.. Primals("s"), .. _parameters.Where(p => p.IsActive).Select(p => p.PrimalArgument("t"))];
        Line((method.IsVoid ? "" : "var r = ") + Call("Jvp", arguments));
        Line($"return new Evaluation({Outputs("r.Value", "s")}, {Outputs("r.Tangent", "t")}, State(s));");
    }

    private void WriteVjp()
    {
        Line("var s = At(point, inputs); var d = At(point, inputs);");
        Line(CallPrimal("d", "value"));
        Line("var reader = new LeafReader(cotangents);");
        if (method.IsResultActive)
            Line("var cotangent = reader.Take(value);");
        foreach (CaseParameter p in _parameters.Where(p => p.IsActiveOutput))
            Line($"d.{p.Field} = reader.Take(d.{p.Field});");
        Line("reader.AssertUsedUp();");
        List<string> arguments = [.. _parameters.Select(p => p.IsOut && p.IsActive ? "d." + p.Field : p.PrimalArgument("s"))];
        if (method.IsResultActive)
            arguments.Add("cotangent");
        arguments.AddRange(Destinations("d"));
        bool returns = _parameters.Any(p => p.IsActiveValue);
        Line((returns ? "var g = " : "") + Call("Vjp", arguments));
        Line($"return new Evaluation([], {Adjoints("g", "d")}, State(s));");
    }

    private void WriteGradient(string companion, bool withValue)
    {
        Line("var s = At(point, inputs); var d = At(point, inputs);");
        foreach (CaseParameter p in _parameters.Where(p => p.IsActiveDestination))
            Line($"d.{p.Field} = LeafReader.Filled(d.{p.Field}, rubbish);");
        bool returns = _parameters.Any(p => p.IsActiveValue);
        Line((returns || withValue ? "var r = " : "") + Call(companion, [.. Primals("s"), .. Destinations("d")]));
        string value = returns ? "r.Value" : "r";
        Line($"return new Evaluation({(withValue ? Outputs(value, "s") : "[]")}, {Adjoints(withValue ? "r.Gradient" : "r", "d")}, State(s));");
    }

    private void WriteAllocated(string companion, bool withValue)
    {
        Line("var s = At(point, inputs);");
        Line("var r = " + Call(companion, Primals("s")));
        string gradient = withValue ? "r.Gradient" : "r";
        List<CaseParameter> active = [.. _parameters.Where(p => p.IsActive && !p.IsOut)];
        string adjoints = "new LeafWriter()" + string.Concat(active.Select(p => $".Add<{p.FieldType}>({(active.Count == 1 ? gradient : gradient + "." + p.Name)})"));
        Line($"return new Evaluation({(withValue ? Outputs("r.Value", "s") : "[]")}, {adjoints}.ToArray(), State(s));");
    }

    private string CallPrimal(string arguments, string result) =>
        (method.IsVoid ? "" : $"var {result} = ") + $"{method.Receiver}.{method.Symbol.Name}({string.Join(", ", Primals(arguments))});";

    private string Call(string companion, IEnumerable<string> arguments) =>
        $"{method.Receiver}.{method.CompanionName}{companion}({string.Join(", ", arguments)});";

    private IEnumerable<string> Primals(string arguments) => _parameters.Select(p => p.PrimalArgument(arguments));

    private IEnumerable<string> Destinations(string destinations) =>
        _parameters.Where(p => p.IsActiveDestination).Select(p => (p.IsRef ? "ref " : "") + destinations + "." + p.Field);

    private string Outputs(string result, string arguments) =>
        "new LeafWriter()" + (method.IsResultActive ? $".Add({result})" : "") + Adds(p => p.IsActiveOutput, arguments) + ".ToArray()";

    private string Adjoints(string returned, string destinations)
    {
        int count = _parameters.Count(p => p.IsActiveValue);
        return "new LeafWriter()" + string.Concat(_parameters.Where(p => p.IsActive && !p.IsOut).Select(p =>
            $".Add({(!p.IsActiveValue ? destinations + "." + p.Field : count == 1 ? returned : returned + "." + p.Name)})")) + ".ToArray()";
    }

    private string Adds(Func<CaseParameter, bool> condition, string arguments) =>
        string.Concat(_parameters.Where(condition).Select(p => $".Add({arguments}.{p.Field})"));

    private static string Bool(bool value) => value ? "true" : "false";

    private void Line(string text) => _text.Append(text).Append('\n');
}
