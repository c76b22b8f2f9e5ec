using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>What happens to each pair of numbers.</summary>
internal enum VectorLoop
{
    Add, Scale, Dot,
}

/// <summary>Statements that run over the active numbers of two instances of one shape, with a walk <c>seen</c> by which what is shared counts once.</summary>
internal sealed class VectorLoops(FieldAccessors accessors)
{
    private const string Walk = "global::DiffGen.CompilerServices.ObjectWalk";

    private readonly StructPrinter _structs = new(accessors);

    public IEnumerable<string> Members(VectorLoop loop, StructType type, string instance, string other) => ElementPaths.Of(type)
        .Where(leaf => leaf.Carries && AbiTypes.IsActive(leaf.Type))
        .SelectMany(leaf => Value(loop, leaf.Type, Target(instance, type, leaf), _structs.Read(other, type, leaf.Path), 0));

    private string Target(string instance, StructType type, ElementPath leaf) =>
        leaf.Type is BufferType ? _structs.Read(instance, type, leaf.Path) : _structs.Target(instance, type, leaf.Path);

    private IEnumerable<string> Value(VectorLoop loop, IrType type, string target, string other, int depth) => type switch
    {
        BufferType { IsObject: true, Element: StructType element } => [Call(loop, element, target, other)],
        BufferType { Rank: 2 } buffer => Loops(loop, buffer, target, other, depth),
        BufferType buffer => Line(loop, buffer, target, other, depth),
        _ => [Number(loop, type, target, other)],
    };

    private static string Number(VectorLoop loop, IrType type, string target, string other)
    {
        string text = AbiTypes.TextOf(type);
        return loop switch
        {
            VectorLoop.Add => $"{target} += ({text})(scale * {other});",
            VectorLoop.Scale => $"{target} = ({text})(factor * {target});",
            _ => $"sum += (double){target} * {other};",
        };
    }

    private IEnumerable<string> Line(VectorLoop loop, BufferType type, string target, string other, int depth) =>
    [
        $"if (seen.Meet({target}))",
        "{",
        $"    for (int i{depth} = 0; i{depth} < {target}.Length; i{depth}++)",
        "    {",
        .. Indented(Elements(loop, type.Element, $"{target}[i{depth}]", $"{other}[i{depth}]", depth + 1), 2),
        "    }",
        "}",
    ];

    private IEnumerable<string> Loops(VectorLoop loop, BufferType type, string target, string other, int depth) =>
    [
        $"if (seen.Meet({target}))",
        "{",
        $"    for (int i{depth} = 0; i{depth} < {target}.GetLength(0); i{depth}++)",
        "    {",
        $"        for (int j{depth} = 0; j{depth} < {target}.GetLength(1); j{depth}++)",
        "        {",
        .. Indented(Elements(loop, type.Element, $"{target}[i{depth}, j{depth}]", $"{other}[i{depth}, j{depth}]", depth + 1), 3),
        "        }",
        "    }",
        "}",
    ];

    private IEnumerable<string> Elements(VectorLoop loop, IrType element, string target, string other, int depth) => element is StructType structure
        ? Members(loop, structure, target, other)
        : Value(loop, element, target, other, depth);

    private string Call(VectorLoop loop, StructType type, string target, string other)
    {
        (string returns, string parameter, string argument) = loop switch
        {
            VectorLoop.Add => ("void", "double scale", "scale"),
            VectorLoop.Scale => ("void", "double factor", "factor"),
            _ => ("double", "double sum", "sum"),
        };
        string name = accessors.Function(loop.ToString(), type, name =>
        [
            $"private static {returns} {name}({type.CSharpName} instance, {type.CSharpName} other, {parameter}, {Walk} seen)",
            "{",
            "    if (!seen.Meet(instance))",
            $"        return{(loop == VectorLoop.Dot ? " sum" : "")};",
            .. Indented(Members(loop, type, "instance", "other"), 1),
            .. loop == VectorLoop.Dot ? ["    return sum;"] : new string[0],
            "}",
        ]);
        return $"{(loop == VectorLoop.Dot ? "sum = " : "")}{name}({target}, {other}, {argument}, seen);";
    }

    private static IEnumerable<string> Indented(IEnumerable<string> lines, int levels) => lines.Select(line => new string(' ', 4 * levels) + line);
}
