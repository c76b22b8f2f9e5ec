using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// The core of <c>FGradientBatch</c>: that of <c>FValueAndGradient</c> in a loop over inputs that lie side by side in spans. Its iterations run in
/// lanes where all that the method does can.
/// </summary>
internal sealed class BatchCore
{
    private readonly CoreFunction _one;
    private readonly DifferentiableRequest _request;
    private readonly EquatableArray<AbiLeaf> _leaves;
    private readonly IdSource _ids;
    private readonly RegionBuilder _body;
    private readonly IrValue _index;
    private readonly Dictionary<int, IrValue> _starts = new();

    private BatchCore(CoreFunction one, IrSignature signature, DifferentiableRequest request)
    {
        _one = one;
        _request = request;
        _leaves = AbiLeaves.OfParameters(signature);
        int label = OpShape.AllOps(one.Body).Select(op => op switch { ForOp o => o.Label, LoopOp o => o.Label, BlockOp o => o.Label, _ => 0 }).DefaultIfEmpty(0).Max();
        _ids = new IdSource(one.NextId, System.Math.Max(label, IrMethod.ReturnLabel) + 1);
        _body = new RegionBuilder(_ids);
        _index = _ids.Value(IrType.I32, "i");
    }

    /// <summary>Makes the loop out of the core for one input.</summary>
    /// <param name="one">The value and the gradient for one input, with the seed folded in.</param>
    /// <param name="signature">That of the method.</param>
    public static CoreFunction Of(CoreFunction one, IrSignature signature, DifferentiableRequest request, TransformOptions options) =>
        new BatchCore(one, signature, request).Loop(BatchSignature.Of(signature, request), options);

    private CoreFunction Loop(IrSignature batch, TransformOptions options)
    {
        var active = _request.ActiveParameters.OrderBy(i => i).ToList();
        var inputs = active.ToDictionary(i => i, i => Memory((BufferType)batch.Parameters[i].Type, batch.Parameters[i].Name));
        var values = Memory((BufferType)batch.Parameters[batch.Parameters.Length - 1].Type, batch.Parameters[batch.Parameters.Length - 1].Name);
        var destinations = active.ToDictionary(i => i, i => Memory(AbiTypes.Destination((BufferType)batch.Parameters[i].Type), AbiNames.DerivativeOf(batch.Parameters[i].Name)));
        var parameters = new List<IrValue>();
        for (int i = 0; i < _leaves.Length; i++)
        {
            if (!inputs.TryGetValue(_leaves[i].Parameter, out var span))
            {
                parameters.Add(_one.Parameters[i]);
                continue;
            }
            if (!parameters.Contains(span))
                parameters.Add(span);
            var (index, path) = Place(span, _leaves[i]);
            _body.Add(new LoadOp(_one.Parameters[i], span, [index], path));
        }
        var results = AddOneInput();
        _body.Add(new StoreOp(values, [_index], default, results[0]));
        int next = 1;
        foreach (var leaf in _leaves.Where(leaf => destinations.ContainsKey(leaf.Parameter)))
        {
            var (index, path) = Place(destinations[leaf.Parameter], leaf);
            _body.Add(new StoreOp(destinations[leaf.Parameter], [index], path, AbiLeaves.IsActive(leaf, _request) ? results[next++] : ShadowMemory.Zero(_body, leaf.Type)));
        }
        var builder = new RegionBuilder(_ids);
        builder.Add(new ForOp(default, _ids.Label(), _index, builder.Int(0), builder.Length(values), 1, false, default, _body.Finish(new Yield(default))) { Line = _one.Lines.Length });
        var body = Optimizer.Run(builder.Finish(new Break(IrMethod.ReturnLabel, default, -1)), options);
        return _one with
        {
            Variant = _one.Variant + "|batch",
            Parameters = [.. parameters, values, .. active.Select(i => destinations[i])],
            Body = body,
            ResultTypes = default,
            Lines = _one.Lines.Add($"for (int i = 0; i < {values.Name}.Length; i++)"),
            NextId = _ids.NextId,
            UsesTape = ReverseTransform.NeedsTape(body),
        };
    }

    private IrValue Memory(BufferType type, string name) => _ids.Value(BatchSignature.InCore(type), name);

    // Where the numbers of an element lie one after the other, a field is a place among them.
    private (IrValue Index, EquatableArray<string> Path) Place(IrValue memory, AbiLeaf leaf)
    {
        if (memory.Type is BufferType { Element: StructType } || leaf.Path.IsEmpty)
            return (_index, leaf.Path);
        var fields = _leaves.Where(other => other.Parameter == leaf.Parameter).ToList();
        if (!_starts.TryGetValue(fields.Count, out var start))
            _starts[fields.Count] = start = _body.Apply("mul", IrType.I32, _index, _body.Int(fields.Count));
        int field = fields.IndexOf(leaf);
        return (field == 0 ? start : _body.Apply("add", IrType.I32, start, _body.Int(field)), default);
    }

    private EquatableArray<IrValue> AddOneInput()
    {
        var mark = _ids.Value(IrType.I32, "mark");
        bool takesMemory = OpShape.AllOps(_one.Body).Any(op => op is AllocateOp { Storage: Storage.Scratch or Storage.Stack });
        if (takesMemory)
            _body.Add(new ScratchMarkOp(mark));
        _body.AddRange(_one.Body.Ops.Select(OffTheStack));
        if (takesMemory)
            _body.Add(new ScratchReleaseOp(mark));
        return OpShape.Operands(_one.Body.End);
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
