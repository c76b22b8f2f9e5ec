using System;

namespace DiffGen.Generator.Emission;

/// <summary>How tightly a C# expression binds, from loosest to tightest.</summary>
internal enum Binding
{
    Conditional, OrElse, AndAlso, Or, Xor, And, Equality, Relational, Shift, Additive, Multiplicative, Unary, Primary,
}

/// <summary>A C# expression and how tightly it binds.</summary>
internal readonly record struct Code(string Text, Binding Binding)
{
    /// <summary>The text, in parentheses if it binds less tightly than the place needs.</summary>
    public string At(Binding least) => Binding >= least ? Text : $"({Text})";

    public override string ToString() => Text;

    public static Code Primary(string text) => new(text, Binding.Primary);

    /// <summary>An expression of unknown make: in parentheses unless it is plainly a name, a member access or a call.</summary>
    public static Code Foreign(string text) => new(text, IsPrimary(text) ? Binding.Primary : Binding.Conditional);

    // Operators and blanks outside brackets and strings make an expression compound.
    private static bool IsPrimary(string text)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '"' or '\'')
            {
                int end = EndOfQuoted(text, i);
                if (end < 0)
                    return false;
                i = end;
            }
            else if (c is '(' or '[' or '{')
            {
                // A parenthesis in front may be a cast.
                if (i == 0)
                    return false;
                depth++;
            }
            else if (c is ')' or ']' or '}')
                depth--;
            else if (depth == 0 && !char.IsLetterOrDigit(c) && c is not ('_' or '.' or ':' or '@'))
                return false;
        }
        return text.Length > 0;
    }

    private static int EndOfQuoted(string text, int start)
    {
        for (int i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == text[start])
                return i;
        }
        return -1;
    }
}
