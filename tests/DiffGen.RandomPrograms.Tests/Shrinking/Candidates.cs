using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Shrinking;

/// <summary>Smaller programs next to a program, the boldest first. Many are no valid C#; whoever tries them finds out.</summary>
internal static class Candidates
{
    public static IEnumerable<RandomProgram> Of(RandomProgram program)
    {
        for (int i = 0; i < program.Helpers.Count; i++)
            yield return program with { Helpers = [.. program.Helpers.Where((_, at) => at != i)] };
        foreach (Func<Node, IEnumerable<Node>> step in Steps)
        {
            foreach (Node entry in Somewhere(program.Entry, step))
                yield return program with { Entry = entry };
            for (int i = 0; i < program.Helpers.Count; i++)
            {
                foreach (Node helper in Somewhere(program.Helpers[i], step))
                    yield return program with { Helpers = [.. program.Helpers.Select((h, at) => at == i ? helper : h)] };
            }
        }
        foreach (RandomProgram fewer in WithSmallerParameters(program))
            yield return fewer;
    }

    private static IReadOnlyList<Func<Node, IEnumerable<Node>>> Steps { get; } = [DropHalves, DropStatement, Unwrap, Simplify, ShrinkNumber];

    /// <summary>The trees in which one node is replaced by one of its replacements.</summary>
    private static IEnumerable<Node> Somewhere(Node node, Func<Node, IEnumerable<Node>> replacements)
    {
        foreach (Node replacement in replacements(node))
            yield return replacement;
        for (int i = 0; i < node.Children.Count; i++)
        {
            foreach (Node child in Somewhere(node.Children[i], replacements))
                yield return node.WithChild(i, child);
        }
    }

    private static IEnumerable<Node> DropHalves(Node node)
    {
        if (node.Kind != NodeKind.Block || node.Children.Count < 4)
            yield break;
        int half = node.Children.Count / 2;
        yield return node.WithChildren([.. node.Children.Skip(half)]);
        yield return node.WithChildren([.. node.Children.Take(half), node.Children[^1]]);
    }

    private static IEnumerable<Node> DropStatement(Node node)
    {
        if (node.Kind != NodeKind.Block)
            yield break;
        for (int i = 0; i < node.Children.Count; i++)
            yield return node.WithChildren([.. node.Children.Where((_, at) => at != i)]);
    }

    /// <summary>A compound statement gives way to one of its parts; a block to its statements.</summary>
    private static IEnumerable<Node> Unwrap(Node node)
    {
        if (node.Kind == NodeKind.Statement)
        {
            foreach (Node child in node.Children.Where(c => c.Kind is NodeKind.Block or NodeKind.Statement))
                yield return child;
        }
        if (node.Kind != NodeKind.Block)
            yield break;
        for (int i = 0; i < node.Children.Count; i++)
        {
            if (node.Children[i].Kind == NodeKind.Block)
                yield return node.WithChildren([.. node.Children.Take(i), .. node.Children[i].Children, .. node.Children.Skip(i + 1)]);
        }
    }

    /// <summary>An expression gives way to a constant or to a part of itself.</summary>
    private static IEnumerable<Node> Simplify(Node node)
    {
        if (node.Kind != NodeKind.Expression || node.Production is "literal" or "int-literal" or "constant" or "variable")
            yield break;
        foreach (string constant in Constants(node.Type))
            yield return Node.Expression("constant", node.Type, 1, constant);
        foreach (Node part in node.DescendantsAndSelf().Skip(1).Where(n => n.Kind == NodeKind.Expression && n.Type == node.Type).Take(6))
            yield return part;
    }

    private static string[] Constants(string type) => type switch
    {
        "double" => ["0.5"],
        "float" => ["0.5f"],
        "int" => ["0", "1"],
        "bool" => ["true", "false"],
        "(double, double)" => ["(0.5, 0.25)"],
        _ => [],
    };

    private static IEnumerable<Node> ShrinkNumber(Node node)
    {
        if (node.Production != "int-literal" || !int.TryParse(node.Template, out int value) || value < 2)
            yield break;
        yield return Node.Expression("int-literal", "int", 0, "1");
        if (value > 2)
            yield return Node.Expression("int-literal", "int", 0, "2");
    }

    private static IEnumerable<RandomProgram> WithSmallerParameters(RandomProgram program)
    {
        for (int i = 0; i < program.Parameters.Count; i++)
        {
            Parameter parameter = program.Parameters[i];
            if (program.Parameters.Count > 1)
                yield return program with { Parameters = [.. program.Parameters.Where((_, at) => at != i)] };
            if (parameter.Length > 1)
            {
                Parameter shorter = parameter with { Length = parameter.Length - 1 };
                yield return program with { Parameters = [.. program.Parameters.Select((p, at) => at == i ? shorter : p)] };
            }
        }
    }
}
