using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>
/// The operations that an optimiser needs on a marked type: <c>Zero</c>, <c>Add</c>, <c>Scale</c> and <c>Dot</c> over its active members and over those of
/// all that it leads to. What is shared counts once.
/// </summary>
internal sealed class VectorTypeFile
{
    private const string Services = "global::DiffGen.CompilerServices.";
    private const string Walk = Services + "ObjectWalk";

    private readonly VectorType _type;
    private readonly FieldAccessors _accessors;
    private readonly ObjectMembers _objects;
    private readonly VectorLoops _loops;

    private VectorTypeFile(VectorType type, TypePart part)
    {
        _type = type;
        _accessors = part.Accessors;
        _objects = new ObjectMembers(_accessors);
        _loops = new VectorLoops(_accessors);
    }

    public static string Write(VectorType type)
    {
        var place = new IrSignature(type.Namespace, type.ContainingTypes, "public", "Zero", type.CSharpName + ".Zero", default, "void", null, false, default, type.HintName, false);
        var part = new TypePart(place, StableHash.Of(type.HintName));
        var file = new VectorTypeFile(type, part);
        var members = new (string Name, string[] Lines)[] { ("Zero", type.CanBeMade ? file.Zero() : []), ("Add", file.Add()), ("Scale", file.Scale()), ("Dot", file.Dot()) };
        foreach ((string name, string[] lines) in members.Where(member => member.Lines.Length > 0 && !type.OwnMembers.Contains(member.Name)))
            part.Add(string.Join("\n", lines));
        return SourceFileWriter.Write([part]);
    }

    private string[] Zero() =>
    [
        "/// <summary>A new instance of the same shape whose active numbers are zero; all other members are those of this instance.</summary>",
        SourceFileWriter.Attribute,
        $"public {_type.CSharpName} Zero()",
        "{",
        .. _type.IsClass
            ? [$"    return {_objects.Fresh(_type.Type, "this", keepsOthers: true)};"]
            : Indented(ZeroOfStruct()),
        "}",
    ];

    private IEnumerable<string> ZeroOfStruct() =>
    [
        $"{_type.CSharpName} zero = this;",
        $"{Services}ObjectCopies copies = new {Services}ObjectCopies();",
        .. _objects.CopyFields(_type.Type, "this", "zero", "copies", "member", keepsOthers: true),
        .. _objects.ZeroFields(_type.Type, "zero"),
        "return zero;",
    ];

    private string[] Add() =>
    [
        "/// <summary>Adds a multiple of another instance's active numbers to this one's.</summary>",
        "/// <param name=\"other\">An instance of the same shape.</param>",
        "/// <param name=\"scale\">What its numbers are multiplied by.</param>",
        "/// <exception cref=\"global::System.ArgumentException\">The shapes differ.</exception>",
        SourceFileWriter.Attribute,
        $"public void Add({_type.CSharpName} other, double scale = 1)",
        "{",
        .. Indented(Match()),
        .. Indented(_loops.Members(VectorLoop.Add, _type.Type, "this", "other")),
        "    seen.Return();",
        "}",
    ];

    private string[] Scale() =>
    [
        "/// <summary>Multiplies all active numbers.</summary>",
        "/// <param name=\"factor\">What they are multiplied by.</param>",
        SourceFileWriter.Attribute,
        "public void Scale(double factor)",
        "{",
        $"    {Walk} seen = {Walk}.Rent(\"this\");",
        .. Indented(_loops.Members(VectorLoop.Scale, _type.Type, "this", "this")),
        "    seen.Return();",
        "}",
    ];

    private string[] Dot() =>
    [
        "/// <summary>The sum of the products of the active numbers of two instances, in double precision.</summary>",
        "/// <param name=\"other\">An instance of the same shape.</param>",
        "/// <exception cref=\"global::System.ArgumentException\">The shapes differ.</exception>",
        SourceFileWriter.Attribute,
        $"public double Dot({_type.CSharpName} other)",
        "{",
        .. Indented(Match()),
        "    double sum = 0;",
        .. Indented(_loops.Members(VectorLoop.Dot, _type.Type, "this", "other")),
        "    seen.Return();",
        "    return sum;",
        "}",
    ];

    private IEnumerable<string> Match() =>
    [
        .. _type.IsClass ? [$"{Services}Check.NotNull(other, nameof(other));"] : new string[0],
        $"{Walk} mine = {Walk}.Rent(\"this\");",
        .. Visit("this", "mine"),
        $"{Walk} others = {Walk}.Rent(nameof(other));",
        .. Visit("other", "others"),
        "others.Match(mine);",
        "others.Return();",
        "mine.Return();",
        $"{Walk} seen = {Walk}.Rent(\"this\");",
    ];

    private IEnumerable<string> Visit(string instance, string walk) =>
        _objects.Walk(_type.IsClass ? new BufferType(_type.Type, BufferKind.Object) : _type.Type, instance, walk);

    private static IEnumerable<string> Indented(IEnumerable<string> lines) => lines.Select(line => "    " + line);
}
