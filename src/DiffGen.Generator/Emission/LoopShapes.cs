using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>A loop whose only test stands at the start or the end of its body.</summary>
/// <param name="Test">The branch that leaves or stays.</param>
/// <param name="Index">Its place in the body.</param>
/// <param name="Exit">The side that leaves.</param>
/// <param name="StaysWhenTrue">The loop goes on while the condition holds; else, until it does.</param>
internal sealed record LoopTest(IfOp Test, int Index, RegionNode Exit, bool StaysWhenTrue);

/// <summary>Recognises <c>while</c> and <c>do</c> loops.</summary>
internal static class LoopShapes
{
    /// <summary>The test before anything else happens in the body, or null.</summary>
    public static LoopTest? While(BodyModel model, RegionNode body, int label)
    {
        for (int i = 0; i < body.End; i++)
        {
            if (IsSilent(model, body.Region.Ops[i]))
                continue;
            return Test(model, body, i, label);
        }
        return null;
    }

    /// <summary>The test after everything else in the body, or null.</summary>
    public static LoopTest? Do(BodyModel model, RegionNode body, int label)
    {
        if (body.Region.End is not Yield || model.Continues(label).Count > 0)
            return null;
        for (int i = body.End - 1; i >= 0; i--)
        {
            if (IsSilent(model, body.Region.Ops[i]))
                continue;
            return Test(model, body, i, label);
        }
        return null;
    }

    private static LoopTest? Test(BodyModel model, RegionNode body, int index, int label)
    {
        if (body.Region.Ops[index] is not IfOp test || !test.Results.IsEmpty)
            return null;
        RegionNode[] sides = body.Children(index);
        for (int i = 0; i < 2; i++)
        {
            RegionNode exit = sides[i], stay = sides[1 - i];
            if (IsEmpty(model, exit) && IsEmpty(model, stay) && exit.Region.End is Break end && end.Label == label && stay.Region.End is Yield)
                return new LoopTest(test, index, exit, StaysWhenTrue: i == 1);
        }
        return null;
    }

    private static bool IsEmpty(BodyModel model, RegionNode node) => node.Region.Ops.All(op => IsSilent(model, op));

    // Prints nothing of its own.
    private static bool IsSilent(BodyModel model, Op op) =>
        !model.IsLive(op) || (OpShape.Results(op).Length > 0 && OpShape.Results(op).All(r => model[r].IsInline || !model[r].IsNeeded) && OpShape.Results(op).Any(r => model[r].IsInline));
}
