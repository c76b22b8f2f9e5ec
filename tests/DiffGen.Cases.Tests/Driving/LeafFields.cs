using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;

namespace DiffGen.Cases.Tests.Driving;

/// <summary>The fields of a struct in declared order, and which of them derivatives flow through.</summary>
internal static class LeafFields
{
    private const BindingFlags AllInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, ImmutableArray<(FieldInfo Field, bool IsActive)>> Known = new();

    public static ImmutableArray<(FieldInfo Field, bool IsActive)> Of(Type type) =>
        Known.GetOrAdd(type, static t => [.. t.GetFields(AllInstance).OrderBy(f => f.MetadataToken).Select(f => (f, !IsHeldConstant(f)))]);

    public static bool IsFloating(Type type) => type == typeof(double) || type == typeof(float) || type == typeof(Half);

    public static bool IsStruct(Type type) => type.IsValueType && !type.IsPrimitive && !type.IsEnum && type != typeof(Half) && type != typeof(decimal);

    private static bool IsHeldConstant(FieldInfo field)
    {
        if (field.IsDefined(typeof(NoDerivativeAttribute)))
            return true;
        string name = field.Name;
        return name.StartsWith('<')
            && field.DeclaringType!.GetProperty(name[1..name.IndexOf('>', StringComparison.Ordinal)], AllInstance)?.IsDefined(typeof(NoDerivativeAttribute)) == true;
    }
}
