using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Local arrays whose reference never leaves the method become spans over the tape's workspace: nothing is allocated per call. Runs after
/// inlining, which is when most of the calls that an array was passed to are gone.
/// </summary>
internal static class LocalStorage
{
    /// <param name="keepsMeeting">Arrays of which a branch or loop chooses one, and not all of which exist before it, stay arrays: only those
    /// can be kept on the tape.</param>
    public static IrMethod Run(IrMethod method, bool keepsMeeting)
    {
        var aliases = new AliasClasses(method.Parameters, method.Body);
        var made = new HashSet<int>();
        var kept = new HashSet<int>();
        foreach (var parameter in method.Parameters)
            Keep(parameter);
        foreach (var op in OpShape.AllOps(method.Body))
        {
            if (op is AllocateOp { Result.Type: BufferType { Kind: BufferKind.Array, Element: not BufferType } } allocate)
                made.Add(aliases.ClassOf(allocate.Result));
            else if (op is ForeignOp or StaticBufferOp or LoadOp)
                KeepAll(OpShape.Results(op));
            if (op is ForeignOp)
                KeepAll(OpShape.Operands(op));
            // A method that takes a span cannot keep it.
            if (op is CallOp)
                KeepAll(OpShape.Operands(op).Where(operand => operand.Type is not BufferType { Kind: BufferKind.Span or BufferKind.ReadOnlySpan }));
            if (op is CallOp)
                KeepAll(OpShape.Results(op));
            if (op is StoreOp { Value.Type: BufferType } store)
                Keep(store.Value);
            if (op is ConstantOp { Result.Type: BufferType } constant)
                Keep(constant.Result);
        }
        KeepReturned(method.Body);
        if (keepsMeeting)
            kept.UnionWith(Meetings(method.Body, aliases));
        made.ExceptWith(kept);
        return method with { Body = new Pass(aliases, made, stackToo: keepsMeeting).Copy(method.Body) };

        void Keep(IrValue value)
        {
            if (value.Type is BufferType)
                kept.Add(aliases.ClassOf(value));
        }

        void KeepAll(IEnumerable<IrValue> values)
        {
            foreach (var value in values)
                Keep(value);
        }

        void KeepReturned(Region region)
        {
            if (region.End is Break { Label: IrMethod.ReturnLabel } exit)
                KeepAll(exit.Values);
            foreach (var inner in region.Ops.SelectMany(op => OpShape.Regions(op)))
                KeepReturned(inner);
        }
    }

    // Classes of which references meet at a place that does not lie within the region of every array of the class.
    private static IEnumerable<int> Meetings(Region body, AliasClasses aliases)
    {
        var makers = new List<(int Class, Region[] Path)>();
        var meetings = new List<(int Class, Region[] Path)>();
        Visit(body, [body]);
        return meetings.Where(meeting => makers.Any(maker => maker.Class == meeting.Class && !IsPrefix(maker.Path, meeting.Path))).Select(meeting => meeting.Class);

        void Visit(Region region, Region[] path)
        {
            foreach (var op in region.Ops)
            {
                var inner = OpShape.Regions(op);
                foreach (var result in OpShape.Results(op).Where(result => result.Type is BufferType))
                {
                    if (op is AllocateOp)
                        makers.Add((aliases.ClassOf(result), path));
                    else if (inner.Length > 0)
                        meetings.Add((aliases.ClassOf(result), path));
                }
                foreach (var nested in inner)
                    Visit(nested, [.. path, nested]);
            }
        }
    }

    private static bool IsPrefix(Region[] outer, Region[] inner) =>
        outer.Length <= inner.Length && outer.Zip(inner, ReferenceEquals).All(same => same);

    /// <summary>Changes the kind of the references of the chosen classes.</summary>
    private sealed class Pass(AliasClasses aliases, HashSet<int> chosen, bool stackToo)
    {
        private readonly RegionRewriter _rewriter = new(null);

        public Region Copy(Region body)
        {
            foreach (var region in Regions(body))
            {
                foreach (var value in region.Parameters.Concat(region.Ops.SelectMany(op => OpShape.Results(op))))
                    Choose(value);
            }
            return Retype(_rewriter.Copy(body));
        }

        private static IEnumerable<Region> Regions(Region region) =>
            region.Ops.SelectMany(op => OpShape.Regions(op)).SelectMany(Regions).Prepend(region);

        private void Choose(IrValue value)
        {
            if (IsChosen(value))
                _rewriter.Substitute(value, AsSpan(value));
        }

        private bool IsChosen(IrValue value) =>
            value.Type is BufferType { Kind: BufferKind.Array } && chosen.Contains(aliases.ClassOf(value));

        private static IrValue AsSpan(IrValue value) => value with { Type = ((BufferType)value.Type) with { Kind = BufferKind.Span } };

        private IrValue Retype(IrValue value) => IsChosen(value) ? AsSpan(value) : value;

        // Definitions are not operands: the rewriter leaves them as they are.
        private Region Retype(Region region) => region with
        {
            Parameters = region.Parameters.Map(Retype),
            Ops = region.Ops.Map(op => op switch
            {
                AllocateOp o when IsChosen(o.Result) => o with { Result = AsSpan(o.Result), Storage = Storage.Scratch },
                // What a branch takes from the stack could not be handed on to the reverse sweep.
                AllocateOp { Storage: Storage.Stack } o when stackToo => o with { Storage = Storage.Scratch },
                SliceOp o => o with { Result = Retype(o.Result) },
                SelectOp o => o with { Result = Retype(o.Result) },
                IfOp o => o with { Results = o.Results.Map(Retype), Then = Retype(o.Then), Else = Retype(o.Else) },
                BlockOp o => o with { Results = o.Results.Map(Retype), Body = Retype(o.Body) },
                ForOp o => o with { Results = o.Results.Map(Retype), Body = Retype(o.Body) },
                LoopOp o => o with { Results = o.Results.Map(Retype), Body = Retype(o.Body) },
                _ => op,
            }),
        };
    }
}
