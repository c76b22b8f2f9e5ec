using System;
using System.Linq;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Tests.Interpretation;
using Xunit;
using static DiffGen.Generator.Tests.Interpretation.MethodBuilder;

namespace DiffGen.Generator.Tests.Forward;

/// <summary>Forward mode over each construct of the IR.</summary>
public class ForwardTransformTests
{
    [Fact]
    public void Straight_line_code()
    {
        var m = new MethodBuilder();
        var (x, y) = (m.Parameter("x"), m.Parameter("y"));
        var p = m.Apply("mul", x, m.Apply("Sin", y));
        var q = m.Apply("div", p, m.Apply("add", x, m.Number(2)));
        new ForwardProbe(m.Finish("F", IrType.F64, Return(m.Apply("sub", q, m.Apply("Exp", p))))).Check(0.7, 1.3);
    }

    [Fact]
    public void Values_that_depend_on_no_active_input_have_no_tangent()
    {
        var m = new MethodBuilder();
        var (x, c) = (m.Parameter("x"), m.Parameter("c", noDerivative: true));
        var square = m.Apply("mul", c, c);
        var probe = new ForwardProbe(m.Finish("F", IrType.F64, Return(m.Apply("mul", x, square))));
        Assert.Equal(3, probe.Core.Body.Ops.Length);
        probe.Check(0.7, 1.3);
    }

    [Fact]
    public void A_result_that_is_not_varied_has_tangent_zero()
    {
        var m = new MethodBuilder();
        m.Parameter("x");
        new ForwardProbe(m.Finish("F", IrType.F64, Return(m.Number(3)))).Check(0.7);
    }

    [Theory]
    [InlineData(0.7)]
    [InlineData(-0.7)]
    public void Branches(double at)
    {
        var m = new MethodBuilder();
        var x = m.Parameter("x");
        var results = m.If(m.Test("gt", x, m.Number(0)), [IrType.F64, IrType.F64],
            () => Yield(m.Apply("mul", x, x), m.Number(1)),
            () => Yield(m.Number(4), m.Apply("Exp", x)));
        new ForwardProbe(m.Finish("F", IrType.F64, Return(m.Apply("mul", results[0], results[1])))).Check(at);
    }

    [Theory]
    [InlineData(0.7)]
    [InlineData(-0.7)]
    public void Early_exits(double at)
    {
        var m = new MethodBuilder();
        var x = m.Parameter("x");
        var exit = m.Block([IrType.F64], label =>
        {
            m.If(m.Test("gt", x, m.Number(0)), [], () => Break(label, m.Apply("Sin", x)), () => Yield());
            return Yield(m.Apply("mul", x, m.Number(3)));
        });
        m.If(m.Test("gt", exit[0], m.Number(0.2)), [], () => Return(m.Apply("Cos", exit[0])), () => Yield());
        new ForwardProbe(m.Finish("F", IrType.F64, Return(exit[0]))).Check(at);
    }

    [Fact]
    public void Counted_loops_carry_tangents_and_break()
    {
        var m = new MethodBuilder();
        var (x, n) = (m.Parameter("x"), m.Parameter("n", IrType.I32));
        var results = m.For(m.Int(0), n, [m.Number(0), m.Number(1), m.Number(5)], (i, carried, label) =>
        {
            m.If(m.Test("gt", carried[0], m.Number(4)), [], () => Break(label, m.Apply("mul", x, carried[1]), carried[1], x), () => Yield());
            var power = m.Apply("mul", carried[1], x);
            m.If(m.Test("eq", i, m.Int(1)), [], () => Continue(label, carried[0], power, carried[2]), () => Yield());
            return Yield(m.Apply("add", carried[0], power), power, carried[2]);
        });
        var probe = new ForwardProbe(m.Finish("F", IrType.F64, Return(m.Apply("add", results[0], m.Apply("mul", results[1], results[2])))));
        probe.Check(1.1, 3);
        probe.Check(1.4, 20);
    }

    [Fact]
    public void Unbounded_loops()
    {
        var m = new MethodBuilder();
        var x = m.Parameter("x");
        var results = m.Loop([x], (carried, label) =>
        {
            m.If(m.Test("gt", carried[0], m.Number(10)), [], () => Break(label, carried[0]), () => Yield());
            return Yield(m.Apply("mul", carried[0], m.Number(1.5)));
        });
        new ForwardProbe(m.Finish("F", IrType.F64, Return(m.Apply("Sqrt", results[0])))).Check(0.9);
    }

    [Fact]
    public void Buffers_are_read_and_written_in_place()
    {
        var m = new MethodBuilder();
        var (a, s) = (m.Parameter("a", Span), m.Parameter("s"));
        m.For(m.Int(1), m.Body.Length(a), [], (i, _, _) =>
        {
            m.Store(a, i, m.Apply("mul", m.Load(a, i), m.Load(a, m.Apply("sub", i, m.Int(1)))));
            return Yield();
        });
        m.Store(a, m.Int(0), m.Number(2));
        new ForwardProbe(m.Finish("F", IrType.F64, Return(m.Apply("mul", s, m.Load(a, m.Int(3)))))).Check(new[] { 0.3, 1.2, 0.7, 1.9 }, 0.4);
    }

    [Fact]
    public void Local_arrays_views_fills_and_copies()
    {
        var m = new MethodBuilder();
        var (a, s, c) = (m.Parameter("a", Vector), m.Parameter("s"), m.Parameter("c", Span, noDerivative: true));
        var local = m.Allocate(Vector, m.Int(6));
        var view = m.Ids.Value(Span);
        m.Body.Add(new SliceOp(view, local, m.Int(1), m.Int(4)));
        m.Body.Add(new FillOp(view, [m.Apply("mul", s, s)]));
        m.Body.Add(new CopyOp(a, view));
        var all = m.Ids.Value(Span);
        m.Body.Add(new SliceOp(all, local, null, null));
        var tail = m.Ids.Value(Span);
        m.Body.Add(new SliceOp(tail, local, m.Int(2), null));
        m.Body.Add(new CopyOp(c, tail));
        var sum = m.For(m.Int(0), m.Body.Length(local), [m.Number(0)], (i, carried, _) =>
            Yield(m.Apply("add", m.Apply("mul", carried[0], s), m.Load(local, i))));
        new ForwardProbe(m.Finish("F", IrType.F64, Return(sum[0]))).Check(new[] { 0.3, 1.2 }, 0.4, new[] { 5.0 });
    }

    [Theory]
    [InlineData(0.7)]
    [InlineData(-0.7)]
    public void A_reference_can_be_active_on_one_path_only(double at)
    {
        var m = new MethodBuilder();
        var (a, c, s) = (m.Parameter("a", Span), m.Parameter("c", Span, noDerivative: true), m.Parameter("s"));
        var chosen = m.If(m.Test("gt", s, m.Number(0)), [Span], () => Yield(a), () => Yield(c));
        m.Store(chosen[0], m.Int(1), m.Apply("mul", s, m.Load(chosen[0], m.Int(0))));
        new ForwardProbe(m.Finish("F", IrType.F64, Return(m.Apply("add", s, m.Load(chosen[0], m.Int(1)))))).Check(new[] { 0.3, 1.2 }, new[] { 2.0, 3.0 }, at);
    }

    [Fact]
    public void Rows_of_jagged_arrays()
    {
        var m = new MethodBuilder();
        var (rows, extra) = (m.Parameter("rows", Jagged), m.Parameter("extra", Vector));
        var local = m.Allocate(Jagged, m.Int(2));
        m.Store(local, m.Int(0), m.Load(rows, m.Int(1)));
        m.Store(local, m.Int(1), extra);
        var row = m.Load(local, m.Int(0));
        m.Store(row, m.Int(0), m.Apply("mul", m.Load(row, m.Int(1)), m.Load(m.Load(local, m.Int(1)), m.Int(0))));
        new ForwardProbe(m.Finish("F", IrType.F64, Return(m.Load(m.Load(rows, m.Int(1)), m.Int(0)))))
            .Check(new[] { new[] { 1.0, 2.0 }, new[] { 3.0, 4.0 } }, new[] { 5.0 });
    }

    [Fact]
    public void Calls_use_one_core_per_choice_of_active_parameters()
    {
        var callee = new MethodBuilder();
        var (p, q) = (callee.Parameter("p"), callee.Parameter("q"));
        var product = callee.Finish("Product", IrType.F64, Return(callee.Apply("mul", p, callee.Apply("Exp", q))));

        var m = new MethodBuilder();
        var x = m.Parameter("x");
        var one = m.Number(0.3);
        var first = m.Call("Product", [IrType.F64], x, one)[0];
        var second = m.Call("Product", [IrType.F64], one, first)[0];
        var third = m.Call("Product", [IrType.F64], one, one)[0];
        var fourth = m.Call("Product", [IrType.F64], second, third)[0];
        var probe = new ForwardProbe(m.Finish("F", IrType.F64, Return(m.Apply("add", first, fourth))), product);
        Assert.Equal(["1", "10", "01"], probe.Cores.Select(core => core.Variant));
        probe.Check(0.7);
    }

    [Fact]
    public void Recursion_with_buffers_and_reference_parameters()
    {
        var m = new MethodBuilder();
        var (a, n, total) = (m.Parameter("a", Span), m.Parameter("n", IrType.I32), m.Parameter("total", mode: ParameterMode.Ref));
        m.If(m.Test("le", n, m.Int(0)), [], () => Return(m.Number(1), total), () => Yield());
        var last = m.Apply("sub", n, m.Int(1));
        var sum = m.Apply("add", total, m.Apply("mul", m.Load(a, last), m.Load(a, last)));
        m.Store(a, last, m.Apply("Sin", sum));
        var inner = m.Call("F", [IrType.F64, IrType.F64], a, last, sum);
        var probe = new ForwardProbe(m.Finish("F", IrType.F64, Return(m.Apply("mul", inner[0], m.Load(a, last)), inner[1])));
        Assert.Single(probe.Cores);
        probe.Check(new[] { 0.3, 1.2, 0.7 }, 3, 0.4);
    }

    [Fact]
    public void Fields_of_elements_with_no_derivative_stay_constant()
    {
        var point = new StructType("P", false,
            [new("X", "X", IrType.F64, true, true, false), new("W", "W", IrType.F64, true, true, true), new("N", "N", IrType.I32, true, true, false)],
            StructConstruction.Positional);
        var m = new MethodBuilder();
        var x = m.Parameter("x");
        var points = m.Allocate(new BufferType(point, BufferKind.Span), m.Int(3));
        m.Body.Add(new FillOp(points, [x, x, m.Int(7)]));
        m.Body.Add(new StoreOp(points, [m.Int(1)], ["X"], m.Apply("mul", x, x)));
        m.Body.Add(new StoreOp(points, [m.Int(1)], ["W"], x));
        m.Body.Add(new StoreOp(points, [m.Int(1)], ["N"], m.Int(2)));
        var held = m.Body.Load(IrType.F64, points, [m.Int(1)], ["W"]);
        var taken = m.Body.Load(IrType.F64, points, [m.Int(1)], ["X"]);
        var method = m.Finish("F", IrType.F64, Return(m.Apply("mul", held, taken)));
        var core = new ForwardProbe(method).Core;
        object?[] results = new IrInterpreter([method], [core]).Call(core.Parameters, core.Body, 3.0, 1.0);
        Assert.Equal([27.0, 3 * 6.0], results.Cast<double>());
    }

    [Fact]
    public void Stopped_derivatives_stay_stopped()
    {
        var m = new MethodBuilder();
        var (x, a) = (m.Parameter("x"), m.Parameter("a", Span));
        var frozen = m.Ids.Value(Span);
        m.Body.Add(new SliceOp(frozen, a, null, null, StopsDerivative: true));
        var method = m.Finish("F", IrType.F64, Return(m.Apply("mul", m.Apply("stop", x), m.Apply("mul", x, m.Load(frozen, m.Int(0))))));
        var core = new ForwardProbe(method).Core;
        object?[] results = new IrInterpreter([method], [core]).Call(core.Parameters, core.Body, 3.0, Memory.Of(2), 1.0, Memory.Of(10));
        Assert.Equal([18.0, 6.0], results.Cast<double>());
    }

    [Fact]
    public void Long_code_takes_no_stack()
    {
        var m = new MethodBuilder();
        var x = m.Parameter("x");
        var sum = x;
        for (int i = 0; i < 10_000; i++)
            sum = m.Apply("add", sum, x);
        new ForwardProbe(m.Finish("F", IrType.F64, Return(sum))).Check(1.5);
    }
}
