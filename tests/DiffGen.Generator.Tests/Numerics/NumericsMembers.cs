using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Reflection;
using DiffGen.Generator.FrontEnd.Formulas;

namespace DiffGen.Generator.Tests.Numerics;

/// <summary>The public members of the <c>System.Numerics</c> types that are taken apart, by their keys in the table.</summary>
internal static class NumericsMembers
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(byte)] = "byte",
        [typeof(bool)] = "bool",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static readonly Type[] Types = [typeof(Vector2), typeof(Vector3), typeof(Vector4), typeof(Quaternion), typeof(Matrix3x2), typeof(Matrix4x4), typeof(Plane)];

    /// <summary>Methods, operators, constructors and properties. Of the static class <c>Vector</c>, those on the types.</summary>
    public static IEnumerable<(string Key, MemberInfo Member)> All =>
        Types.Append(typeof(Vector)).SelectMany(type => type.GetMembers(Public).Where(member => IsMember(type, member)).Select(member => (KeyOf(type, member), member)));

    private static bool IsMember(Type type, MemberInfo member) => member switch
    {
        ConstructorInfo => true,
        MethodInfo method => (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
            && (type != typeof(Vector) || method.GetParameters().Any(parameter => Types.Contains(parameter.ParameterType))),
        PropertyInfo => type != typeof(Vector),
        _ => false,
    };

    private static string KeyOf(Type type, MemberInfo member) => member switch
    {
        ConstructorInfo constructor => NumericsTable.KeyOf(type.Name, "new", false, Names(constructor.GetParameters())),
        MethodInfo method => NumericsTable.KeyOf(type.Name, method.Name, !method.IsStatic, Names(method.GetParameters())),
        PropertyInfo property => NumericsTable.KeyOf(type.Name, property.Name, !property.GetMethod!.IsStatic, Names(property.GetIndexParameters()), property.GetIndexParameters().Length == 0),
        _ => throw new ArgumentException(member.Name),
    };

    private static IEnumerable<string> Names(IEnumerable<ParameterInfo> parameters) => parameters.Select(parameter => NameOf(parameter.ParameterType));

    private static string NameOf(Type type) =>
        type.IsByRef ? "ref " + NameOf(type.GetElementType()!)
        : type.IsPointer ? NameOf(type.GetElementType()!) + "*"
        : type.IsArray ? NameOf(type.GetElementType()!) + "[]"
        : s_keywords.TryGetValue(type, out string? keyword) ? keyword
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{NameOf(type.GetGenericArguments()[0])}>"
        : type.Name;

    /// <summary>The numbers that a value consists of.</summary>
    public static float[] Numbers(object value) => value switch
    {
        float number => [number],
        Plane plane => [plane.Normal.X, plane.Normal.Y, plane.Normal.Z, plane.D],
        ValueTuple<Vector2, Vector2> pair => [.. Numbers(pair.Item1), .. Numbers(pair.Item2)],
        ValueTuple<Vector3, Vector3> pair => [.. Numbers(pair.Item1), .. Numbers(pair.Item2)],
        ValueTuple<Vector4, Vector4> pair => [.. Numbers(pair.Item1), .. Numbers(pair.Item2)],
        _ => [.. NumericsTable.Fields(value.GetType().Name).Select(field => (float)value.GetType().GetField(field)!.GetValue(value)!)],
    };

    /// <summary>A value of the type, of those numbers.</summary>
    public static object Make(Type type, Func<float> next)
    {
        if (type == typeof(float))
            return next();
        if (type == typeof(Plane))
            return new Plane(next(), next(), next(), next());
        object value = Activator.CreateInstance(type)!;
        foreach (string field in NumericsTable.Fields(type.Name))
            type.GetField(field)!.SetValue(value, next());
        return value;
    }
}
