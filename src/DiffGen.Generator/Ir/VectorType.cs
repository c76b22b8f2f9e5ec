using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

/// <summary>A class or struct marked <c>[Differentiable]</c>: operations of a vector space over its active members are generated into it.</summary>
/// <param name="CSharpName">Fully qualified.</param>
/// <param name="IsClass">Its instances are objects.</param>
/// <param name="CanBeMade">A new instance can be constructed by generated code.</param>
/// <param name="OwnMembers">Names among those of the operations that the user has declared; they stay the user's.</param>
internal sealed record VectorType(string Namespace, EquatableArray<ContainingType> ContainingTypes, string CSharpName, StructType Type, bool IsClass,
    bool CanBeMade, EquatableArray<string> OwnMembers, string HintName);
