using System;
using System.Text;

namespace DiffGen.RandomPrograms.Tests.Syntax;

/// <summary>Indents C# text whose braces stand at the start of their lines.</summary>
internal static class Layout
{
    public static string Indent(string text)
    {
        var result = new StringBuilder(text.Length * 2);
        int depth = 0;
        foreach (string raw in text.Split('\n'))
        {
            string line = raw.Trim();
            if (line.StartsWith('}'))
                depth--;
            if (line.Length > 0)
                result.Append(' ', 4 * Math.Max(depth, 0)).Append(line);
            result.Append('\n');
            if (line == "{")
                depth++;
        }
        return result.ToString().TrimEnd('\n') + "\n";
    }
}
