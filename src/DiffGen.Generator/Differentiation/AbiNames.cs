using System;
using System.Collections.Generic;

namespace DiffGen.Generator.Differentiation;

/// <summary>The names of generated parameters. A name that is taken already gets trailing underscores; call in order, from left to right.</summary>
internal sealed class AbiNames
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while",
    };

    private static readonly HashSet<string> TupleMembers = new(StringComparer.Ordinal)
    {
        "Rest", "ToString", "Equals", "GetHashCode", "CompareTo", "Deconstruct", "GetType", "MemberwiseClone", "Finalize",
    };

    /// <summary>The name of the receiver, which no parameter can have; escaped it is <c>this</c>.</summary>
    public const string Receiver = "<this>";

    private const string Bar = "Bar";

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public void Reserve(string name) => _taken.Add(name);

    /// <summary>A free name that starts with <paramref name="wanted"/>.</summary>
    public string Take(string wanted)
    {
        string name = wanted;
        while (!_taken.Add(name))
            name += "_";
        return name;
    }

    /// <summary><c>dx</c> for <c>x</c>, <c>dWeights</c> for <c>weights</c>.</summary>
    public static string DerivativeOf(string parameter) =>
        parameter.Length == 1 ? "d" + parameter : "d" + char.ToUpperInvariant(parameter[0]) + parameter.Substring(1);

    /// <summary><c>hx</c> for <c>x</c>, <c>hWeights</c> for <c>weights</c>.</summary>
    public static string SecondDerivativeOf(string parameter) => "h" + DerivativeOf(parameter).Substring(1);

    /// <summary>The adjoint of <c>x</c>: <c>dx</c>, or <c>xBar</c> where that is the tangent.</summary>
    public static string AdjointOf(string value, bool hasTangents) => hasTangents ? value + Bar : DerivativeOf(value);

    /// <summary>The tangent of <c>x</c>: <c>dx</c>; and of an adjoint <c>xBar</c>: <c>hx</c>.</summary>
    public static string TangentOf(string value) => value.Length > Bar.Length && value.EndsWith(Bar, StringComparison.Ordinal)
        ? SecondDerivativeOf(value.Substring(0, value.Length - Bar.Length))
        : DerivativeOf(value);

    /// <summary>The name of the type that a receiver is named after.</summary>
    public static string TypeName(string receiver) => char.ToUpperInvariant(receiver[0]) + receiver.Substring(1).TrimEnd('_');

    /// <summary>The name of a tuple element for a parameter: the parameter's own, unless tuples give it another meaning.</summary>
    public static string TupleElement(string parameter, int position) =>
        TupleMembers.Contains(parameter) || (IsItem(parameter) && parameter != "Item" + (position + 1)) ? parameter + "_" : parameter;

    public static string Escape(string name) => name == Receiver ? "this" : Keywords.Contains(name) ? "@" + name : name;

    // Item1, Item2, ... may name only the element at that place.
    private static bool IsItem(string name)
    {
        if (!name.StartsWith("Item", StringComparison.Ordinal) || name.Length == 4)
            return false;
        for (int i = 4; i < name.Length; i++)
        {
            if (name[i] is < '0' or > '9')
                return false;
        }
        return true;
    }
}
