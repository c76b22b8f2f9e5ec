using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>What the printer knows of a value.</summary>
internal sealed class ValueInfo(IrValue value, RegionNode node, int index, int slot)
{
    public IrValue Value { get; } = value;

    /// <summary>The region that the value is defined in.</summary>
    public RegionNode Node { get; } = node;

    /// <summary>Place of the defining operation in its region; −1 for parameters and loop-carried values.</summary>
    public int Index { get; } = index;

    /// <summary>Which of the operation's results, or of the region's parameters, it is.</summary>
    public int Slot { get; } = slot;

    /// <summary>The operation that defines it, or null.</summary>
    public Op? Definition => Index < 0 ? null : Node.Region.Ops[Index];

    /// <summary>The counter of a <see cref="ForOp"/>, which its header declares.</summary>
    public bool IsInduction => Slot < 0;

    /// <summary>Something that runs depends on it.</summary>
    public bool IsNeeded { get; set; }

    /// <summary>How many operations and terminators that count read it, and the last of them.</summary>
    public int Uses { get; set; }

    public RegionNode? UseNode { get; set; }

    public int UseIndex { get; set; }

    /// <summary>Printed inside the expressions that use it.</summary>
    public bool IsInline { get; set; }

    /// <summary>C# expression that the caller gave for a parameter.</summary>
    public string? Bound { get; set; }

    /// <summary>The bound expression is a local or parameter that the printed code may assign.</summary>
    public bool IsAssignable { get; set; }

    /// <summary>The local that holds it, unless it is inline or bound.</summary>
    public Variable? Variable { get; set; }
}

/// <summary>A C# local that holds one value or several whose lifetimes do not meet.</summary>
internal sealed class Variable(IrType type)
{
    public IrType Type { get; } = type;

    public string Name { get; set; } = "";

    /// <summary>The region in whose braces it is declared; null if it exists already.</summary>
    public RegionNode? Scope { get; set; }

    /// <summary>The operation in that region that first touches it.</summary>
    public int Index { get; set; }

    /// <summary>That operation begins by assigning it, so that the declaration can be the assignment.</summary>
    public bool IsDeclaredByAssignment { get; set; }

    /// <summary>More than one assignment.</summary>
    public bool IsMutable { get; set; }

    public bool IsDeclared { get; set; }
}
