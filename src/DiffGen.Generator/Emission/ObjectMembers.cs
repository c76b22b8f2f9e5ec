using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>
/// Functions over object graphs that generated code needs beside it, one per class: they visit, clear or copy the active members, through which alone
/// derivatives flow.
/// </summary>
internal sealed class ObjectMembers(FieldAccessors accessors)
{
    private const string Services = "global::DiffGen.CompilerServices.";

    private readonly StructPrinter _structs = new(accessors);

    /// <summary>Statements that visit all memory behind an expression.</summary>
    /// <param name="walk">An <c>ObjectWalk</c>.</param>
    public IEnumerable<string> Walk(IrType type, string expression, string walk) => Walk(type, expression, walk, "", 0);

    // The member is what leads to the expression from the object or array that was entered last.
    private IEnumerable<string> Walk(IrType type, string expression, string walk, string member, int depth)
    {
        switch (type)
        {
            case BufferType { IsObject: true, Element: StructType { IsOpen: true } }:
                return [$"{walk}.Open({expression}, \"{member}\");"];
            case BufferType { IsObject: true } instance:
                return [$"{Walker((StructType)instance.Element)}({expression}, {walk}, \"{member}\");"];
            case BufferType { Element: BufferType row }:
                string item = "item" + depth;
                return
                [
                    $"if ({walk}.EnterArray({expression}, \"{member}\"))",
                    "{",
                    $"    foreach (var {item} in {expression})",
                    "    {",
                    .. Indented(Walk(row, item, walk, "[]", depth + 1), 2),
                    "    }",
                    $"    {walk}.Leave();",
                    "}",
                ];
            case BufferType:
                return [$"{walk}.Numbers({expression}, \"{member}\");"];
            case StructType structure:
                return Active(structure).SelectMany(field =>
                    Walk(field.Type, _structs.Read(expression, structure, [field.Name]), walk, $"{member}.{field.Name}", depth));
            default:
                return [];
        }
    }

    private string Walker(StructType type) => accessors.Function("Walk", type, name =>
    [
        $"private static void {name}({type.CSharpName} instance, {Services}ObjectWalk walk, string member)",
        "{",
        "    if (!walk.Enter(instance, member))",
        "        return;",
        .. Indented(Walk(type, "instance", "walk", "", 0), 1),
        "    walk.Leave();",
        "}",
    ]);

    /// <summary>A statement that sets all active numbers behind an object to zero.</summary>
    public string Clear(StructType type, string expression) => type.IsOpen ? $"(({Services}IObjectMembers){expression})?.Clear();" : $"{Clearer(type)}({expression});";

    private string Clearer(StructType type) => accessors.Function("Clear", type, name =>
    [
        $"private static void {name}({type.CSharpName} instance)",
        "{",
        "    if (instance is null)",
        "        return;",
        .. Indented(ElementPaths.Of(type).Where(leaf => leaf.Carries && AbiTypes.IsActive(leaf.Type)).SelectMany(leaf => leaf.Type is BufferType buffer
            ? ClearBuffer(buffer, _structs.Read("instance", type, leaf.Path), 0)
            : [$"{_structs.Target("instance", type, leaf.Path)} = 0;"]), 1),
        "}",
    ]);

    /// <summary>Statements that set all active numbers behind a reference to zero.</summary>
    public IEnumerable<string> ClearBuffer(BufferType type, string expression, int depth)
    {
        if (type.IsObject)
            return [Clear((StructType)type.Element, expression)];
        if (type.Element is not BufferType row)
            return [$"if ({expression} is not null)", $"    global::System.Array.Clear({expression});"];
        string item = "item" + depth;
        return
        [
            $"if ({expression} is not null)",
            "{",
            $"    foreach (var {item} in {expression})",
            "    {",
            .. Indented(ClearBuffer(row, item, depth + 1), 2),
            "    }",
            "}",
        ];
    }

    /// <summary>An expression for a new object of the same shape, all of its numbers zero.</summary>
    /// <param name="keepsOthers">Members that are not active are those of the other object.</param>
    public string Fresh(StructType type, string expression, string copies = $"new {Services}ObjectCopies()", bool keepsOthers = false) =>
        type.IsOpen ? $"({copies}).Open({expression})" : $"{Copier(type, keepsOthers)}({expression}, {copies})";

    /// <summary>The members by which objects of the class are visited where only a base class or interface of it is known.</summary>
    public IEnumerable<string> Implementation(StructType type)
    {
        StructType known = type with { IsOpen = false };
        return
        [
            $"void {Services}IObjectMembers.Walk({Services}ObjectWalk walk, string member) => {Walker(known)}(this, walk, member);",
            "",
            $"void {Services}IObjectMembers.Clear() => {Clearer(known)}(this);",
            "",
            $"object {Services}IObjectMembers.Fresh({Services}ObjectCopies copies) => {Copier(known, false)}(this, copies);",
        ];
    }

    private string Copier(StructType type, bool keepsOthers) => accessors.Function(keepsOthers ? "Zero" : "Fresh", type, name =>
    [
        $"private static {type.CSharpName} {name}({type.CSharpName} primal, {Services}ObjectCopies copies)",
        "{",
        $"    {type.CSharpName} fresh = copies.Find(primal);",
        "    if (primal is null || fresh is not null)",
        "        return fresh;",
        type.Construction == StructConstruction.Initializer
            ? $"    fresh = copies.Add(primal, new {type.CSharpName}());"
            : "    fresh = copies.Make(primal);",
        .. type.Construction == StructConstruction.Initializer ? Indented(ZeroFields(type, "fresh"), 1) : [],
        .. Indented(CopyFields(type, "primal", "fresh", "copies", "member", keepsOthers), 1),
        "    return fresh;",
        "}",
    ]);

    /// <summary>Statements that set the active numbers of an instance itself to zero.</summary>
    public IEnumerable<string> ZeroFields(StructType type, string instance) => ElementPaths.Of(type)
        .Where(leaf => leaf.Carries && leaf.Type.IsFloat).Select(leaf => $"{_structs.Target(instance, type, leaf.Path)} = 0;");

    /// <summary>Statements that give the fields of an instance new memory of the shape that those of another have.</summary>
    public IEnumerable<string> CopyFields(StructType type, string primal, string fresh, string copies, string member, bool keepsOthers = false)
    {
        int next = 0;
        foreach (ElementPath leaf in ElementPaths.Of(type))
        {
            if (leaf.Type is not BufferType || !leaf.Carries || !AbiTypes.IsActive(leaf.Type))
            {
                if (keepsOthers && !(leaf.Carries && leaf.Type.IsFloat))
                    yield return $"{_structs.Target(fresh, type, leaf.Path)} = {_structs.Read(primal, type, leaf.Path)};";
                continue;
            }
            string result = member + next++;
            foreach (string line in FreshBuffer((BufferType)leaf.Type, _structs.Read(primal, type, leaf.Path), copies, result, 0, keepsOthers))
                yield return line;
            yield return $"{_structs.Target(fresh, type, leaf.Path)} = {result};";
        }
    }

    /// <summary>Statements that declare <paramref name="result"/> as new memory of the same shape.</summary>
    public IEnumerable<string> FreshBuffer(BufferType type, string expression, string copies, string result, int depth, bool keepsOthers = false)
    {
        string text = AbiTypes.TextOf(type);
        if (type.IsObject)
            return [$"{text} {result} = {Fresh((StructType)type.Element, expression, copies, keepsOthers)};"];
        if (type.Element is not BufferType row)
            return [$"{text} {result} = {copies}.Like({expression});"];
        string index = "i" + depth, item = $"{result}Row";
        return
        [
            $"if ({copies}.Begin({expression}, out {text} {result}))",
            "{",
            $"    for (int {index} = 0; {index} < {result}.Length; {index}++)",
            "    {",
            .. Indented(FreshBuffer(row, $"{expression}[{index}]", copies, item, depth + 1, keepsOthers), 2),
            $"        {result}[{index}] = {item};",
            "    }",
            "}",
        ];
    }

    private static IEnumerable<StructField> Active(StructType type) => type.Fields.Where(field => !field.NoDerivative && AbiTypes.IsActive(field.Type));

    private static IEnumerable<string> Indented(IEnumerable<string> lines, int levels) => lines.Select(line => new string(' ', 4 * levels) + line);
}
