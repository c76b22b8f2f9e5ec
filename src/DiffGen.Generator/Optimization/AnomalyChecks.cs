using System.Collections.Generic;
using System.Linq;
using System.Text;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Puts a check behind every computation of a number, so that the first NaN or infinity is reported with its place. Runs last: what was
/// optimised away cannot go wrong. A number that only stands for choice by a condition is checked where it is chosen, since a rule may
/// compute 0·∞ and choose 0.
/// </summary>
internal sealed class AnomalyChecks
{
    private readonly CoreFunction _core;
    private readonly string _method;
    private readonly int _primalIds;
    private readonly Dictionary<int, Op> _definitions = new();
    private readonly Dictionary<int, List<Op?>> _uses = new();
    private readonly HashSet<int> _chosen = new();
    private readonly IdSource _ids;

    private AnomalyChecks(CoreFunction core, int primalIds)
    {
        _core = core;
        _method = Name(core.Callee);
        _primalIds = primalIds;
        _ids = new IdSource(core.NextId, 0);
        Collect(core.Body);
        foreach (var op in OpShape.AllOps(core.Body).Reverse())
        {
            if (op is ApplyOp apply && _uses.TryGetValue(apply.Result.Id, out var uses) && uses.All(use => IsChoiceOf(use, apply.Result)))
                _chosen.Add(apply.Result.Id);
        }
    }

    /// <param name="primalIds">Values with smaller numbers belong to the primal; 0 where that is not known.</param>
    public static CoreFunction Insert(CoreFunction core, int primalIds)
    {
        var checks = new AnomalyChecks(core, primalIds);
        var body = checks.Rewrite(core.Body);
        return core with { Body = body, NextId = checks._ids.NextId };
    }

    // From the documentation id: what stands between its last dot and the parameters.
    private static string Name(string key)
    {
        int parameters = key.IndexOf('(');
        string path = parameters < 0 ? key : key.Substring(0, parameters);
        return path.Substring(path.LastIndexOf('.') + 1);
    }

    private void Collect(Region region)
    {
        foreach (var op in region.Ops)
        {
            foreach (var result in OpShape.Results(op))
                _definitions[result.Id] = op;
            foreach (var operand in OpShape.Operands(op))
                UsesOf(operand).Add(op);
            foreach (var inner in OpShape.Regions(op))
                Collect(inner);
        }
        foreach (var value in OpShape.Operands(region.End))
            UsesOf(value).Add(null);
    }

    private List<Op?> UsesOf(IrValue value)
    {
        if (!_uses.TryGetValue(value.Id, out var uses))
            _uses[value.Id] = uses = new List<Op?>();
        return uses;
    }

    private bool IsChoiceOf(Op? use, IrValue value) =>
        use is SelectOp select && select.Condition.Id != value.Id || use is ApplyOp apply && _chosen.Contains(apply.Result.Id);

    private Region Rewrite(Region region)
    {
        var ops = new List<Op>();
        foreach (var op in region.Ops)
        {
            if (op is AccumulateOp accumulate)
            {
                ops.AddRange(Accumulated(accumulate));
                continue;
            }
            ops.Add(op switch
            {
                IfOp o => o with { Then = Rewrite(o.Then), Else = Rewrite(o.Else) },
                BlockOp o => o with { Body = Rewrite(o.Body) },
                ForOp o => o with { Body = Rewrite(o.Body) },
                LoopOp o => o with { Body = Rewrite(o.Body) },
                _ => op,
            });
            ops.AddRange(OpShape.Results(op).Where(result => CanFail(op, result)).Select(result => Check(op, result)));
        }
        return region with { Ops = ops.ToEquatableArray() };
    }

    // The sum is a number that no value stands for: what was there and what is there then are read.
    private IEnumerable<Op> Accumulated(AccumulateOp op)
    {
        var before = _ids.Value(op.Value.Type);
        var after = _ids.Value(op.Value.Type);
        yield return new LoadOp(before, op.Buffer, op.Indices, op.Path) { Line = op.Line };
        yield return op;
        yield return new LoadOp(after, op.Buffer, op.Indices, op.Path) { Line = op.Line };
        List<IrValue> operands = [before];
        yield return Check(op, after, operands, $"{(op.Buffer.Name.Length > 0 ? op.Buffer.Name : "·")}[·] + {Operand(op.Value, operands)}");
    }

    private bool CanFail(Op op, IrValue result) => op switch
    {
        ApplyOp o => o.Result.Type.IsFloat && o.Primitive is not ("neg" or "stop") && !_chosen.Contains(o.Result.Id),
        SelectOp o => o.Result.Type.IsFloat && (IsChosen(o.WhenTrue) || IsChosen(o.WhenFalse)),
        ForeignOp o => o.Results is [{ Type.IsFloat: true }],
        // A rule is the user's: its own numbers are not checked, and what it reads from buffers is not known here.
        CallOp { Kind: CallKind.Primal } o => RuleMethods.IsKey(o.Callee) && result.Type.IsFloat && !o.Arguments.Any(argument => argument.Type is BufferType)
            && !(_uses.TryGetValue(result.Id, out var uses) && uses.All(use => IsChoiceOf(use, result))),
        _ => false,
    };

    private bool IsChosen(IrValue value) => _chosen.Contains(value.Id);

    private ForeignOp Check(Op op, IrValue result)
    {
        var operands = new List<IrValue>();
        string text = result.Name.Length > 0 ? $"{result.Name} = {Describe(op, operands)}" : Describe(op, operands);
        return Check(op, result, operands, text);
    }

    private ForeignOp Check(Op op, IrValue result, List<IrValue> operands, string text)
    {
        var template = new StringBuilder("global::DiffGen.CompilerServices.Anomaly.Check({0}");
        foreach (string part in (string[])[_method, Sweep(result), Line(op), text])
            template.Append(", ").Append(Quoted(part));
        for (int i = 0; i < operands.Count; i++)
            template.Append(", {").Append(i + 1).Append('}');
        return new ForeignOp(default, template.Append(')').ToString(), [result, .. operands], IsPure: false, StopsDerivative: true, Accessible: true) { Line = op.Line };
    }

    private string Sweep(IrValue result) => result.Id < _primalIds ? "in the value"
        : _core.Kind is CoreKind.Reverse or CoreKind.Pullback ? "in the reverse sweep"
        : _core.Kind is CoreKind.Forward ? "in the value"
        : "in the tangent";

    private string Line(Op op) => op.Line >= 0 && op.Line < _core.Lines.Length ? _core.Lines[op.Line] : "";

    /// <summary>The operation in words; its operands are collected, those of numbers that only stand for choice included.</summary>
    private string Describe(Op op, List<IrValue> operands)
    {
        switch (op)
        {
            case ApplyOp o:
                var parts = o.Arguments.Select(argument => Operand(argument, operands)).ToArray();
                return PrimitiveTable.Find(o.Primitive)?.Operator is { } symbol && parts.Length == 2 ? $"{parts[0]} {symbol} {parts[1]}"
                    : $"{PrimitiveTable.Find(o.Primitive)?.Method ?? o.Primitive}({string.Join(", ", parts)})";
            case SelectOp o:
                return $"{Operand(o.WhenTrue, operands)} or {Operand(o.WhenFalse, operands)}";
            default:
                foreach (var argument in OpShape.Operands(op).Where(argument => argument.Type.IsFloat))
                    operands.Add(argument);
                return op is CallOp ? "a rule" : "a call";
        }
    }

    private string Operand(IrValue value, List<IrValue> operands)
    {
        if (IsChosen(value))
            return $"({Describe(_definitions[value.Id], operands)})";
        if (_definitions.TryGetValue(value.Id, out var op) && op is ConstantOp { Value.IsOpaque: false } constant && value.Type.IsFloat)
            return constant.Value.AsDouble.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (!value.Type.IsFloat)
            return value.Name.Length > 0 ? value.Name : "·";
        operands.Add(value);
        return value.Name.Length > 0 ? value.Name : "·";
    }

    // Braces are escaped, since the text stands in a template.
    private static string Quoted(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\')
                literal.Append('\\').Append(c);
            else if (c is '{' or '}' || char.IsControl(c))
                literal.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else
                literal.Append(c);
        }
        return literal.Append('"').ToString();
    }
}
