using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// The core of <c>FGradientBatch</c>: that of <c>FValueAndGradient</c> in a loop over inputs that lie side by side in spans. What the inputs do not
/// change is computed in front of the loop; its iterations run in lanes where all that the method does can.
/// </summary>
internal static class BatchCore
{
    /// <param name="one">The value and the gradient for one input, with the seed folded in.</param>
    /// <param name="signature">That of the method.</param>
    public static CoreFunction Of(CoreFunction one, IrSignature signature, DifferentiableRequest request, TransformOptions options)
    {
        int label = OpShape.AllOps(one.Body).Select(op => op switch { ForOp o => o.Label, LoopOp o => o.Label, BlockOp o => o.Label, _ => 0 }).DefaultIfEmpty(0).Max();
        var ids = new IdSource(one.NextId, System.Math.Max(label, IrMethod.ReturnLabel) + 1);
        var batch = BatchSignature.Of(signature, request);
        var memory = batch.Parameters.Select((parameter, i) => request.ActiveParameters.Contains(i) || i == signature.Parameters.Length ? ids.Value(parameter.Type, parameter.Name) : null).ToList();
        var destinations = request.ActiveParameters.OrderBy(i => i)
            .ToDictionary(i => i, i => ids.Value(AbiTypes.Destination((BufferType)batch.Parameters[i].Type), AbiNames.DerivativeOf(batch.Parameters[i].Name)));
        var leaves = AbiLeaves.OfParameters(signature);
        var parameters = new List<IrValue>();
        var body = new RegionBuilder(ids);
        var index = ids.Value(IrType.I32, "i");
        for (int i = 0; i < leaves.Length; i++)
        {
            if (memory[leaves[i].Parameter] is not { } inputs)
                parameters.Add(one.Parameters[i]);
            else
                body.Add(new LoadOp(one.Parameters[i], inputs, [index], leaves[i].Path));
            if (memory[leaves[i].Parameter] is { } span && !parameters.Contains(span))
                parameters.Add(span);
        }
        var values = memory[signature.Parameters.Length]!;
        var mark = ids.Value(IrType.I32, "mark");
        bool takesMemory = OpShape.AllOps(one.Body).Any(op => op is AllocateOp { Storage: Storage.Scratch or Storage.Stack });
        if (takesMemory)
            body.Add(new ScratchMarkOp(mark));
        body.AddRange(one.Body.Ops.Select(OffTheStack));
        if (takesMemory)
            body.Add(new ScratchReleaseOp(mark));
        var results = OpShape.Operands(one.Body.End);
        body.Add(new StoreOp(values, [index], default, results[0]));
        int next = 1;
        foreach (var leaf in leaves.Where(leaf => destinations.ContainsKey(leaf.Parameter)))
            body.Add(new StoreOp(destinations[leaf.Parameter], [index], leaf.Path, AbiLeaves.IsActive(leaf, request) ? results[next++] : ShadowMemory.Zero(body, leaf.Type)));

        var builder = new RegionBuilder(ids);
        var first = memory[request.ActiveParameters.Min()]!;
        builder.Add(new ForOp(default, ids.Label(), index, builder.Int(0), builder.Length(first), 1, false, default, body.Finish(new Yield(default))) { Line = one.Lines.Length });
        var core = one with
        {
            Variant = one.Variant + "|batch",
            Parameters = [.. parameters, values, .. destinations.OrderBy(pair => pair.Key).Select(pair => pair.Value)],
            Body = builder.Finish(new Break(IrMethod.ReturnLabel, default, -1)),
            ResultTypes = default,
            Lines = one.Lines.Add($"for (int i = 0; i < {first.Name}.Length; i++)"),
            NextId = ids.NextId,
        };
        var optimized = core with { Body = Optimizer.Run(core.Body, options) };
        return optimized with { UsesTape = ReverseTransform.NeedsTape(optimized.Body) };
    }

    // The stack gives nothing back between iterations.
    private static Op OffTheStack(Op op) => op switch
    {
        AllocateOp { Storage: Storage.Stack } o => o with { Storage = Storage.Scratch },
        IfOp o => o with { Then = OffTheStack(o.Then), Else = OffTheStack(o.Else) },
        BlockOp o => o with { Body = OffTheStack(o.Body) },
        ForOp o => o with { Body = OffTheStack(o.Body) },
        LoopOp o => o with { Body = OffTheStack(o.Body) },
        _ => op,
    };

    private static Region OffTheStack(Region region) => region with { Ops = region.Ops.Map(OffTheStack) };
}
