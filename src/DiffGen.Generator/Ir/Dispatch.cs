namespace DiffGen.Generator.Ir;

/// <summary>How a method's companions take part in dispatch by the dynamic type of the receiver.</summary>
internal enum Dispatch
{
    /// <summary>They do not, or they implement the companions of an interface member.</summary>
    None,

    /// <summary>The method is an interface's: its companions throw where a type has none of its own.</summary>
    Interface,

    /// <summary>The method is abstract; its companions are virtual and throw, so that an override without companions has the error that says so.</summary>
    Abstract,

    /// <summary>The method is virtual, and so are its companions.</summary>
    Virtual,

    /// <summary>The method overrides a marked one, and so do its companions.</summary>
    Override,
}

/// <summary>The receiver of a method whose companions are called by the dynamic type of the receiver: derivatives are handed over as the type that declares the method.</summary>
/// <param name="CSharpType">The declaring type.</param>
/// <param name="Name">Name of a receiver of that type.</param>
/// <param name="MakesMembers">The method's file is the one that lets others visit the members of its class.</param>
/// <param name="Overridden">The key of the marked method whose companions are overridden, or empty.</param>
internal sealed record DeclaredReceiver(string CSharpType, string Name, bool MakesMembers, string Overridden);
