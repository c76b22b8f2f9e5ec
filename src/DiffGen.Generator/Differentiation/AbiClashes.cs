using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>A parameter as far as it decides which arguments a method can be called with.</summary>
/// <param name="Type">C# type; for an array or span the element type.</param>
/// <param name="Holder">How elements are held; null where the type is no one-dimensional buffer.</param>
/// <param name="Role">Name of the role, or empty for a method that the user wrote.</param>
internal sealed record CallParameter(string Type, BufferKind? Holder, bool IsByReference, string Role)
{
    /// <summary>Some argument can be given to both parameters.</summary>
    public bool SharesArguments(CallParameter other) =>
        Type == other.Type && IsByReference == other.IsByReference
        && (Holder == other.Holder || Holder is not null && other.Holder is not null);
}

/// <summary>A method as far as calls to it can be told from calls to another.</summary>
/// <param name="Required">How many parameters have no default value.</param>
internal sealed record CallShape(string Name, EquatableArray<CallParameter> Parameters, int Required);

/// <summary>A member of the type that the user wrote. <paramref name="Shape"/> is null for anything but methods.</summary>
internal sealed record UserMember(string Name, CallShape? Shape);

/// <summary>Two things that cannot be told apart.</summary>
/// <param name="Request">Index of the request that asks for the companion.</param>
/// <param name="Companion">Name of the companion.</param>
/// <param name="Other">What it clashes with, for the message.</param>
internal sealed record AbiClash(int Request, string Companion, string Other);

/// <summary>
/// Finds companions of different methods that could be called with the same arguments, and companions that stand in the way of the
/// user's own members. Overloads whose companions match one to one in the roles of their parameters are told apart as the methods
/// themselves are, and do not clash.
/// </summary>
internal static class AbiClashes
{
    public static CallShape ShapeOf(Companion companion) => new(
        companion.Name,
        companion.Declared.Select(p => ShapeOf(p.Shape, p.Type, p.Mode is ParameterMode.Ref or ParameterMode.Out, RoleOf(p))).ToEquatableArray(),
        companion.Declared.Count(p => p.DefaultText is null && !p.IsParams));

    public static CallParameter ShapeOf(IrType shape, string text, bool isByReference, string role) =>
        shape is BufferType { Rank: 1 } buffer
            ? new(AbiTypes.TextOf(buffer.Element), buffer.Kind, isByReference, role)
            : new(shape is StructType { IsTuple: true } ? TupleText(shape) : shape is OpaqueType ? text : AbiTypes.TextOf(shape), null, isByReference, role);

    /// <summary>Whether a companion clashes with another method's.</summary>
    public static bool Clash(CallShape left, CallShape right)
    {
        if (left.Name != right.Name)
            return false;
        int most = Math.Min(left.Parameters.Length, right.Parameters.Length);
        for (int count = Math.Max(left.Required, right.Required); count <= most; count++)
        {
            if (ShareArguments(left, right, count) && (HaveSameTypes(left, right) || !HaveSameRoles(left, right, count)))
                return true;
        }
        return false;
    }

    /// <summary>Whether a companion clashes with a member that the user wrote.</summary>
    public static bool Clash(CallShape companion, UserMember member) =>
        companion.Name == member.Name && (member.Shape is null || Clash(companion, member.Shape));

    private static bool ShareArguments(CallShape left, CallShape right, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (!left.Parameters[i].SharesArguments(right.Parameters[i]))
                return false;
        }
        return true;
    }

    private static bool HaveSameTypes(CallShape left, CallShape right) =>
        left.Parameters.Length == right.Parameters.Length
        && left.Parameters.Zip(right.Parameters, (a, b) => a.SharesArguments(b) && a.Holder == b.Holder).All(same => same);

    private static bool HaveSameRoles(CallShape left, CallShape right, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (left.Parameters[i].Role != right.Parameters[i].Role)
                return false;
        }
        return true;
    }

    private static string RoleOf(CompanionParameter parameter) => $"{parameter.Role} {parameter.Source}";

    // Element names do not tell tuple types apart.
    private static string TupleText(IrType type) => type is StructType { IsTuple: true } tuple
        ? "(" + string.Join(", ", tuple.Fields.Select(f => TupleText(f.Type))) + ")"
        : AbiTypes.TextOf(type);
}
