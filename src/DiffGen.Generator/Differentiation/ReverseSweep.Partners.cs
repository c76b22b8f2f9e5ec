using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// The derivative of a sine is a cosine, which the primal may have computed as well.
internal sealed partial class ReverseSweep
{
    private readonly Dictionary<Region, Dictionary<(string Primitive, IrValue Argument), IrValue>> _functions = new(ReferenceComparer<Region>.Instance);

    /// <summary>Another function of an operation's argument, if the primal computes it in the same region.</summary>
    private IrValue? Partner(ApplyOp op, string primitive)
    {
        if (!_options.Recompute)
            return null;
        var region = _view.RegionOf(op.Result);
        if (!_functions.TryGetValue(region, out var functions))
        {
            _functions[region] = functions = new();
            foreach (var function in region.Ops.OfType<ApplyOp>().Where(o => o.Arguments.Length == 1 && o.Result.Type.IsFloat))
                functions[(function.Primitive, function.Arguments[0])] = function.Result;
        }
        return functions.TryGetValue((primitive, op.Arguments[0]), out var known) && known.Type.Equals(op.Result.Type) ? Need(known) : null;
    }
}
