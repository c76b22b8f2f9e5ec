using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>
/// Moves the computation of a variable's new value behind the last use of its old one, where nothing forbids it: then both can live in one
/// local. A tangent, which needs the old value, so comes before the update: <c>ds = ds * x + s * dx; s *= x;</c>.
/// </summary>
internal static class Ordering
{
    private const int FarthestMove = 100;

    public static Region Run(Region region)
    {
        Op[] ops = [.. region.Ops.Select(Inside)];
        var uses = new List<HashSet<IrValue>>();
        foreach (Op op in ops)
            uses.Add([.. OpShape.Operands(op)]);
        for (int i = ops.Length - 2; i >= 0; i--)
        {
            if (ops[i] is not ApplyOp { Result.Name.Length: > 0 } update)
                continue;
            int place = Place(ops, uses, i, update.Result);
            if (place <= i)
                continue;
            HashSet<IrValue> moved = uses[i];
            for (int j = i; j < place; j++)
            {
                ops[j] = ops[j + 1];
                uses[j] = uses[j + 1];
            }
            ops[place] = update;
            uses[place] = moved;
        }
        return region with { Ops = new EquatableArray<Op>(ops) };
    }

    // The place of the last operation that reads an old version, if nothing up to there reads the new one.
    private static int Place(Op[] ops, List<HashSet<IrValue>> uses, int index, IrValue updated)
    {
        int place = index;
        Effect effect = OpEffects.Of(ops[index]);
        for (int i = index + 1; i < ops.Length && i <= index + FarthestMove; i++)
        {
            if (uses[i].Contains(updated) || !OpEffects.Commute(effect, OpEffects.Of(ops[i])) || ops[i] is CommentOp || OpShape.Regions(ops[i]).Length > 0)
                break;
            if (uses[i].Any(v => v.Name == updated.Name && v.Type.Equals(updated.Type)))
                place = i;
        }
        return place;
    }

    private static Op Inside(Op op) => op switch
    {
        IfOp o => o with { Then = Run(o.Then), Else = Run(o.Else) },
        BlockOp o => o with { Body = Run(o.Body) },
        ForOp o => o with { Body = Run(o.Body) },
        LoopOp o => o with { Body = Run(o.Body) },
        _ => op,
    };
}
