using System;
using System.Collections.Generic;
using System.Text;

namespace DiffGen.RandomPrograms.Tests.Syntax;

internal enum NodeKind
{
    Expression,
    Statement,
    Block,
    Method,
}

/// <summary>
/// A piece of a random program: C# text with holes (<c>$0</c> … <c>$9</c>) for its children. One class serves the whole grammar,
/// so that shrinking, counting and printing need to know nothing about single constructs.
/// </summary>
internal sealed class Node(NodeKind kind, string production, string type, string template, IReadOnlyList<Node> children)
{
    public NodeKind Kind { get; } = kind;

    /// <summary>The grammar production, for the report of what was reached.</summary>
    public string Production { get; } = production;

    /// <summary>The C# type of an expression; empty for everything else.</summary>
    public string Type { get; } = type;

    public string Template { get; } = template;

    public IReadOnlyList<Node> Children { get; } = children;

    /// <summary>A rough upper bound of the magnitude of a real expression, which keeps values tame.</summary>
    public double Bound { get; init; } = 4;

    public static Node Expression(string production, string type, double bound, string template, params Node[] children)
        => new(NodeKind.Expression, production, type, template, children) { Bound = bound };

    public static Node Statement(string production, string template, params Node[] children)
        => new(NodeKind.Statement, production, "", template, children);

    public static Node Block(IReadOnlyList<Node> statements) => new(NodeKind.Block, "block", "", "", statements);

    public static Node Method(string production, string template, Node body)
        => new(NodeKind.Method, production, "", template, [body]);

    public Node WithChildren(IReadOnlyList<Node> children) => new(Kind, Production, Type, Template, children) { Bound = Bound };

    public Node WithChild(int index, Node child)
    {
        Node[] children = [.. Children];
        children[index] = child;
        return WithChildren(children);
    }

    public IEnumerable<Node> DescendantsAndSelf()
    {
        yield return this;
        foreach (Node child in Children)
        {
            foreach (Node node in child.DescendantsAndSelf())
                yield return node;
        }
    }

    public int Size()
    {
        int size = 1;
        foreach (Node child in Children)
            size += child.Size();
        return size;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private void Write(StringBuilder text)
    {
        if (Kind == NodeKind.Block)
        {
            text.Append("{\n");
            foreach (Node statement in Children)
            {
                statement.Write(text);
                text.Append('\n');
            }
            text.Append('}');
            return;
        }
        for (int i = 0; i < Template.Length; i++)
        {
            if (Template[i] == '$' && i + 1 < Template.Length && char.IsAsciiDigit(Template[i + 1]))
                Children[Template[++i] - '0'].Write(text);
            else
                text.Append(Template[i]);
        }
    }
}
