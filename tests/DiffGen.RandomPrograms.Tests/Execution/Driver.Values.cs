using System;
using System.Linq;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Execution;

/// <summary>Reading and writing values of any type from and to flat arrays.</summary>
internal sealed partial class Driver
{
    private const string Tuple = "(double, double)";

    /// <summary>What inactive parameters are.</summary>
    private const string IntArgument = "3";

    public static int Components(Parameter p)
    {
        int scalars = Scalars(Element(p.Type));
        return p.IsBuffer ? scalars * p.Length * (IsTable(p.Type) || IsJagged(p.Type) ? p.Length : 1) : scalars;
    }

    private static int Scalars(string type) => type switch { "Triple" or "Segment" => 3, "Pair" or Tuple => 2, _ => 1 };

    private static bool IsTable(string type) => type.EndsWith("[,]", StringComparison.Ordinal);

    private static bool IsJagged(string type) => type.EndsWith("[][]", StringComparison.Ordinal);

    private static string Element(string type)
    {
        int open = type.IndexOf('<');
        if (open >= 0)
            return type[(open + 1)..^1];
        int bracket = type.IndexOf('[');
        return bracket >= 0 ? type[..bracket] : type;
    }

    private static string Next(string type) => type switch
    {
        "Pair" => "new Pair(r.Next(), r.Next())",
        "Triple" => "new Triple { X = r.Next(), Y = r.Next(), Z = r.Next() }",
        "Segment" => "new Segment { From = new Pair(r.Next(), r.Next()), Weight = r.Next() }",
        Tuple => "(r.Next(), r.Next())",
        "float" => "(float)r.Next()",
        _ => "r.Next()",
    };

    private void ReadPrimals()
    {
        foreach (Parameter p in program.Parameters)
        {
            if (!p.IsActive)
                Line($"var {p.Name} = {IntArgument};");
            else if (p.Modifier != "out")
                Read(p, p.Name);
        }
    }

    private void Read(Parameter p, string name)
    {
        Allocate(p, name);
        string element = Element(p.Type);
        if (!p.IsBuffer)
            return;
        if (IsTable(p.Type))
            Line($"for (int i = 0; i < {p.Length * p.Length}; i++) {name}[i / {p.Length}, i % {p.Length}] = {Next(element)};");
        else if (IsJagged(p.Type))
            Line($"for (int i = 0; i < {p.Length * p.Length}; i++) {name}[i / {p.Length}][i % {p.Length}] = {Next(element)};");
        else
            Line($"for (int i = 0; i < {p.Length}; i++) {name}[i] = {Next(element)};");
    }

    private void Allocate(Parameter p, string name)
    {
        string element = Element(p.Type);
        if (!p.IsBuffer)
            Line($"{element} {name} = {Next(element)};");
        else if (IsTable(p.Type))
            Line($"var {name} = new {element}[{p.Length}, {p.Length}];");
        else if (IsJagged(p.Type))
            Line($"var {name} = new {element}[{p.Length}][];\nfor (int i = 0; i < {p.Length}; i++) {name}[i] = new {element}[{p.Length}];");
        else
            Line($"var {name} = new {element}[{p.Length}];");
    }

    private void ReadValue(string type, string name)
    {
        // A returned array has as many elements as the primal run said; the driver is told by what is left to read.
        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            int rest = program.Parameters.Where(p => p.IsActive && !p.IsValue).Sum(Components);
            Line($"var {name} = new {type[..^2]}[dy.Length - {rest}];\nfor (int i = 0; i < {name}.Length; i++) {name}[i] = {Next(type[..^2])};");
        }
        else
        {
            Line($"{type} {name} = {Next(type)};");
        }
    }

    /// <summary>Destinations that FGradient must overwrite start with rubbish.</summary>
    private void FillDestinations()
    {
        bool first = true;
        foreach (Parameter p in Inputs.Where(p => !p.IsValue))
        {
            if (first)
                Line("var rubbish = new double[4096];\nArray.Fill(rubbish, 7.5);\nr = new Reader(rubbish);");
            first = false;
            Read(p, "d_" + p.Name);
        }
    }

    private void WriteReferences(string prefixed, bool withOut = true)
    {
        foreach (Parameter p in Active.Where(p => !p.IsValue && (withOut || p.Modifier != "out")))
            WriteParameter(p, prefixed + p.Name);
    }

    /// <summary>The derivative of each input: from the result where it is returned, from its destination where it is not.</summary>
    private void WriteGradient(string result)
    {
        int values = Active.Count(p => p.IsValue);
        int item = 0;
        foreach (Parameter p in Inputs)
        {
            if (p.IsValue)
                WriteValue(p.Type, values == 1 ? result : $"{result}.Item{++item}");
            else
                WriteParameter(p, "d_" + p.Name);
        }
    }

    private void WriteParameter(Parameter p, string name)
    {
        if (!p.IsBuffer)
            WriteValue(p.Type, name);
        else if (IsJagged(p.Type))
            Line($"foreach (var row in {name})\nforeach (var item in row)\n{{\nw.Add(item);\n}}");
        else
            WriteItems(name, Element(p.Type));
    }

    private void WriteItems(string name, string element)
    {
        Line($"foreach (var item in {name})\n{{");
        WriteValue(element, "item");
        Line("}");
    }

    private void WriteValue(string type, string name)
    {
        if (type == "void")
            return;
        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            WriteItems(name, type[..^2]);
            return;
        }
        string[] members = type switch
        {
            "Pair" => [".X", ".Y"],
            "Triple" => [".X", ".Y", ".Z"],
            "Segment" => [".From.X", ".From.Y", ".Weight"],
            Tuple => [".Item1", ".Item2"],
            _ => [""],
        };
        foreach (string member in members)
            Line($"w.Add({name}{member});");
    }
}
