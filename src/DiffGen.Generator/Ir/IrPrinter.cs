using System.Collections.Generic;
using System.Linq;
using System.Text;
using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

/// <summary>Writes the IR as text for people and for snapshots: equal IR gives equal text, and every field of an operation shows.</summary>
internal sealed partial class IrPrinter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    private IrPrinter()
    {
    }

    public static string Print(IrMethod method)
    {
        var printer = new IrPrinter();
        printer.Line($"method {method.Key}({Declarations(method.Parameters)})");
        printer.Nested(method.Body);
        return printer._text.ToString();
    }

    public static string Print(Region region)
    {
        var printer = new IrPrinter();
        printer.Contents(region);
        return printer._text.ToString();
    }

    /// <summary>A type in the short notation of the IR text, such as <c>f64</c> or <c>span&lt;f64&gt;</c>.</summary>
    public static string TypeName(IrType type) => type switch
    {
        ScalarType scalar => scalar.Kind.ToString().ToLowerInvariant(),
        LaneType { IsSet: true } => "set",
        LaneType { IsSeries: true } series => $"series of {series.Kind.ToString().ToLowerInvariant()}",
        LaneType lanes => $"{lanes.Kind.ToString().ToLowerInvariant()}x{lanes.Width}",
        OpaqueType opaque => $"opaque<{opaque.CSharpName}>",
        BufferType { Kind: BufferKind.Span } buffer => $"span<{TypeName(buffer.Element)}>",
        BufferType { Kind: BufferKind.ReadOnlySpan } buffer => $"rospan<{TypeName(buffer.Element)}>",
        BufferType { Kind: BufferKind.LaneSums } buffer => $"sums<{TypeName(buffer.Element)}>",
        BufferType { Kind: BufferKind.Array } buffer => $"{TypeName(buffer.Element)}[]",
        BufferType { Kind: BufferKind.Object } buffer => $"ref {TypeName(buffer.Element)}",
        BufferType buffer => $"{TypeName(buffer.Element)}[,]",
        StructType record => $"struct<{record.CSharpName}>",
        _ => type.ToString(),
    };

    private static string Declaration(IrValue value) => $"{value}: {TypeName(value.Type)}";

    private static string Declarations(IEnumerable<IrValue> values) => string.Join(", ", values.Select(Declaration));

    private static string List(IEnumerable<IrValue> values) => string.Join(", ", values);

    private static string Carried(EquatableArray<IrValue> parameters, EquatableArray<IrValue> initial) =>
        parameters.IsEmpty && initial.IsEmpty
            ? ""
            : $" carry ({string.Join(", ", parameters.Select((p, i) => $"{Declaration(p)} = {(i < initial.Length ? initial[i].ToString() : "?")}"))})";

    private static string Element(IrValue buffer, EquatableArray<IrValue> indices, EquatableArray<string> path) =>
        $"{buffer}[{List(indices)}]{string.Concat(path.Select(p => "." + p))}";

    private void Line(string text, int line = -1)
    {
        _text.Append(' ', 2 * _depth).Append(text);
        if (line >= 0)
            _text.Append("  ; line ").Append(line);
        _text.Append('\n');
    }

    private void Nested(Region region)
    {
        _depth++;
        Contents(region);
        _depth--;
    }

    private void Contents(Region region)
    {
        foreach (Op op in region.Ops)
            Print(op);
        Print(region.End);
    }

    private void Print(Terminator end) => Line(end switch
    {
        Yield e => $"yield {List(e.Values)}",
        Break { Label: IrMethod.ReturnLabel } e => $"return {List(e.Values)}",
        Break e => $"break @{e.Label} {List(e.Values)}",
        Continue e => $"continue @{e.Label} {List(e.Values)}",
        Throw e => $"throw `{e.Template}` {List(e.Arguments)}",
        _ => end.ToString(),
    }, end.Line);
}
