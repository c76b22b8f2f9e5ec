using System;
using System.Collections.Generic;
using System.Text;
using DiffGen.Generator.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DiffGen.Generator.FrontEnd;

/// <summary>Collects the one-line texts of statements that generated code shows as comments.</summary>
internal sealed class StatementText
{
    private const int MaxLength = 120;

    private readonly List<string> _lines = new();

    /// <summary>The index of the line that stands for the statement.</summary>
    public int Add(SyntaxNode statement)
    {
        _lines.Add(Text(statement));
        return _lines.Count - 1;
    }

    public EquatableArray<string> ToArray() => new(_lines.ToArray());

    private static string Text(SyntaxNode node)
    {
        var text = new StringBuilder();
        // A compound statement shows only its header: everything before its first nested statement.
        int end = node switch
        {
            IfStatementSyntax s => s.CloseParenToken.Span.End,
            ForStatementSyntax s => s.CloseParenToken.Span.End,
            CommonForEachStatementSyntax s => s.CloseParenToken.Span.End,
            WhileStatementSyntax s => s.CloseParenToken.Span.End,
            DoStatementSyntax s => s.DoKeyword.Span.End,
            SwitchStatementSyntax s => s.OpenBraceToken.SpanStart,
            LabeledStatementSyntax s => s.ColonToken.Span.End,
            _ => int.MaxValue,
        };
        if (node is DoStatementSyntax loop)
            text.Append("do … while (").Append(loop.Condition.ToString()).Append(')');
        else if (!TryAppendSource(node, end, text))
            AppendTokens(node, end, text);
        return text.Length <= MaxLength ? text.ToString() : text.ToString(0, MaxLength - 1) + "…";
    }

    // Most statements hold no comment and no literal that could look like one: their source is taken as it stands, which is much faster.
    private static bool TryAppendSource(SyntaxNode node, int end, StringBuilder text)
    {
        string source = node.SyntaxTree.GetText().ToString(TextSpan.FromBounds(node.SpanStart, Math.Min(end, node.Span.End)));
        if (source.IndexOf("//", StringComparison.Ordinal) >= 0 || source.IndexOf("/*", StringComparison.Ordinal) >= 0 || source.IndexOfAny(SpecialCharacters) >= 0)
            return false;
        for (int i = 0; i < source.Length && text.Length <= MaxLength; i++)
        {
            if (!char.IsWhiteSpace(source[i]))
            {
                text.Append(source[i]);
                continue;
            }
            while (i + 1 < source.Length && char.IsWhiteSpace(source[i + 1]))
                i++;
            bool isTight = text.Length == 0 || text[text.Length - 1] == '(' || i + 1 == source.Length || source[i + 1] is ')' or ';' or '.' or ',';
            if (!isTight)
                text.Append(' ');
        }
        return true;
    }

    private static readonly char[] SpecialCharacters = ['"', '\'', '#'];

    private static void AppendTokens(SyntaxNode node, int end, StringBuilder text)
    {
        SyntaxToken token = node.GetFirstToken();
        SyntaxToken last = node.GetLastToken();
        bool space = false;
        while (token.SpanStart < end && text.Length <= MaxLength)
        {
            if (space && text.Length > 0)
                text.Append(' ');
            text.Append(token.Text.IndexOf('\n') < 0 ? token.Text : token.Text.Replace("\r", "").Replace("\n", "\\n"));
            if (token == last)
                break;
            SyntaxToken next = token.GetNextToken();
            space = HasSpace(token, next);
            token = next;
        }
    }

    // Any run of blanks, line ends and comments between two tokens counts as one space.
    private static bool HasSpace(SyntaxToken token, SyntaxToken next) => next.SpanStart > token.Span.End && !IsTight(token, next);

    // What stood on a line of its own only for its length closes up when the lines are joined.
    private static bool IsTight(SyntaxToken token, SyntaxToken next) =>
        token.IsKind(SyntaxKind.OpenParenToken) || next.IsKind(SyntaxKind.CloseParenToken) || next.IsKind(SyntaxKind.SemicolonToken)
        || next.IsKind(SyntaxKind.DotToken) || next.IsKind(SyntaxKind.CommaToken);
}
