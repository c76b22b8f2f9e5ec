using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Adjoints;

/// <summary>Loops each of whose iterations runs to the end of the body.</summary>
internal static class ExitFree
{
    public static bool Is(ForOp loop) => loop.Body.End is Yield && StaysInside(loop.Body, []);

    private static bool StaysInside(Region region, HashSet<int> inside)
    {
        if (region.End is Break { Label: var left } && !inside.Contains(left) || region.End is Continue { Label: var next } && !inside.Contains(next))
            return false;
        return region.Ops.All(op =>
        {
            var labels = new HashSet<int>(inside);
            if (op is ForOp or LoopOp)
                labels.Add(Differentiation.LoopParts.Of(op).Label);
            else if (op is BlockOp block)
                labels.Add(block.Label);
            return OpShape.Regions(op).All(inner => StaysInside(inner, labels));
        });
    }
}
