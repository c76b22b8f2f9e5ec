using System.Collections.Generic;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.FrontEnd;

/// <summary>
/// Decides which memory must be a real array: what is returned, stored in a jagged array, seen by foreign code or handed to another method as an
/// array. Flow does not matter: values that may be the same reference form one class.
/// </summary>
internal static class EscapeAnalysis
{
    public static IrMethod Run(IrMethod method)
    {
        var analysis = new Classes();
        analysis.Visit(method.Body, []);
        return analysis.HasAllocations ? method with { Body = Rewrite(method.Body, analysis) } : method;
    }

    private static Region Rewrite(Region region, Classes classes)
    {
        var ops = new Op[region.Ops.Length];
        for (int i = 0; i < ops.Length; i++)
        {
            ops[i] = region.Ops[i] switch
            {
                AllocateOp { Storage: Storage.Scratch } o when classes.Escapes(o.Result) => o with { Storage = Storage.Heap },
                IfOp o => o with { Then = Rewrite(o.Then, classes), Else = Rewrite(o.Else, classes) },
                BlockOp o => o with { Body = Rewrite(o.Body, classes) },
                ForOp o => o with { Body = Rewrite(o.Body, classes) },
                LoopOp o => o with { Body = Rewrite(o.Body, classes) },
                var other => other,
            };
        }
        return region with { Ops = new EquatableArray<Op>(ops) };
    }

    private sealed class Classes
    {
        private readonly Dictionary<int, int> _parents = new();
        private readonly HashSet<int> _escaping = new();
        private readonly List<int> _escapes = new();

        public bool HasAllocations { get; private set; }

        public bool Escapes(IrValue value)
        {
            if (_escaping.Count == 0)
            {
                foreach (int id in _escapes)
                    _escaping.Add(Find(id));
            }
            return _escaping.Contains(Find(value.Id));
        }

        public void Visit(Region region, Dictionary<int, (EquatableArray<IrValue> Results, EquatableArray<IrValue> Carried)> targets, EquatableArray<IrValue> yields = default)
        {
            foreach (Op op in region.Ops)
                Visit(op, targets);
            switch (region.End)
            {
                case Yield end:
                    Unite(end.Values, yields);
                    break;
                case Break { Label: IrMethod.ReturnLabel } end:
                    Escape(end.Values);
                    break;
                case Break end when targets.TryGetValue(end.Label, out var target):
                    Unite(end.Values, target.Results);
                    break;
                case Continue end when targets.TryGetValue(end.Label, out var target):
                    Unite(end.Values, target.Carried);
                    break;
            }
        }

        private void Visit(Op op, Dictionary<int, (EquatableArray<IrValue> Results, EquatableArray<IrValue> Carried)> targets)
        {
            switch (op)
            {
                case AllocateOp o:
                    // Rows of a jagged array are real arrays, and so is what holds them.
                    HasAllocations = true;
                    if (o.Result.Type is BufferType { IsObject: true } or BufferType { HoldsReferences: true })
                        _escapes.Add(o.Result.Id);
                    break;
                case StoreOp { Value.Type: BufferType } o:
                    _escapes.Add(o.Value.Id);
                    break;
                case ForeignOp o:
                    Escape(o.Arguments);
                    break;
                case CallOp o:
                    foreach (IrValue argument in o.Arguments)
                    {
                        if (argument.Type is BufferType { Kind: BufferKind.Array or BufferKind.Array2D or BufferKind.Object })
                            _escapes.Add(argument.Id);
                    }
                    break;
                case SelectOp o:
                    Unite(o.WhenTrue, o.Result);
                    Unite(o.WhenFalse, o.Result);
                    break;
                case SliceOp o:
                    Unite(o.Buffer, o.Result);
                    break;
                case IfOp o:
                    Visit(o.Then, targets, o.Results);
                    Visit(o.Else, targets, o.Results);
                    break;
                case BlockOp o:
                    targets[o.Label] = (o.Results, default);
                    Visit(o.Body, targets, o.Results);
                    break;
                case ForOp o:
                    Loop(o.Label, o.Results, o.Initial, o.Body, targets);
                    break;
                case LoopOp o:
                    Loop(o.Label, o.Results, o.Initial, o.Body, targets);
                    break;
            }
        }

        private void Loop(int label, EquatableArray<IrValue> results, EquatableArray<IrValue> initial, Region body,
            Dictionary<int, (EquatableArray<IrValue> Results, EquatableArray<IrValue> Carried)> targets)
        {
            targets[label] = (results, body.Parameters);
            Unite(initial, body.Parameters);
            Unite(results, body.Parameters);
            Visit(body, targets, body.Parameters);
        }

        private void Escape(EquatableArray<IrValue> values)
        {
            foreach (IrValue value in values)
            {
                if (value.Type is BufferType)
                    _escapes.Add(value.Id);
            }
        }

        private void Unite(EquatableArray<IrValue> left, EquatableArray<IrValue> right)
        {
            for (int i = 0; i < left.Length && i < right.Length; i++)
                Unite(left[i], right[i]);
        }

        private void Unite(IrValue left, IrValue right)
        {
            if (left.Type is BufferType)
                _parents[Find(left.Id)] = Find(right.Id);
        }

        private int Find(int id)
        {
            while (_parents.TryGetValue(id, out int parent) && parent != id)
                id = parent;
            return id;
        }
    }
}
