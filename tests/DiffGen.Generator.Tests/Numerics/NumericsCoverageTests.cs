using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using DiffGen.Generator.FrontEnd.Formulas;
using Xunit;

namespace DiffGen.Generator.Tests.Numerics;

/// <summary>Every public member of the types is supported, has no derivative, or is named here: none is forgotten.</summary>
public class NumericsCoverageTests
{
    // Calls of these with an active argument are errors.
    private static readonly string[] s_unsupported =
    [
        // Bits of numbers.
        "AndNot", "BitwiseAnd", "BitwiseOr", "OnesComplement", "Xor", "op_BitwiseAnd", "op_BitwiseOr", "op_ExclusiveOr", "op_LeftShift", "op_RightShift",
        "op_UnsignedRightShift", "op_OnesComplement", "AllBitsSet",
        // Memory.
        "Load", "LoadAligned", "LoadAlignedNonTemporal", "LoadUnsafe", "Store", "StoreAligned", "StoreAlignedNonTemporal", "StoreUnsafe", "CopyTo", "TryCopyTo",
        // Branches on nearness.
        "CreateBillboard", "CreateBillboardLeftHanded", "CreateConstrainedBillboard", "CreateConstrainedBillboardLeftHanded", "Decompose",
    ];

    private static readonly Type[] s_inactive = [typeof(bool), typeof(int), typeof(uint), typeof(string)];

    [Fact]
    public void Every_member_is_accounted_for()
    {
        var forgotten = NumericsMembers.All.Where(pair => NumericsTable.Find(pair.Key) is null && !IsAccountedFor(pair.Member)).Select(pair => pair.Key);
        Assert.Empty(forgotten);
    }

    [Fact]
    public void Every_row_is_a_member()
    {
        var keys = new HashSet<string>(NumericsMembers.All.Select(pair => pair.Key)) { "Matrix3x2.Inverse(Matrix3x2)", "Matrix4x4.Inverse(Matrix4x4)" };
        Assert.DoesNotContain(NumericsTable.Keys, key => !keys.Contains(key));
    }

    private static bool IsAccountedFor(MemberInfo member) => member switch
    {
        _ when s_unsupported.Contains(member.Name) => true,
        MethodInfo { Name: "Invert" } => true,
        MethodInfo method => s_inactive.Contains(method.ReturnType) || TakesMemory(method),
        ConstructorInfo constructor => TakesMemory(constructor),
        // Read and written as places, or constants.
        PropertyInfo property => property.CanWrite || s_inactive.Contains(property.PropertyType) || NumericsConstants.Find(property.DeclaringType!.Name, property.Name) is not null,
        _ => false,
    };

    private static bool TakesMemory(MethodBase method) => method.GetParameters() is [{ ParameterType: { IsByRefLike: true } }];
}
