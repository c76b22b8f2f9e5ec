using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Threads;

/// <summary>About how many operations an iteration is. How often inner loops run is not known.</summary>
internal static class ThreadedCost
{
    private const int Rounds = 16, Call = 64, Function = 16, Most = 1 << 20;

    public static int Of(Region body) => (int)System.Math.Min(Most, body.Ops.Sum(op => (long)Of(op)));

    private static int Of(Op op) => op switch
    {
        ForOp o => System.Math.Min(Most, Rounds * Of(o.Body)),
        LoopOp o => System.Math.Min(Most, Rounds * Of(o.Body)),
        IfOp o => 1 + Of(o.Then) + Of(o.Else),
        BlockOp o => Of(o.Body),
        CallOp => Call,
        ForeignOp => Function,
        ApplyOp { Primitive: "add" or "sub" or "mul" or "neg" } => 1,
        ApplyOp { Result.Type.IsFloat: true } => Function,
        CommentOp or ConstantOp => 0,
        _ => 1,
    };
}
