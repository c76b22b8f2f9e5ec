using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Pipeline;

/// <summary>What is left of a marked method past the equatable boundary: no symbols, no places.</summary>
/// <param name="Method">Null if the method has errors: then nothing is generated for it, nor for its callers.</param>
/// <param name="Callees">Keys of the marked methods that it calls, sorted.</param>
/// <param name="Members">Members of the containing type whose names its companions will have.</param>
internal sealed record LoweredMethod(string Key, IrMethod? Method, EquatableArray<string> Callees, EquatableArray<UserMember> Members)
{
    /// <summary>Those among its callees that have a rule to which no mark of theirs leads.</summary>
    public EquatableArray<IrMethod> CalledRules { get; init; }

    /// <summary>All methods with type arguments that it reaches.</summary>
    public EquatableArray<LoweredMethod> Instances { get; init; }

    /// <summary>For a generic method, whose signature <see cref="Method"/> then has: the instances that its companions choose among.</summary>
    public EquatableArray<LoweredChoice> Choices { get; init; }
}

/// <summary>An instance of a generic method that companions choose.</summary>
/// <param name="Condition">C# text that is true for its type arguments.</param>
/// <param name="Suffix">Tells its companions from those of the others.</param>
internal sealed record LoweredChoice(string Condition, string Suffix, LoweredMethod Root);
