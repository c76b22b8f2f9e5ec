using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Optimization.Lanes;

// Numbers and conditions.
internal sealed partial class LaneWriter
{
    private void Apply(RegionBuilder builder, ApplyOp op)
    {
        if (OrderedSum(op) is { } term)
            builder.Add(op with { Result = Define(op.Result), Primitive = LanePrimitives.AddInOrder, Arguments = [Scalar(SumBefore(op, term)), Lanes(builder, term)] });
        else if (_facts.IsMask(op.Result))
            Condition(builder, op);
        else if (!_facts.IsLane(op.Result))
            builder.Add(op with { Result = Define(op.Result), Arguments = Scalars(op.Arguments) });
        else if (op.Primitive is "stop" or "valueOf" or "iteration")
            _values[op.Result.Id] = Lanes(builder, op.Arguments[0]);
        else if (op.Primitive == "convert")
            Convert(builder, op);
        else if (op.Primitive == "Sign")
            builder.Add(op with { Arguments = [Taking(builder, op.Arguments[0])], Result = Define(op.Result) });
        else if (op.Primitive == "div" && _facts.IsLane(op.Arguments[0]) && ExactReciprocal(op.Arguments[1]) is { } reciprocal)
            builder.Add(op with { Primitive = "mul", Arguments = [Scalar(op.Arguments[0]), builder.Float(reciprocal, op.Result.Type)], Result = Define(op.Result) });
        else
            builder.Add(op with { Arguments = Factors(builder, op), Result = Define(op.Result) });
    }

    // A quotient by a power of two is the product with another one, to the bit; the runtime's compiler knows that of single numbers only.
    private double? ExactReciprocal(IrValue divisor)
    {
        if (_method.ConstantOf(divisor) is not { IsOpaque: false } constant || !divisor.Type.IsFloat)
            return null;
        double number = System.Math.Abs(constant.AsDouble), reciprocal = 1 / number;
        double least = divisor.Type == IrType.F32 ? 1.17549435e-38 : 2.2250738585072014e-308;
        bool isPower = (System.BitConverter.DoubleToInt64Bits(number) & 0xFFFFFFFFFFFFF) == 0;
        return isPower && number >= least && reciprocal >= least ? 1 / constant.AsDouble : null;
    }

    // A factor that is the same for all lanes stays a number.
    private EquatableArray<IrValue> Factors(RegionBuilder builder, ApplyOp op) =>
        !op.Result.Type.IsFloat ? op.Arguments.Map(argument => Lanes(builder, argument))
        : op.Primitive == "mul" && op.Arguments.Any(_facts.IsLane) ? op.Arguments.Map(Scalar)
        : op.Primitive == "div" && _facts.IsLane(op.Arguments[0]) ? [Scalar(op.Arguments[0]), Scalar(op.Arguments[1])]
        : op.Arguments.Map(argument => Lanes(builder, argument));

    private void Convert(RegionBuilder builder, ApplyOp op)
    {
        var from = op.Arguments[0];
        if (from.Type.IsFloat || _facts.IsLane(from))
        {
            var lanes = Lanes(builder, from);
            if (lanes.Type.Equals(LanesOf(op.Result.Type)))
                _values[op.Result.Id] = lanes;
            else
                builder.Add(op with { Arguments = [lanes], Result = Define(op.Result) });
            return;
        }
        var stride = StrideValue(builder, _facts.StrideOf(from));
        builder.Add(new ApplyOp(Define(op.Result), LanePrimitives.Ramp, [Scalar(from), stride]));
    }

    private void Condition(RegionBuilder builder, ApplyOp op)
    {
        if (op.Primitive is "and" or "or" or "not")
        {
            var masks = op.Arguments.Map(argument => Mask(builder, argument));
            builder.Add(op with { Arguments = masks, Result = Define(op.Result) });
            return;
        }
        var operands = op.Arguments.Map(argument => Compared(builder, argument));
        builder.Add(op with { Arguments = operands, Result = Define(op.Result) });
    }

    // Integers are compared as numbers of double precision, which are all of them exactly.
    private IrValue Compared(RegionBuilder builder, IrValue value)
    {
        if (value.Type.IsFloat || _facts.IsLane(value))
        {
            var lanes = Lanes(builder, value);
            return lanes.Type.Equals(MaskType) ? lanes : builder.Apply("convert", MaskType, lanes);
        }
        if (_facts.Width != 8)
            throw new NoLanesException("integers that differ between iterations are compared beside numbers of single precision");
        return builder.Apply(LanePrimitives.Ramp, MaskType, Scalar(value), StrideValue(builder, _facts.StrideOf(value)));
    }

    private void Select(RegionBuilder builder, SelectOp op)
    {
        if (!_facts.IsLane(op.Result) && !_facts.IsMask(op.Result))
        {
            builder.Add(op with { Condition = Scalar(op.Condition), WhenTrue = Scalar(op.WhenTrue), WhenFalse = Scalar(op.WhenFalse), Result = Define(op.Result) });
            return;
        }
        bool isNumber = op.Result.Type != IrType.Bool;
        var whenTrue = isNumber ? Lanes(builder, op.WhenTrue) : Mask(builder, op.WhenTrue);
        var whenFalse = isNumber ? Lanes(builder, op.WhenFalse) : Mask(builder, op.WhenFalse);
        _values[op.Result.Id] = Choose(builder, Scalar(op.Condition), whenTrue, whenFalse);
    }

    private IrValue? OrderedSum(ApplyOp op)
    {
        for (int i = 0; i < _facts.Carried.Length; i++)
        {
            var next = ((Yield)_loop.Body.End).Values[i];
            if (_facts.Carried[i] == CarriedLanes.OrderedSum && next.Equals(op.Result))
                return _facts.OrderedTerm(_loop.Body.Parameters[i], next);
        }
        return null;
    }

    private static IrValue SumBefore(ApplyOp sum, IrValue term) => sum.Arguments[0].Equals(term) ? sum.Arguments[1] : sum.Arguments[0];
}
