using System.Collections.Generic;

namespace DiffGen.Generator.Emission;

/// <summary>A C# statement, kept apart from its layout so that empty branches and superfluous jumps can be seen.</summary>
internal abstract class Statement
{
    /// <summary>Control never goes on after it.</summary>
    public virtual bool Leaves => false;
}

/// <summary>A simple statement in one line.</summary>
internal sealed class SimpleStatement(string text, bool leaves = false) : Statement
{
    public string Text { get; } = text;

    public override bool Leaves { get; } = leaves;
}

/// <summary><c>// text</c>, for the statements that follow.</summary>
internal sealed class CommentStatement(string text) : Statement
{
    public string Text { get; } = text;
}

/// <summary>A place that jumps go to.</summary>
internal sealed class LabelStatement(string name) : Statement
{
    public string Name { get; } = name;
}

/// <summary><c>if</c>, with or without <c>else</c>.</summary>
internal sealed class IfStatement(string condition, List<Statement> then, List<Statement> otherwise) : Statement
{
    public string Condition { get; } = condition;

    public List<Statement> Then { get; } = then;

    public List<Statement> Else { get; } = otherwise;

    public override bool Leaves => Then.Count > 0 && Then[Then.Count - 1].Leaves && Else.Count > 0 && Else[Else.Count - 1].Leaves;
}

/// <summary>A loop: a header, the body in braces, and for <c>do</c> a condition after it.</summary>
internal sealed class LoopStatement(string header, List<Statement> body, string footer = "") : Statement
{
    public string Header { get; } = header;

    public List<Statement> Body { get; } = body;

    public string Footer { get; } = footer;
}

/// <summary>Lays statements out as lines.</summary>
internal static class StatementWriter
{
    public static void Write(List<Statement> statements, IndentedWriter writer)
    {
        for (int i = 0; i < statements.Count; i++)
        {
            switch (statements[i])
            {
                case CommentStatement comment:
                    if (HasStatementsBelow(statements, i))
                        writer.Line("// " + comment.Text);
                    break;
                case LabelStatement label:
                    writer.Outdented(label.Name + ":" + (i == statements.Count - 1 ? " ;" : ""));
                    break;
                case SimpleStatement simple:
                    writer.Line(simple.Text);
                    break;
                case IfStatement branch:
                    If(branch, writer, "");
                    break;
                case LoopStatement loop:
                    writer.Line(loop.Header);
                    Braces(loop.Body, writer);
                    if (loop.Footer.Length > 0)
                        writer.Line(loop.Footer);
                    break;
            }
        }
    }

    // A comment belongs to the statements between it and the next one.
    private static bool HasStatementsBelow(List<Statement> statements, int index) =>
        index + 1 < statements.Count && statements[index + 1] is not (CommentStatement or LabelStatement);

    private static void If(IfStatement branch, IndentedWriter writer, string prefix)
    {
        writer.Line($"{prefix}if ({branch.Condition})");
        Braces(branch.Then, writer);
        if (branch.Else.Count == 0)
            return;
        if (branch.Else.Count == 1 && branch.Else[0] is IfStatement next)
        {
            If(next, writer, "else ");
            return;
        }
        writer.Line("else");
        Braces(branch.Else, writer);
    }

    private static void Braces(List<Statement> statements, IndentedWriter writer)
    {
        writer.Open();
        Write(statements, writer);
        writer.Close();
    }
}
