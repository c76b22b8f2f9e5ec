using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

internal sealed partial class BodyPrinter
{
    /// <summary>What to write before the equals sign: with the type at the first assignment.</summary>
    private string Target(Variable variable)
    {
        if (variable.IsDeclared)
            return variable.Name;
        variable.IsDeclared = true;
        return $"{TypeOf(variable)} {variable.Name}";
    }

    private void DeclareOnly(Variable variable)
    {
        if (variable.IsDeclared)
            return;
        variable.IsDeclared = true;
        Add($"{TypeOf(variable, isAssignedLater: true)} {variable.Name};");
    }

    // A span that is assigned more than once may be given memory of the stack, where there is any.
    private string TypeOf(Variable variable, bool isAssignedLater = false)
    {
        bool isSpan = variable.Type is BufferType { Kind: BufferKind.Span or BufferKind.ReadOnlySpan };
        return (isSpan && _takesStack && (isAssignedLater || variable.IsMutable) ? "scoped " : "") + AbiTypes.TextOf(variable.Type);
    }

    /// <summary>Prints an operation with one result as an assignment.</summary>
    private void Evaluate(RegionNode node, Op op)
    {
        ValueInfo? info = null;
        foreach (IrValue result in OpShape.Results(op))
        {
            if (_model[result].IsInline)
                return;
            if (_model[result].IsNeeded)
                info = _model[result];
        }
        if (info is null)
        {
            // Nobody wants the result, but the evaluation may throw or act.
            foreach (IrValue result in OpShape.Results(op))
                Add($"_ = {_expressions.Definition(_model[result]).Text};");
            if (op is ForeignOp { Results.IsEmpty: true } statement)
                Add(_expressions.Foreign(statement.Template, statement.Arguments).Text + ";");
            return;
        }
        Variable variable = info.Variable!;
        if (variable.IsDeclared && op is ApplyOp apply && Compound(variable.Name, apply, v => IsHeldBy(v, variable)) is { } update)
        {
            Add(update);
            return;
        }
        string value = InitializerOf(info, declares: !variable.IsDeclared);
        // The view of a whole buffer may share the buffer's variable.
        if (variable.IsDeclared && value == variable.Name)
            return;
        Add($"{Target(variable)} = {value};");
    }

    // The declared type makes conversions between kinds of spans, and to wider numbers, by itself.
    private string InitializerOf(ValueInfo info, bool declares)
    {
        if (declares && info.Definition is SliceOp { Start: null, Length: null } view)
            return _expressions.Text(view.Buffer);
        return _expressions.Definition(info).Text;
    }

    /// <summary>Assigns the value to a target that may occur in it as the left operand: <c>s += t</c>.</summary>
    private void Update(string target, IrValue value, Func<IrValue, bool> isTarget)
    {
        ValueInfo info = _model[value];
        if (info is { IsInline: true, Definition: ApplyOp apply } && Compound(target, apply, isTarget) is { } update)
            Add(update);
        else
            Add($"{target} = {_expressions.Text(value)};");
    }

    private string? Compound(string target, ApplyOp op, Func<IrValue, bool> isTarget)
    {
        string? symbol = op.Primitive switch
        {
            "add" => "+",
            "sub" => "-",
            "mul" => "*",
            "div" => "/",
            "rem" => "%",
            "and" => "&",
            "or" => "|",
            "xor" => "^",
            _ => null,
        };
        if (symbol is null || _expressions.NeedsContext(op) || !isTarget(op.Arguments[0]) || op.Result.Type is ScalarType { Kind: ScalarKind.I8 or ScalarKind.U8 or ScalarKind.I16 or ScalarKind.U16 or ScalarKind.Char })
            return null;
        string operand = _expressions.Text(op.Arguments[1]);
        if (op.Result.Type.IsInteger && operand == "1" && symbol is ("+" or "-"))
            return $"{target}{symbol}{symbol};";
        return $"{target} {symbol}= {operand};";
    }

    private bool IsHeldBy(IrValue value, Variable variable) => !_model[value].IsInline && ReferenceEquals(_model[value].Variable, variable);

    private bool IsRead(IrValue value, Slot slot) => _model[value] is { IsInline: true, Definition: GetSlotOp get } && get.Slot.Id == slot.Id;

    /// <summary>Whether the assignments change any local.</summary>
    private bool Moves(List<Transfer> transfers) => transfers.Any(t => !IsHeldBy(t.Source, _model[t.Target].Variable!));

    /// <summary>
    /// Makes several assignments at once: each waits until nobody needs the old value of its target, and a cycle is broken by a temporary.
    /// </summary>
    private void Move(RegionNode node, List<Transfer> transfers)
    {
        var pending = new List<(Variable Target, IrValue Source, string? Saved, HashSet<Variable> Reads)>();
        foreach (Transfer transfer in transfers)
        {
            Variable target = _model[transfer.Target].Variable!;
            if (!IsHeldBy(transfer.Source, target))
                pending.Add((target, transfer.Source, null, Reads(transfer.Source)));
        }
        while (pending.Count > 0)
        {
            int ready = pending.FindIndex(p => !pending.Any(other => !ReferenceEquals(other.Target, p.Target) && other.Reads.Contains(p.Target)));
            if (ready >= 0)
            {
                var (target, source, saved, _) = pending[ready];
                pending.RemoveAt(ready);
                if (saved is not null)
                    Add($"{Target(target)} = {saved};");
                else if (target.IsDeclared)
                    Update(target.Name, source, v => IsHeldBy(v, target));
                else
                {
                    string value = _expressions.Text(source);
                    Add($"{Target(target)} = {value};");
                }
                continue;
            }
            // Saving one value may not free the others: each is saved at most once.
            int blocked = pending.FindIndex(p => p.Saved is null);
            var first = pending[blocked];
            string next = _variables.Temporary("next" + char.ToUpperInvariant(first.Target.Name[0]) + first.Target.Name.Substring(1), node);
            Add($"{AbiTypes.TextOf(first.Target.Type)} {next} = {_expressions.Text(first.Source)};");
            pending[blocked] = (first.Target, first.Source, next, []);
        }
    }

    private HashSet<Variable> Reads(IrValue value)
    {
        var leaves = new List<ValueInfo>();
        _model.Leaves(value, leaves);
        return [.. leaves.Where(l => l.Variable is not null).Select(l => l.Variable!)];
    }
}
