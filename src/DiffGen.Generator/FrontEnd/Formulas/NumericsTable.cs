using System;
using System.Collections.Generic;
using System.Linq;

namespace DiffGen.Generator.FrontEnd.Formulas;

/// <summary>The members of <c>System.Numerics</c> by what C# calls them, such as <c>Vector3.Dot(Vector3,Vector3)</c>.</summary>
/// <remarks>Instance members have <c>this.</c> before their name, constructors are called <c>new</c>, operators as in metadata.</remarks>
internal static class NumericsTable
{
    private static readonly Dictionary<string, NumericsMember> s_members = Build();

    private static readonly Dictionary<string, string[]> s_fields = new()
    {
        ["Vector2"] = ["X", "Y"],
        ["Vector3"] = ["X", "Y", "Z"],
        ["Vector4"] = ["X", "Y", "Z", "W"],
        ["Quaternion"] = ["X", "Y", "Z", "W"],
        ["Matrix3x2"] = MatrixFields(3, 2),
        ["Matrix4x4"] = MatrixFields(4, 4),
        ["Plane"] = ["Normal", "D"],
    };

    /// <summary>The types that are taken apart.</summary>
    public static IReadOnlyCollection<string> Types => s_fields.Keys;

    /// <summary>The fields in the order of the constructor that takes all of them.</summary>
    public static IReadOnlyList<string> Fields(string type) => s_fields[type];

    /// <summary>How many numbers a value of the type consists of.</summary>
    public static int CountOf(string type) => type == "Plane" ? 4 : s_fields[type].Length;

    public static IEnumerable<string> Keys => s_members.Keys;

    public static NumericsMember? Find(string key) => s_members.TryGetValue(key, out NumericsMember? member) ? member : null;

    public static string KeyOf(string type, string member, bool isInstance, IEnumerable<string> parameters, bool isProperty = false)
    {
        string key = type + (isInstance ? ".this." : ".") + member;
        return isProperty ? key : $"{key}({string.Join(",", parameters)})";
    }

    private static string[] MatrixFields(int rows, int columns) =>
        Enumerable.Range(0, rows * columns).Select(i => $"M{(i / columns) + 1}{(i % columns) + 1}").ToArray();

    private static Dictionary<string, NumericsMember> Build()
    {
        var rows = new NumericsRows();
        foreach (string vector in (string[])["Vector2", "Vector3", "Vector4"])
            VectorFormulas.Add(rows.For(vector), MatchingCount(vector));
        VectorTransforms.Add(rows);
        QuaternionFormulas.Add(rows.For("Quaternion"));
        Matrix3x2Formulas.Add(rows.For("Matrix3x2"));
        Matrix4x4Formulas.Add(rows.For("Matrix4x4"));
        Matrix4x4Factories.Add(rows.For("Matrix4x4"));
        Matrix4x4Projections.Add(rows.For("Matrix4x4"));
        PlaneFormulas.Add(rows.For("Plane"));
        return rows.Members;
    }

    private static int MatchingCount(string vector) => vector[vector.Length - 1] - '0';
}

/// <summary>Collects the rows of one type after the other.</summary>
internal sealed class NumericsRows
{
    private string _type = "";

    public Dictionary<string, NumericsMember> Members { get; } = new(StringComparer.Ordinal);

    public NumericsRows For(string type)
    {
        _type = type;
        return this;
    }

    /// <summary>The formula is what the member computes, to the bit. <c>T</c> in the signature is the type itself.</summary>
    public void Exact(string signature, Formula formula) => Add(signature, new NumericsMember(formula, IsExact: true));

    /// <summary>The value comes from the member, the derivative from the formula.</summary>
    public void ByValue(string signature, Formula formula) => Add(signature, new NumericsMember(formula, IsExact: false));

    /// <summary>The same for a member that throws for some arguments.</summary>
    public void Throwing(string signature, Formula formula) => Add(signature, new NumericsMember(formula, IsExact: false) { MayThrow = true });

    private void Add(string signature, NumericsMember member)
    {
        int parameters = signature.IndexOf('(');
        string key = parameters < 0
            ? signature
            : signature.Substring(0, parameters) + string.Join(",", signature.Substring(parameters).Split(',').Select(Named));
        Members.Add($"{_type}.{key}", member);
    }

    private string Named(string part)
    {
        string name = part.Trim('(', ')', ' ');
        return name == "T" ? part.Replace("T", _type).Replace(" ", "") : part.Replace(" ", "");
    }
}
