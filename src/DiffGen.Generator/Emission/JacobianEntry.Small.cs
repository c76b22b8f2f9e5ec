using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

// Rows that one pass gives of a few inputs: their derivatives lie on the stack. To rent a tape takes as long as the derivatives of a short method.
internal sealed partial class JacobianEntry
{
    private const string SmallBlock = "global::DiffGen.CompilerServices.SmallBlock";

    private string _small = "";
    private string _smallOffset = "0";

    private bool MayBeSmall =>
        _companion.Kind is CompanionKind.Jacobian or CompanionKind.AllocatingJacobian && _cores is { Forward: null, SecondOrder: null, Reverse: { Function.UsesTape: false } core }
        && _written.Count == 0 && _rows.Known <= core.Width.Count && _columns.HasBuffers
        && ActiveParameterLeaves.All(leaf => leaf.Type is not BufferType { Rank: not 1 } and not BufferType { Element: BufferType }) && SmallLanes(core).Count() == 1;

    private IEnumerable<string> SmallLanes(LaneCore core) =>
        ActiveParameterLeaves.Where(leaf => leaf.IsBuffer).Select(leaf => AbiTypes.TextOf(core.Width.TypeOf(JacobianShape.KindOf(leaf)))).Distinct();

    // What one pass writes to is zero at first, on the stack as on the tape.
    private void WithSmallMemory(System.Action body)
    {
        LaneCore core = _cores.Reverse!;
        string lane = SmallLanes(core).Single(), block = _names.Take("block"), count = _names.Take("count");
        _tape = _names.Take(CoreMethod.TapeName);
        _writer.Line($"int {count} = {string.Join(" + ", ActiveParameterLeaves.Where(leaf => leaf.IsBuffer).Select(SmallLength))};");
        _writer.Line($"{SmallBlock}<{lane}> {block} = default;");
        _writer.Line($"{CoreMethod.TapeType} {_tape} = {count} > {SmallBlock}<{lane}>.Capacity ? {CoreMethod.TapeType}.Rent() : null;");
        _writer.Line("try");
        _writer.Open();
        _small = _names.Take("derivatives");
        _writer.Line($"global::System.Span<{lane}> {_small} = {_tape} is null ? {block}.AsSpan() : {_tape}.Scratch<{lane}>({count});");
        body();
        _writer.Close();
        _writer.Line("finally");
        _writer.Open();
        _writer.Line($"{_tape}?.Return();");
        _writer.Close();
    }

    private string SmallLength(AbiLeaf leaf)
    {
        int perElement = LaneLayout.Of(LaneLayout.InnermostElement((BufferType)leaf.Type)).Count;
        string length = AbiNames.Escape(_signature.Parameters[leaf.Parameter].Name) + ".Length";
        return perElement == 1 ? length : $"{perElement} * {length}";
    }

    private void SmallShadow(AbiLeaf leaf, string lane, string name)
    {
        string length = SmallLength(leaf);
        _writer.Line($"global::System.Span<{lane}> {name} = {_small}.Slice({_smallOffset}, {length});");
        _smallOffset = _smallOffset == "0" ? length : $"{_smallOffset} + {length}";
    }
}
