using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

internal sealed partial class IrVerifier
{
    // Returns whether control can go on after the operation.
    private bool Operation(Op op, string where)
    {
        switch (op)
        {
            case ConstantOp o:
                if (!o.Value.IsOpaque && !o.Result.Type.Equals(new ScalarType(o.Value.Kind)) && (o.Result.Type as LaneType)?.Kind != o.Value.Kind)
                    Error(where, "constant and result differ in type");
                return true;
            case ApplyOp o:
                Apply(o, where);
                return true;
            case LoadOp o:
                Element(o.Buffer, o.Indices, o.Path, o.Result, where);
                return true;
            case StoreOp o:
                Element(o.Buffer, o.Indices, o.Path, o.Value, where);
                return true;
            case AccumulateOp o:
                Element(o.Buffer, o.Indices, o.Path, o.Value, where);
                if (!o.Value.Type.IsFloat && o.Value.Type is not LaneType)
                    Error(where, "accumulates what is no floating-point value");
                return true;
            case LaneLoadOp o:
                Lanes(o.Buffer, o.Index, o.Stride, o.Result, o.Mask, where);
                return true;
            case LaneRowLoadOp o:
                LaneRows(o, where);
                return true;
            case LaneStoreOp o:
                Lanes(o.Buffer, o.Index, o.Stride, o.Value, o.Mask, where);
                return true;
            case LaneSumsOp o:
                IsInteger(o.Blocks, where);
                if (Buffer(o.Result, where) is not { Kind: BufferKind.LaneSums, Element: LaneType sum } || Buffer(o.Buffer, where) is not { } sums || !sum.Scalar.Equals(sums.Element))
                    Error(where, "lane sums and what they are added to differ in type");
                return true;
            case LengthOp o:
                if (Buffer(o.Buffer, where) is { } measured && o.Dimension >= measured.Rank)
                    Error(where, $"dimension {o.Dimension} of a buffer of rank {measured.Rank}");
                return true;
            case SliceOp o:
                Slice(o, where);
                return true;
            case AllocateOp o:
                Allocate(o, where);
                return true;
            case FillOp o:
                Fill(o, where);
                return true;
            case CopyOp o:
                if (Buffer(o.Source, where) is { } source && Buffer(o.Destination, where) is { } destination && !source.Element.Equals(destination.Element))
                    Error(where, "copies between different element types");
                return true;
            case SelectOp o:
                IsType(o.Condition, o.Condition.Type is LaneType ? o.Result.Type : IrType.Bool, where, "condition");
                IsType(o.WhenTrue, o.Result.Type, where, "operand");
                IsType(o.WhenFalse, o.Result.Type, where, "operand");
                return true;
            case SetSlotOp o:
                SlotUse(o.Slot, o.Value, where);
                return true;
            case GetSlotOp o:
                SlotUse(o.Slot, o.Result, where);
                return true;
            case TapePushOp o:
                IsInteger(o.Count, where);
                Buffer(o.Result, where);
                return true;
            case TapePopOp o:
                IsInteger(o.Count, where);
                Buffer(o.Result, where);
                return true;
            case ForeignOp { Results.Length: > 1 }:
                Error(where, "a foreign operation gives at most one value");
                return true;
            case IfOp o:
                IsType(o.Condition, IrType.Bool, where, "condition");
                NoParameters(o.Then, where);
                NoParameters(o.Else, where);
                return Region(o.Then, o.Results, where + " then") | Region(o.Else, o.Results, where + " else");
            case BlockOp o:
                NoParameters(o.Body, where);
                return Enter(new Target(o.Label, o.Results, default, IsLoop: false), o.Body, o.Results, where) | Leaves(o.Body, o.Label);
            case ForOp o:
                Match(o.Initial, o.Results, where, "initial values");
                Match(o.Initial, o.Body.Parameters, where, "initial values");
                IsInteger(o.Induction, where);
                IsType(o.Start, o.Induction.Type, where, "start");
                IsType(o.End, o.Induction.Type, where, "end");
                if (o.Step == 0)
                    Error(where, "step is zero");
                Define(o.Induction, where);
                Enter(new Target(o.Label, o.Results, o.Body.Parameters, IsLoop: true), o.Body, o.Body.Parameters, where);
                _visible.Remove(o.Induction.Id);
                return true;
            case LoopOp o:
                Match(o.Initial, o.Results, where, "initial values");
                Match(o.Initial, o.Body.Parameters, where, "initial values");
                Enter(new Target(o.Label, o.Results, o.Body.Parameters, IsLoop: true), o.Body, o.Body.Parameters, where);
                return Leaves(o.Body, o.Label);
            default:
                return true;
        }
    }

    private bool Enter(Target target, Region body, EquatableArray<IrValue> yields, string where)
    {
        if (target.Label == IrMethod.ReturnLabel || !_labels.Add(target.Label))
            Error(where, $"label {target.Label} is taken");
        _targets.Add(target);
        bool completes = Region(body, yields, where);
        _targets.RemoveAt(_targets.Count - 1);
        return completes;
    }

    private static bool Leaves(Region region, int label) =>
        region.End is Break end && end.Label == label || region.Ops.Any(op => OpShape.Regions(op).Any(r => Leaves(r, label)));

    private void Apply(ApplyOp op, string where)
    {
        EquatableArray<IrValue> arguments = op.Arguments;
        if (arguments.IsEmpty)
            Error(where, "no arguments");
        else if (LanePrimitives.IsReduction(op.Primitive))
            Reduce(op, where);
        else if (op.Result.Type is LaneType lanes)
            ApplyLanes(op, lanes, where);
        else if (op.Primitive is "add" or "sub" or "mul" or "div" or "rem" or "neg" or "complement" or "and" or "or" or "xor" or "not" or "max" or "stop" or "valueOf")
        {
            Arity(op, op.Primitive is "neg" or "complement" or "not" or "stop" ? 1 : 2, where);
            foreach (IrValue argument in arguments)
                IsType(argument, op.Result.Type, where, "argument");
        }
        else if (op.Primitive is "lt" or "le" or "gt" or "ge" or "eq" or "ne")
        {
            Arity(op, 2, where);
            IsType(op.Result, IrType.Bool, where, "result");
            IsType(arguments[arguments.Length - 1], arguments[0].Type, where, "argument");
        }
        else if (op.Primitive is "shl" or "shr" or "ushr")
        {
            Arity(op, 2, where);
            IsType(arguments[0], op.Result.Type, where, "argument");
        }
        else if (op.Primitive == "convert")
            Arity(op, 1, where);
    }

    // A factor or divisor may be one number for all lanes.
    private void ApplyLanes(ApplyOp op, LaneType lanes, string where)
    {
        IrType[] allowed = op.Primitive switch
        {
            not ("add" or "stop") when lanes.IsSet => [],
            "broadcast" => [lanes.Scalar],
            LanePrimitives.Ramp => [IrType.I32],
            "mul" or "div" => [lanes, lanes.Scalar],
            "convert" => [new LaneType(ScalarKind.F32, lanes.Width), new LaneType(ScalarKind.F64, lanes.Width)],
            _ => [lanes],
        };
        if (op.Primitive is "add" or "sub" or "mul" or "div" or "and" or "or" or LanePrimitives.Ramp)
            Arity(op, 2, where);
        else if (op.Primitive is "broadcast" or "neg" or "not" or "stop" or "convert")
            Arity(op, 1, where);
        foreach (IrValue argument in op.Arguments.Where(argument => !allowed.Contains(argument.Type) && !argument.Type.IsInteger))
            Error(where, $"argument {argument} has type {IrPrinter.TypeName(argument.Type)} beside {IrPrinter.TypeName(lanes)}");
        if (op.Primitive == "div" && op.Arguments[0].Type is ScalarType)
            Error(where, "a number is divided by lanes");
    }

    private void Reduce(ApplyOp op, string where)
    {
        var lanes = op.Arguments[op.Arguments.Length - 1].Type as LaneType;
        var expected = op.Primitive switch
        {
            LanePrimitives.Any or LanePrimitives.IsShared => IrType.Bool,
            LanePrimitives.GreatestLane or LanePrimitives.LeastLane => IrType.I32,
            // Integers and conditions lie in numbers.
            LanePrimitives.Element when op.Result.Type == IrType.I32 || op.Result.Type == IrType.Bool => op.Result.Type,
            _ => lanes?.Scalar ?? op.Result.Type,
        };
        IsType(op.Result, expected, where, "result");
        if (lanes is null)
            Error(where, "what is reduced are no lanes");
    }

    private void Arity(ApplyOp op, int arity, string where)
    {
        if (op.Arguments.Length != arity)
            Error(where, $"{op.Primitive} takes {arity} arguments, not {op.Arguments.Length}");
    }

    private void Element(IrValue bufferValue, EquatableArray<IrValue> indices, EquatableArray<string> path, IrValue value, string where)
    {
        if (Buffer(bufferValue, where) is not { } buffer)
            return;
        if (indices.Length != buffer.Rank)
            Error(where, $"{indices.Length} indices for a buffer of rank {buffer.Rank}");
        foreach (IrValue index in indices)
            IsInteger(index, where);
        IrType type = buffer.Element;
        foreach (string step in path)
        {
            StructField? field = type is StructType record ? record.Fields.FirstOrDefault(f => f.Name == step) : null;
            if (field is null)
            {
                Error(where, $"{IrPrinter.TypeName(type)} has no field {step}");
                return;
            }
            type = field.Type;
        }
        IsType(value, type, where, "element");
    }

    private void Lanes(IrValue buffer, IrValue index, IrValue stride, IrValue value, IrValue? mask, string where)
    {
        IsInteger(index, where);
        IsInteger(stride, where);
        // Integers lie in numbers of double precision.
        if (value.Type is not LaneType lanes || Buffer(buffer, where) is not { Rank: 1 } memory || !lanes.Scalar.Equals(memory.Element == IrType.I32 ? IrType.F64 : memory.Element))
            Error(where, $"{value} does not hold lanes of the elements of {buffer}");
        else if (mask is not null)
            IsType(mask, lanes, where, "mask");
    }

    // Rows of a jagged array, or those of a rectangular one.
    private void LaneRows(LaneRowLoadOp op, string where)
    {
        foreach (var number in (IrValue[])[op.Row, op.RowStride, op.Column, op.ColumnStride])
            IsInteger(number, where);
        var element = Buffer(op.Buffer, where) switch
        {
            { Rank: 2 } rectangular => rectangular.Element,
            { Rank: 1, Element: BufferType { Rank: 1 } row } => row.Element,
            _ => null,
        };
        if (op.Result.Type is not LaneType lanes || !lanes.Scalar.Equals(element))
            Error(where, $"{op.Result} does not hold lanes of the elements of rows of {op.Buffer}");
        else if (op.Mask is not null)
            IsType(op.Mask, lanes, where, "mask");
    }

    private void Slice(SliceOp op, string where)
    {
        if (Buffer(op.Buffer, where) is not { } source || Buffer(op.Result, where) is not { } view)
            return;
        if (!source.Element.Equals(view.Element) && !(source.IsObject && view.IsObject))
            Error(where, "the view has another element type");
        if (op.Start is { } start)
            IsInteger(start, where);
        if (op.Length is { } length)
            IsInteger(length, where);
    }

    private void Allocate(AllocateOp op, string where)
    {
        if (Buffer(op.Result, where) is { IsObject: true } instance)
        {
            if (op.Sizes.Length > 1 || op.Sizes.Length == 1 && !op.Sizes[0].Type.Equals(instance))
                Error(where, "an object is made after the shape of one other at most");
            return;
        }
        if (Buffer(op.Result, where) is { } buffer && op.Sizes.Length != buffer.Rank)
            Error(where, $"{op.Sizes.Length} sizes for a buffer of rank {buffer.Rank}");
        foreach (IrValue size in op.Sizes)
            IsInteger(size, where);
    }

    private void Fill(FillOp op, string where)
    {
        if (Buffer(op.Buffer, where) is not { } buffer)
            return;
        var leaves = new List<IrType>();
        if (!buffer.IsObject)
            Leaves(buffer.Element, leaves);
        if (!op.Leaves.Select(v => v.Type).SequenceEqual(leaves))
            Error(where, "one value per leaf of the element is needed");
    }

    private static void Leaves(IrType type, List<IrType> leaves)
    {
        if (type is not StructType record)
        {
            leaves.Add(type);
            return;
        }
        foreach (StructField field in record.Fields)
            Leaves(field.Type, leaves);
    }

    private void SlotUse(Slot slot, IrValue value, string where)
    {
        if (!_slots.TryGetValue(slot.Id, out Slot declared) || !declared.Equals(slot))
            Error(where, $"slot {slot.Name}.{slot.Id} is not visible");
        IsType(value, slot.Type, where, "slot value");
    }

    private BufferType? Buffer(IrValue value, string where)
    {
        if (value.Type is BufferType buffer)
            return buffer;
        Error(where, $"{value} is no buffer");
        return null;
    }

    private void IsInteger(IrValue value, string where)
    {
        if (!value.Type.IsInteger)
            Error(where, $"{value} is no integer");
    }

    private void IsType(IrValue value, IrType type, string where, string role)
    {
        if (!value.Type.Equals(type))
            Error(where, $"{role} {value} has type {IrPrinter.TypeName(value.Type)}, not {IrPrinter.TypeName(type)}");
    }

    private void NoParameters(Region region, string where)
    {
        if (!region.Parameters.IsEmpty)
            Error(where, "region has parameters");
    }
}
