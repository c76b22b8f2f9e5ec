using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Replaces calls of differentiable methods by their bodies, callees first. Recursive methods stay calls, and so do bodies that would make the
/// caller larger than a compiled method should be, and those that name members that only their own type can see.
/// </summary>
internal sealed class Inliner
{
    /// <summary>A caller grows to at most this many operations; the limits of the JIT compiler lie near 2,000 statements.</summary>
    private const int LargestCaller = 600;

    private readonly Dictionary<string, IrMethod> _methods = new();
    private readonly Dictionary<string, IrMethod> _inlined = new();
    private readonly HashSet<string> _active = new();
    private readonly bool _arraysOnly;
    private readonly HashSet<string> _recursive = new();

    /// <param name="arraysOnly">Only what cannot stay a call: methods that return arrays.</param>
    public Inliner(IrUnit unit, bool arraysOnly)
    {
        _arraysOnly = arraysOnly;
        foreach (var method in unit.Callees.Add(unit.Root))
            _methods[method.Key] = method;
        foreach (string key in _methods.Keys)
        {
            if (Reaches(key, key, new()))
                _recursive.Add(key);
        }
    }

    /// <summary>The method with what can be inlined inlined, all the way down.</summary>
    public IrMethod Inline(string key)
    {
        if (_inlined.TryGetValue(key, out var known))
            return known;
        _active.Add(key);
        var method = _methods[key];
        var pass = new Pass(this, method);
        var body = pass.Run(method.Body);
        _active.Remove(key);
        return _inlined[key] = method with { Body = body, Lines = pass.Lines.ToEquatableArray(), NextId = pass.Ids.NextId, NextLabel = pass.Ids.NextLabel };
    }

    private bool Reaches(string from, string target, HashSet<string> seen)
    {
        if (!_methods.TryGetValue(from, out var method) || !seen.Add(from))
            return false;
        foreach (var op in OpShape.AllOps(method.Body))
        {
            if (op is CallOp call && (call.Callee == target || Reaches(call.Callee, target, seen)))
                return true;
        }
        return false;
    }

    private static bool IsVisibleFrom(IrMethod callee, IrMethod caller) =>
        callee.Signature.ContainingTypes == caller.Signature.ContainingTypes && callee.Signature.Namespace == caller.Signature.Namespace
        || OpShape.AllOps(callee.Body).All(op => op is not (ForeignOp { Accessible: false } or StaticBufferOp { Accessible: false }));

    /// <summary>One caller.</summary>
    private sealed class Pass
    {
        private readonly Inliner _inliner;
        private readonly IrMethod _caller;
        private int _size;

        public Pass(Inliner inliner, IrMethod caller)
        {
            _inliner = inliner;
            _caller = caller;
            Ids = new IdSource(caller.NextId, caller.NextLabel);
            Lines = [.. caller.Lines];
            _size = OpShape.AllOps(caller.Body).Count();
        }

        public IdSource Ids { get; }

        public List<string> Lines { get; }

        public Region Run(Region region)
        {
            var ops = new List<Op>();
            foreach (var op in region.Ops)
                ops.Add(op is CallOp { Kind: CallKind.Primal } call ? Inlined(call) ?? (Op)call : WithRegions(op));
            return region with { Ops = ops.ToEquatableArray() };
        }

        private Op WithRegions(Op op) => op switch
        {
            IfOp o => o with { Then = Run(o.Then), Else = Run(o.Else) },
            BlockOp o => o with { Body = Run(o.Body) },
            ForOp o => o with { Body = Run(o.Body) },
            LoopOp o => o with { Body = Run(o.Body) },
            _ => op,
        };

        private BlockOp? Inlined(CallOp call)
        {
            if (_inliner._recursive.Contains(call.Callee) || !_inliner._methods.ContainsKey(call.Callee) || _inliner._active.Contains(call.Callee))
                return null;
            bool returnsArray = call.Results.Any(result => result.Type is BufferType);
            if (_inliner._arraysOnly && !returnsArray)
                return null;
            if (_inliner._methods[call.Callee].IsSealed)
                return null;
            var callee = _inliner.Inline(call.Callee);
            int size = OpShape.AllOps(callee.Body).Count();
            if (_size + size > LargestCaller && !returnsArray || !IsVisibleFrom(callee, _caller))
                return null;
            _size += size;
            int firstLine = Lines.Count;
            Lines.AddRange(callee.Lines);
            int label = Ids.Label();
            var rewriter = new RegionRewriter(Ids) { MapLine = line => line + firstLine, StripOrdinals = true };
            rewriter.MapLabel(IrMethod.ReturnLabel, label);
            for (int i = 0; i < callee.Parameters.Length; i++)
                rewriter.Substitute(callee.Parameters[i], call.Arguments[i]);
            return new BlockOp(call.Results, label, rewriter.Copy(callee.Body)) { Line = call.Line };
        }
    }
}
