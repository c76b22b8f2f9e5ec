using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Scratch of fused loops: an iteration fills what it reads, so that the adjoint of what was there before is zero, and its shadow is zero between
// iterations. Whoever runs several iterations at once needs to know.
internal sealed partial class ReverseSweep
{
    private readonly List<(int Label, IReadOnlyList<int> Classes)> _privateTo = new();
    private readonly Dictionary<int, int> _memoryOfShadow = new();

    /// <summary>States of memory which fused loops it is private to.</summary>
    public Region WithPrivateMemory(Region region) => _privateTo.Count == 0 ? region : region with
    {
        Ops = region.Ops.Map(op => op switch
        {
            AllocateOp o => o with { PrivateTo = LoopsOf(o.Result) },
            IfOp o => o with { Then = WithPrivateMemory(o.Then), Else = WithPrivateMemory(o.Else) },
            BlockOp o => o with { Body = WithPrivateMemory(o.Body) },
            ForOp o => o with { Body = WithPrivateMemory(o.Body) },
            LoopOp o => o with { Body = WithPrivateMemory(o.Body) },
            _ => op,
        }),
    };

    private EquatableArray<int> LoopsOf(IrValue memory)
    {
        int? known = _view.IsPrimal(memory) ? _view.ClassOf(memory) : _memoryOfShadow.TryGetValue(memory.Id, out int shadowed) ? shadowed : null;
        return known is { } own ? _privateTo.Where(loop => loop.Classes.Contains(own)).Select(loop => loop.Label).ToEquatableArray() : default;
    }
}
