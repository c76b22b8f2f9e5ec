using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Outlining;

/// <summary>
/// Puts the loops in lanes of large cores into methods of their own, each with the loop for the iterations that are left. The runtime's compiler runs out of
/// registers for a method of many loops and spans: counters and addresses then lie in memory, inside the innermost loops, too.
/// </summary>
internal sealed class OutlinedLoops
{
    // Cores with fewer loops are read, and compiled, as one.
    private const int FewestLoops = 6;

    // A loop over more is long itself, and handing them over takes as long as a round of it.
    private const int MostReferences = 6;

    private readonly CoreFunction _core;
    private readonly IrSignature _owner;
    private readonly Dictionary<int, int> _uses = new();
    private readonly Dictionary<int, Op> _definitions = new();

    private OutlinedLoops(CoreFunction core, IrSignature owner)
    {
        _core = core;
        _owner = owner;
        foreach (var op in OpShape.AllOps(core.Body))
        {
            foreach (var result in OpShape.Results(op))
                _definitions[result.Id] = op;
        }
        Count(core.Body, _uses);
    }

    private List<CoreFunction> Functions { get; } = new();

    private List<IrMethod> Methods { get; } = new();

    public static Cores Finish(Cores cores, IrUnit unit, TransformOptions options)
    {
        if (!options.Optimize || options.DisabledPasses.Contains(nameof(OutlinedLoops)))
            return cores;
        var owners = unit.Callees.Concat(cores.Derived).Append(unit.Root).GroupBy(method => method.Key).ToDictionary(methods => methods.Key, methods => methods.First().Signature);
        var functions = new List<CoreFunction>();
        var methods = new List<IrMethod>();
        var known = new HashSet<string>();
        var finished = cores.Map(Outline);
        return finished with { Helpers = [.. finished.Helpers, .. functions], Derived = [.. finished.Derived, .. methods] };

        CoreFunction Outline(CoreFunction core)
        {
            if (!owners.TryGetValue(core.Callee, out var owner) || owner.TypeArguments.Length > 0 || LaneLoop.All(core.Body).Count() < FewestLoops)
                return core;
            var pass = new OutlinedLoops(core, owner);
            var body = pass.Rewrite(core.Body);
            functions.AddRange(pass.Functions.Where(function => known.Add(function.Callee)));
            methods.AddRange(pass.Methods.Where(method => functions.Exists(function => function.Callee == method.Key) && !methods.Exists(other => other.Key == method.Key)));
            return core with { Body = body };
        }
    }

    private Region Rewrite(Region region)
    {
        var ops = region.Ops.ToList();
        for (int i = 0; i < ops.Count; i++)
        {
            if (LaneLoop.At(ops, i) is { } loop && Outlined(ops, loop) is { } call)
            {
                ops[i + 1] = call;
                ops.RemoveAll(op => loop.Ops.Exists(moved => ReferenceEquals(moved, op)));
                i = ops.FindIndex(op => ReferenceEquals(op, call));
                continue;
            }
            ops[i] = ops[i] switch
            {
                IfOp o => o with { Then = Rewrite(o.Then), Else = Rewrite(o.Else) },
                BlockOp o => o with { Body = Rewrite(o.Body) },
                ForOp o => o with { Body = Rewrite(o.Body) },
                LoopOp o => o with { Body = Rewrite(o.Body) },
                var other => other,
            };
        }
        return region with { Ops = ops.ToEquatableArray() };
    }

    private CallOp? Outlined(List<Op> ops, LaneLoop loop)
    {
        if (!loop.IsInnermost || !loop.CanStandAlone)
            return null;
        Gather(ops, loop);
        var inside = new Region(default, loop.Ops.ToEquatableArray(), new Yield(default));
        var uses = new Dictionary<int, int>();
        Count(inside, uses);
        var results = loop.Rest.Results.Where(result => UsesOf(_uses, result) > UsesOf(uses, result)).ToEquatableArray();
        if (results.Any(result => result.Type is not ScalarType))
            return null;

        var free = Free(inside).ToList();
        // Literals, and the lengths of what is handed over, are known inside without being handed over.
        var known = free.Where(value => _definitions.TryGetValue(value.Id, out var op) && (op is ConstantOp || op is LengthOp length && free.Contains(length.Buffer))).ToList();
        var parameters = free.Except(known).ToEquatableArray();
        if (parameters.Count(parameter => parameter.Type is BufferType) > MostReferences || !parameters.All(parameter => parameter.Type is ScalarType or LaneType or BufferType { Element: ScalarType }))
            return null;
        EquatableArray<Op> begin = known.Select(value => _definitions[value.Id]).ToEquatableArray();
        var body = new Region(default, [.. begin, .. inside.Ops], new Break(IrMethod.ReturnLabel, results, -1));
        string text = loop.Rest.Line >= 0 ? _core.Lines[loop.Rest.Line] : "";
        // The same loop in several cores is one method.
        string key = $"{_core.Callee}|loop|{text}|{string.Join(",", parameters.Select(p => $"{p} {p.Type}"))}|{IrPrinter.Print(body)}";
        var function = new CoreFunction(key, CoreKind.Primal, "", parameters, body, results.Map(result => result.Type), ReverseTransform.NeedsTape(body), default, _core.Lines, _core.NextId) { OutlinedLoop = text };
        Functions.Add(function);
        Methods.Add(DerivedMethod.Create(key, "Loop", _owner, parameters.Select(parameter => new DerivedValue(parameter, false)), body, results.Select(result => (result.Type, false)), _core.Lines, _core.NextId));
        return new CallOp(results, key, CallKind.Primal, parameters);
    }

    // What is computed in front of the loop for nothing else goes with it.
    private void Gather(List<Op> ops, LaneLoop loop)
    {
        var uses = new Dictionary<int, int>();
        foreach (var op in loop.Ops)
            Count(op, uses);
        for (int i = ops.FindIndex(op => ReferenceEquals(op, loop.InLanes)) - 1; i >= 0; i--)
        {
            var op = ops[i];
            if (!IsMovable(op) || OpShape.Results(op).Any(result => UsesOf(uses, result) != UsesOf(_uses, result)))
                continue;
            loop.Ops.Insert(0, op);
            Count(op, uses);
        }
    }

    // Depends on values alone, and cannot fail.
    private static bool IsMovable(Op op) => op switch
    {
        ConstantOp or LengthOp => true,
        ApplyOp o => o is { Checked: false, Primitive: "add" or "sub" or "mul" or "shl" or "shr" or "convert" or "max" or "eq" or "ne" or "lt" or "le" or "gt" or "ge" or "and" or "not" } && o.Arguments.All(argument => argument.Type.IsInteger || argument.Type == IrType.Bool),
        ForeignOp o => o is { IsPure: true, IsTotal: true, IsGuard: false },
        _ => false,
    };

    private static int UsesOf(Dictionary<int, int> uses, IrValue value) => uses.TryGetValue(value.Id, out int count) ? count : 0;

    private static void Count(Region region, Dictionary<int, int> uses)
    {
        foreach (var op in region.Ops)
            Count(op, uses);
        Add(OpShape.Operands(region.End), uses);
    }

    private static void Count(Op op, Dictionary<int, int> uses)
    {
        Add(OpShape.Operands(op), uses);
        foreach (var region in OpShape.Regions(op))
            Count(region, uses);
    }

    private static void Add(IEnumerable<IrValue> values, Dictionary<int, int> uses)
    {
        foreach (var value in values)
            uses[value.Id] = UsesOf(uses, value) + 1;
    }

    private static IEnumerable<IrValue> Free(Region region)
    {
        var defined = new HashSet<int>();
        Define(region, defined);
        var seen = new HashSet<int>();
        return Used(region).Where(value => !defined.Contains(value.Id) && seen.Add(value.Id));
    }

    private static void Define(Region region, HashSet<int> defined)
    {
        defined.UnionWith(region.Parameters.Select(parameter => parameter.Id));
        foreach (var op in region.Ops)
        {
            defined.UnionWith(OpShape.Results(op).Select(result => result.Id));
            if (op is ForOp loop)
                defined.Add(loop.Induction.Id);
            foreach (var inner in OpShape.Regions(op))
                Define(inner, defined);
        }
    }

    private static IEnumerable<IrValue> Used(Region region) =>
        region.Ops.SelectMany(op => OpShape.Operands(op).Concat(OpShape.Regions(op).SelectMany(Used))).Concat(OpShape.Operands(region.End));
}
