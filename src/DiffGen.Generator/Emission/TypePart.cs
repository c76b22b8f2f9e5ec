using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>The members that a generated file adds to one type.</summary>
internal sealed class TypePart(IrSignature place, string fileTag)
{
    private readonly List<string> _members = [];

    /// <summary>Namespace and containing types, which tell parts apart.</summary>
    public static string KeyOf(IrSignature place) => place.Namespace + "|" + string.Join("|", place.ContainingTypes.Select(t => t.Declaration));

    public FieldAccessors Accessors { get; } = new("_" + fileTag, place.CallExpression.LastIndexOf('.') is > 0 and var end ? place.CallExpression.Substring(0, end) : "");

    /// <summary>Interfaces that the type gets from this part, with the colon before them.</summary>
    public string Interfaces { get; set; } = "";

    public void Add(string member) => _members.Add(member);

    public void Write(IndentedWriter writer)
    {
        if (place.Namespace.Length > 0)
        {
            writer.Line("namespace " + place.Namespace);
            writer.Open();
        }
        for (int i = 0; i < place.ContainingTypes.Length; i++)
        {
            writer.Line(place.ContainingTypes[i].Declaration + (i == place.ContainingTypes.Length - 1 ? Interfaces : ""));
            writer.Open();
        }
        for (int i = 0; i < _members.Count; i++)
        {
            if (i > 0)
                writer.Line();
            foreach (string line in _members[i].TrimEnd('\n').Split('\n'))
                writer.Line(line);
        }
        SourceFileWriter.Accessors(writer, Accessors);
        foreach (ContainingType _ in place.ContainingTypes)
            writer.Close();
        if (place.Namespace.Length > 0)
            writer.Close();
    }
}
