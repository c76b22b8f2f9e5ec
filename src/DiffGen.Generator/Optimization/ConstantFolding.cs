using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>Computes operations on constants, where the result is the same on every machine: arithmetic, comparisons, conversions, roots.</summary>
internal sealed class ConstantFolding : RegionPass
{
    protected override void Visit(Op op, List<Op> output)
    {
        if (op is ApplyOp { Result.Type: ScalarType type } apply && Fold(apply, type.Kind) is { } value)
            ReplaceByConstant(op, apply.Result, value, output);
        else
            output.Add(Descend(op));
    }

    private Constant? Fold(ApplyOp op, ScalarKind kind)
    {
        var arguments = new Constant[op.Arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            if (ConstantOf(op.Arguments[i]) is not { } constant)
                return null;
            arguments[i] = constant;
        }
        return arguments.Length == 0 ? null : ConstantArithmetic.Apply(op.Primitive, kind, arguments, op.Checked);
    }
}
