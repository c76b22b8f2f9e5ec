using System.Text;

namespace DiffGen.Generator.Emission;

/// <summary>Collects lines of text, indented by four spaces per level, with <c>\n</c> line ends.</summary>
internal sealed class IndentedWriter
{
    private readonly StringBuilder _text = new();

    public int Depth { get; private set; }

    public void Line(string text = "")
    {
        if (text.Length > 0)
            _text.Append(' ', 4 * Depth).Append(text);
        _text.Append('\n');
    }

    /// <summary>A line one level to the left, as labels are written.</summary>
    public void Outdented(string text)
    {
        Depth--;
        Line(text);
        Depth++;
    }

    public void Open()
    {
        Line("{");
        Depth++;
    }

    public void Close(string after = "")
    {
        Depth--;
        Line("}" + after);
    }

    public void Indent() => Depth++;

    public void Outdent() => Depth--;

    public override string ToString() => _text.ToString();
}
