using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace DiffGen.RandomPrograms.Tests.Syntax;

/// <summary>One random program: an entry method <c>F</c>, the helper methods it may call, and the structs they use.</summary>
internal sealed partial record RandomProgram(
    ulong Seed, string ReturnType, IReadOnlyList<Parameter> Parameters, Node Entry, IReadOnlyList<Node> Helpers)
{
    public const string ClassName = "Program";
    public const string TableName = "Table";
    public const int TableLength = 4;
    public const string ConstantName = "Gamma";

    private const ulong SecondOrderEvery = 3;
    private const string FirstOrderMark = "[Differentiable]";
    private const string SecondOrderMark = "[Differentiable(Derivatives.Default | Derivatives.Hvp)]";

    /// <summary>Where float takes part, derivatives are compared with the tolerance of float.</summary>
    public bool UsesFloat => Parameters.Any(p => p.Type.Contains("float")) || ReturnType.Contains("float")
        || Methods.Any(m => m.DescendantsAndSelf().Any(n => n.Template.Contains("float") || n.Type == "float"));

    /// <summary>Some of the scalars are differentiated twice.</summary>
    public bool HasHvp => ReturnType is "double" or "float" && Seed % SecondOrderEvery == 0;

    /// <summary>The derivative of some value is cut: the second derivative then is not that of the program with varying values.</summary>
    public bool CutsDerivatives => Methods.Any(m => m.DescendantsAndSelf().Any(n => n.Template.Contains("StopGradient")));

    public IEnumerable<Node> Methods => Helpers.Append(Entry);

    public int Size() => Methods.Sum(m => m.Size()) + Parameters.Sum(p => 1 + p.Length);

    /// <summary>The program in a namespace of its own.</summary>
    public string ToSource(string @namespace)
    {
        var text = new StringBuilder();
        text.Append("using System;\nusing DiffGen;\n\nnamespace ").Append(@namespace).Append(";\n\n");
        text.Append("public static partial class ").Append(ClassName).Append("\n{\n");
        Declare(text, TableName, "private static readonly double[] Table = [0.5, -0.25, 1.25, 0.75];\n");
        Declare(text, ConstantName, "private const double Gamma = 0.625;\n");
        text.Append(HasHvp ? SecondOrderMark : FirstOrderMark).Append("\npublic static ").Append(ReturnType).Append(" F(").AppendJoin(", ", Parameters).Append(")\n");
        text.Append(Entry).Append('\n');
        foreach (Node helper in Helpers)
            text.Append('\n').Append(helper).Append('\n');
        foreach ((string name, string declaration) in FunctionDeclarations.All)
        {
            if (Regex.IsMatch(text.ToString(), $@"\b{name}\b"))
                text.Append('\n').Append(declaration);
        }
        text.Append("}\n");
        foreach ((string name, string declaration) in StructDeclarations.All)
        {
            if (Regex.IsMatch(text.ToString(), $@"\b{name}\b"))
                text.Append('\n').Append(declaration);
        }
        return Layout.Indent(text.ToString());
    }

    private void Declare(StringBuilder text, string name, string declaration)
    {
        if (Methods.Any(m => Regex.IsMatch(m.ToString(), $@"\b{name}\b")))
            text.Append(declaration).Append('\n');
    }

    /// <summary>
    /// The same program for finite differences: everything in double, and each value whose derivative is cut is replayed from
    /// the run at the base point, as if it were a constant.
    /// </summary>
    public string ToShadowSource(string @namespace) => ToShadow(ToSource(@namespace));

    public static string ToShadow(string source)
    {
        source = source.Replace(FirstOrderMark, "", StringComparison.Ordinal).Replace(SecondOrderMark, "", StringComparison.Ordinal)
            .Replace("Diff.StopGradient(", "RandomSupport.Frozen.Value(", StringComparison.Ordinal)
            .Replace("MathF.", "Math.", StringComparison.Ordinal);
        return FloatSuffix().Replace(FloatKeyword().Replace(source, "double"), "");
    }

    [GeneratedRegex(@"\bfloat\b")]
    private static partial Regex FloatKeyword();

    [GeneratedRegex(@"(?<=\b[0-9.]+(e-?[0-9]+)?)f\b")]
    private static partial Regex FloatSuffix();
}
