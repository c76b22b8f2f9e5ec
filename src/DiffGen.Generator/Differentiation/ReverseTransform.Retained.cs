using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Split mode: the two sweeps as functions of their own, between which anything may happen to the arguments.
internal sealed partial class ReverseTransform
{
    /// <summary>
    /// Cores of kinds <see cref="CoreKind.Forward"/> and <see cref="CoreKind.Pullback"/> whose record can be read many times. The pullback is given no
    /// primal buffer; memory for adjoints that the primal sweep made is zero again when it ends.
    /// </summary>
    /// <param name="variant">Tells the cores of a method's requests apart.</param>
    public SplitCores Retained(ISet<int> activeLeaves, ISet<int> activeResults, int returnLeaves, string variant)
    {
        var (method, sizes) = WithSizes(activeLeaves);
        var transform = new ReverseTransform(method, _effects, _options, _variants);
        var work = transform.Begin(activeLeaves, activeResults, FrameKind.Record);
        work.View.ClearsPairs = true;
        foreach (var pair in sizes)
            work.Sweep.GiveSizes(pair.Key, pair.Value);
        var cotangents = new List<IrValue>();
        work.Sweep.EnterDestinations();
        foreach (int i in activeResults.OrderBy(i => i))
        {
            var result = work.Returned[i];
            var type = result.Type is BufferType buffer ? CotangentType(buffer) : result.Type;
            var cotangent = work.Ids.Value(type, i == 0 && returnLeaves == 1 ? "cotangent" : "cotangent" + (i + 1));
            cotangents.Add(cotangent);
            work.Sweep.SeedResult(result, cotangent);
        }
        work.Sweep.Run();
        work.Sweep.LeaveDestinations();
        var adjoints = work.Adjoints(activeLeaves).ToEquatableArray();

        var forwardOps = new ForwardSweep(work.Sweep, work.View, work.Ids, work.Sweep.Fusion).CallRecord(work.Method.Body, work.Frame);
        var forward = transform.Finish(CoreKind.Forward, variant, method.Parameters, forwardOps, work.Returned, work);
        List<Op> backwardOps = [.. Records.Pop(work.Frame, work.Ids), .. work.Sweep.Root.Builder.TakeOps()];
        return new(forward, transform.Finish(CoreKind.Pullback, variant, [.. cotangents, .. work.Shadows], backwardOps, adjoints, work));
    }

    // Lengths of inactive buffers are read up front: adjoints of what the method writes to them need as much memory.
    private (IrMethod Method, Dictionary<int, EquatableArray<IrValue>> Sizes) WithSizes(ISet<int> activeLeaves)
    {
        var ids = new IdSource(_method.NextId, _method.NextLabel);
        var lengths = new List<Op>();
        var sizes = new Dictionary<int, EquatableArray<IrValue>>();
        for (int i = 0; i < _method.Parameters.Length; i++)
        {
            var parameter = _method.Parameters[i];
            if (activeLeaves.Contains(i) || parameter.Type is not BufferType { Element: not BufferType } type)
                continue;
            sizes[parameter.Id] = Enumerable.Range(0, type.Rank).Select(_ => ids.Value(IrType.I32, parameter.Name + "Length")).ToEquatableArray();
            lengths.AddRange(sizes[parameter.Id].Select((size, dimension) => new LengthOp(size, parameter, dimension)));
        }
        var body = _method.Body with { Ops = [.. lengths, .. _method.Body.Ops] };
        return (_method with { Body = body, NextId = ids.NextId }, sizes);
    }
}
