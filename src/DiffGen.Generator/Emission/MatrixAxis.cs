using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>The rows or the columns of a matrix: how many there are, and where those of each leaf begin.</summary>
internal sealed class MatrixAxis
{
    private readonly EquatableArray<AbiLeaf> _leaves;
    private readonly EntryNames _names;
    private readonly Dictionary<AbiLeaf, string> _offsets = new();

    /// <param name="count">The name of the local that holds the number.</param>
    public MatrixAxis(EquatableArray<AbiLeaf> leaves, EntryNames names, string count)
    {
        _leaves = leaves;
        _names = names;
        Count = count;
        Known = leaves.Any(leaf => leaf.IsBuffer) ? null : leaves.Length;
    }

    public bool HasBuffers => Known is null;

    /// <summary>The number where the types alone tell it, or null.</summary>
    public int? Known { get; }

    /// <summary>An expression for the number.</summary>
    public string Count { get; }

    public EquatableArray<AbiLeaf> Leaves => _leaves;

    /// <summary>Where the part of a leaf begins: a number, or a sum.</summary>
    public string OffsetOf(AbiLeaf leaf) => _offsets[leaf];

    /// <summary>The declarations of the number and of what it is computed from.</summary>
    /// <param name="value">The variable that holds the returned array.</param>
    public IEnumerable<string> Declare(IrSignature signature, string value)
    {
        int scalars = 0;
        var lengths = new List<string>();
        foreach (AbiLeaf leaf in _leaves)
        {
            _offsets[leaf] = Sum(lengths, scalars);
            if (leaf.Type is not BufferType type)
            {
                scalars++;
                continue;
            }
            string variable = AbiNames.Escape(leaf.Parameter == AbiLeaf.Return ? value : signature.Parameters[leaf.Parameter].Name);
            int perElement = LaneLayout.Of(LaneLayout.InnermostElement(type)).Count;
            string length = $"{variable}.Length";
            if (type.Element is BufferType)
            {
                length = _names.Take((leaf.Parameter == AbiLeaf.Return ? value : signature.Parameters[leaf.Parameter].Name) + "Count");
                yield return $"int {length} = global::DiffGen.CompilerServices.Lanes.Count({variable});";
            }
            else if (leaf.Parameter == AbiLeaf.Return)
            {
                length = $"({variable}?.Length ?? 0)";
            }
            lengths.Add(perElement == 1 ? length : $"{perElement} * {length}");
        }
        yield return $"{(HasBuffers ? "" : "const ")}int {Count} = {Sum(lengths, scalars)};";
    }

    private static string Sum(List<string> lengths, int scalars) =>
        string.Join(" + ", scalars > 0 || lengths.Count == 0 ? lengths.Append(scalars.ToString(System.Globalization.CultureInfo.InvariantCulture)) : lengths);
}
