using System.Collections.Generic;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Fast;

/// <summary>Powers with small whole exponents as products, which have the same special values and signs.</summary>
internal sealed class PowerExpansion(IdSource ids) : RegionPass
{
    protected override void Visit(Op op, List<Op> output)
    {
        if (op is ApplyOp { Primitive: "Pow" } power && FastCores.IsNumber(power.Result.Type) && ConstantOf(power.Arguments[1]) is { AsDouble: 2 or 3 or 4 or -1 or -2 } exponent)
        {
            Expand(power, (int)exponent.AsDouble, output);
            Changed = true;
        }
        else
        {
            output.Add(Descend(op));
        }
    }

    private void Expand(ApplyOp power, int exponent, List<Op> output)
    {
        var x = power.Arguments[0];
        switch (exponent)
        {
            case 2:
                output.Add(Last("mul", x, x));
                break;
            case 3:
                output.Add(Last("mul", Apply("mul", x, x), x));
                break;
            case 4:
                var square = Apply("mul", x, x);
                output.Add(Last("mul", square, square));
                break;
            case -1:
                output.Add(Last("div", One(), x));
                break;
            default:
                // 1 / x², by a quotient first, so that no square overflows.
                var reciprocal = Apply("div", One(), x);
                output.Add(Last("mul", reciprocal, reciprocal));
                break;
        }

        ApplyOp Last(string primitive, IrValue first, IrValue second) => power with { Primitive = primitive, Arguments = [first, second] };

        IrValue Apply(string primitive, IrValue first, IrValue second)
        {
            var result = ids.Value(power.Result.Type);
            output.Add(Last(primitive, first, second) with { Result = result });
            return result;
        }

        IrValue One()
        {
            var one = ids.Value(power.Result.Type);
            output.Add(FastCores.ConstantOf(one, 1));
            return one;
        }
    }
}
