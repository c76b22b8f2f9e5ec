using System;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization;
using DiffGen.Generator.Tests.Interpretation;
using Xunit;
using static DiffGen.Generator.Tests.Interpretation.MethodBuilder;

namespace DiffGen.Generator.Tests.Optimization;

/// <summary>What goes in front of a loop, and what must stay where it might not run.</summary>
public class InvariantCodeTests
{
    private readonly MethodBuilder _m = new();

    [Fact]
    public void Arithmetic_on_outer_values_goes_through_all_loops()
    {
        var (x, n) = (_m.Parameter("x"), _m.Parameter("n", IrType.I32));
        var sum = _m.For(_m.Int(0), n, [x], (i, outer, _) =>
            Yield(_m.For(_m.Int(0), n, [outer[0]], (_, inner, _) =>
                Yield(_m.Apply("add", inner[0], _m.Apply("Sin", _m.Apply("mul", x, x)))))));
        var body = Hoisted(sum[0]);
        Assert.Contains(body.Ops, op => op is ApplyOp { Primitive: "Sin" });
        Assert.Equal(["add"], InLoops(body).OfType<ApplyOp>().Select(op => op.Primitive));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public void An_element_goes_where_its_index_lies_within_its_array(int offset, int expectedDepth)
    {
        var (x, n) = (_m.Parameter("x"), _m.Parameter("n", IrType.I32));
        var array = _m.Allocate(Span, n);
        var sum = _m.For(_m.Int(0), n, [x], (i, outer, _) =>
            Yield(_m.For(_m.Int(0), n, [outer[0]], (_, inner, _) =>
                Yield(_m.Apply("add", inner[0], _m.Load(array, _m.Apply("add", i, _m.Int(offset))))))));
        Assert.Equal(expectedDepth, DepthOfLoad(Hoisted(sum[0]), 0));
    }

    [Fact]
    public void An_element_stays_where_the_loop_writes_its_array()
    {
        var (x, n) = (_m.Parameter("x"), _m.Parameter("n", IrType.I32));
        var array = _m.Allocate(Span, n);
        var sum = _m.For(_m.Int(0), n, [x], (i, outer, _) =>
            Yield(_m.For(_m.Int(0), n, [outer[0]], (j, inner, _) =>
            {
                var element = _m.Load(array, i);
                _m.Store(array, j, element);
                return Yield(_m.Apply("add", inner[0], element));
            })));
        Assert.Equal(2, DepthOfLoad(Hoisted(sum[0]), 0));
    }

    [Fact]
    public void What_may_throw_and_what_stands_in_a_branch_stay()
    {
        var (x, n) = (_m.Parameter("x"), _m.Parameter("n", IrType.I32));
        var sum = _m.For(_m.Int(0), n, [x], (i, carried, _) =>
        {
            var quotient = _m.Apply("div", n, n);
            var chosen = _m.If(_m.Test("lt", i, quotient), [IrType.F64], () => Yield(_m.Apply("Exp", x)), () => Yield(x));
            return Yield(_m.Apply("add", carried[0], chosen[0]));
        });
        Assert.Equal(["div", "lt", "Exp", "add"], InLoops(Hoisted(sum[0])).OfType<ApplyOp>().Select(op => op.Primitive));
    }

    private Region Hoisted(IrValue result)
    {
        var method = _m.Finish("F", IrType.F64, Return(result));
        var hoisted = InvariantCode.Run(method, new CallEffects(new IrUnit(method, default)));
        Assert.Equal([], IrVerifier.Verify(hoisted));
        return hoisted.Body;
    }

    private static Op[] InLoops(Region body) => [.. body.Ops.OfType<ForOp>().SelectMany(loop => OpShape.AllOps(loop.Body))];

    private static int DepthOfLoad(Region region, int depth)
    {
        if (region.Ops.Any(op => op is LoadOp))
            return depth;
        return region.Ops.OfType<ForOp>().Select(loop => DepthOfLoad(loop.Body, depth + 1)).Append(-1).Max();
    }
}
