using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization;
using DiffGen.Generator.Tests.Interpretation;
using Xunit;
using static DiffGen.Generator.Tests.Interpretation.MethodBuilder;

namespace DiffGen.Generator.Tests.Optimization;

/// <summary>What each pass does, and what it must leave alone.</summary>
public class PassTests
{
    private readonly MethodBuilder _m = new();

    [Theory]
    [InlineData("add", 0.1, 0.2)]
    [InlineData("mul", 3.0, -0.0)]
    [InlineData("div", 1.0, 0.0)]
    [InlineData("rem", 7.5, -2.0)]
    public void Floating_point_constants_fold_to_the_bit(string primitive, double x, double y)
    {
        var body = Optimised(_m.Apply(primitive, _m.Number(x), _m.Number(y)));
        Assert.Equal(Constant.Of((double)PrimitiveEvaluator.Apply(primitive, IrType.F64, x, y)), Assert.IsType<ConstantOp>(Assert.Single(body.Ops)).Value);
    }

    [Theory]
    [InlineData("add", "I32", int.MaxValue, 1, (long)int.MinValue)]
    [InlineData("mul", "I64", long.MaxValue, 2, -2L)]
    [InlineData("sub", "U32", 1, 2, (long)uint.MaxValue)]
    [InlineData("div", "I32", -7, 2, -3L)]
    [InlineData("rem", "I32", -7, 2, -1L)]
    [InlineData("shl", "I32", 3, 33, 6L)]
    [InlineData("and", "U8", 12, 10, 8L)]
    [InlineData("max", "I64", -3, 0, 0L)]
    [InlineData("max", "I64", 3, 0, 3L)]
    public void Integers_wrap_as_in_unchecked_code(string primitive, string type, long x, long y, long expected)
    {
        var kind = Enum.Parse<ScalarKind>(type);
        Assert.Equal(Constant.OfInteger(kind, expected),
            ConstantArithmetic.Apply(primitive, kind, [Constant.OfInteger(kind, x), Constant.OfInteger(kind, y)], isChecked: false));
    }

    [Fact]
    public void What_would_throw_or_depend_on_the_machine_does_not_fold()
    {
        var one = Constant.Of(1);
        Assert.Null(ConstantArithmetic.Apply("div", ScalarKind.I32, [one, Constant.Of(0)], isChecked: false));
        Assert.Null(ConstantArithmetic.Apply("div", ScalarKind.I32, [Constant.Of(int.MinValue), Constant.Of(-1)], isChecked: false));
        Assert.Null(ConstantArithmetic.Apply("add", ScalarKind.I32, [Constant.Of(int.MaxValue), one], isChecked: true));
        Assert.Null(ConstantArithmetic.Apply("convert", ScalarKind.I32, [Constant.Of(1e10)], isChecked: false));
        Assert.Null(ConstantArithmetic.Apply("Sin", ScalarKind.F64, [Constant.Of(1.0)], isChecked: false));
        Assert.Equal(Constant.Of(3f), ConstantArithmetic.Apply("convert", ScalarKind.F32, [Constant.Of(3)], isChecked: false));
        Assert.Equal(Constant.Of(-3), ConstantArithmetic.Apply("convert", ScalarKind.I32, [Constant.Of(-3.9)], isChecked: false));
    }

    [Fact]
    public void Identities_that_hold_to_the_bit_are_used()
    {
        var (x, y) = (_m.Parameter("x"), _m.Parameter("y"));
        var value = _m.Apply("mul", _m.Number(1), _m.Apply("neg", _m.Apply("neg", _m.Apply("div", x, _m.Number(1)))));
        var sum = _m.Apply("add", _m.Apply("sub", value, _m.Number(0)), _m.Apply("neg", y));
        Assert.Equal("sub", Assert.IsType<ApplyOp>(Assert.Single(Optimised(_m.Apply("mul", sum, _m.Number(1))).Ops)).Primitive);
    }

    [Fact]
    public void Identities_that_lose_a_sign_or_a_NaN_are_not()
    {
        var x = _m.Parameter("x");
        var value = _m.Apply("add", _m.Apply("add", x, _m.Number(0)), _m.Apply("mul", x, _m.Number(0)));
        Assert.Equal(3, Optimised(value).Ops.Count(op => op is ApplyOp));
    }

    [Fact]
    public void Equal_expressions_are_computed_once_also_inside_branches()
    {
        var (x, y) = (_m.Parameter("x"), _m.Parameter("y"));
        var product = _m.Apply("mul", x, y);
        var results = _m.If(_m.Test("lt", x, y), [IrType.F64],
            () => Yield(_m.Apply("Sin", _m.Apply("mul", y, x))),
            () => Yield(_m.Apply("sub", product, _m.Apply("mul", x, y))));
        Assert.Single(OpShape.AllOps(Optimised(_m.Apply("add", product, results[0]))), op => op is ApplyOp { Primitive: "mul" });
    }

    [Fact]
    public void A_load_is_shared_until_its_memory_is_written()
    {
        var (a, b, x) = (_m.Parameter("a", Span), _m.Parameter("b", Span), _m.Parameter("x"));
        var zero = _m.Int(0);
        var first = _m.Load(a, zero);
        _m.Store(b, zero, x);
        var second = _m.Load(a, zero);
        _m.Store(a, _m.Int(1), x);
        var third = _m.Load(a, zero);
        var sum = _m.Apply("add", _m.Apply("mul", first, second), third);
        Assert.Equal(2, Optimised(sum).Ops.Count(op => op is LoadOp));
    }

    [Fact]
    public void A_load_of_what_was_just_stored_is_the_stored_value()
    {
        var (a, x) = (_m.Parameter("a", Span), _m.Parameter("x"));
        var zero = _m.Int(0);
        _m.Store(a, zero, x);
        var loaded = _m.Load(a, zero);
        Assert.DoesNotContain(Optimised(_m.Apply("mul", loaded, x)).Ops, op => op is LoadOp);
    }

    [Fact]
    public void A_load_before_a_loop_is_not_shared_with_a_loop_that_writes()
    {
        var (a, x) = (_m.Parameter("a", Span), _m.Parameter("x"));
        var zero = _m.Int(0);
        var first = _m.Load(a, zero);
        var sum = _m.For(zero, _m.Int(3), [first], (_, carried, _) =>
        {
            var inside = _m.Load(a, zero);
            _m.Store(a, zero, _m.Apply("mul", inside, x));
            return Yield(_m.Apply("add", carried[0], inside));
        });
        Assert.Equal(2, OpShape.AllOps(Optimised(sum[0])).Count(op => op is LoadOp));
    }

    [Fact]
    public void Useless_values_that_a_loop_carries_go_with_what_computes_them()
    {
        var x = _m.Parameter("x");
        var results = _m.For(_m.Int(0), _m.Int(5), [x, x, x], (_, carried, _) =>
            Yield(_m.Apply("mul", carried[0], x), _m.Apply("Sin", carried[1]), carried[2]));
        var loop = Assert.Single(Optimised(_m.Apply("add", results[0], results[2])).Ops.OfType<ForOp>());
        Assert.Single(loop.Results);
        Assert.Single(loop.Body.Ops);
    }

    [Fact]
    public void Loops_and_branches_without_effects_go()
    {
        var x = _m.Parameter("x");
        _m.For(_m.Int(0), _m.Int(5), [x], (_, carried, _) => Yield(_m.Apply("Sin", carried[0])));
        _m.If(_m.Test("lt", x, x), [IrType.F64], () => Yield(x), () => Yield(_m.Apply("neg", x)));
        Assert.Empty(Optimised(x).Ops);
    }

    [Fact]
    public void Branches_on_constants_and_blocks_that_nothing_leaves_dissolve()
    {
        var x = _m.Parameter("x");
        var block = _m.Block([IrType.F64], label =>
        {
            var inner = _m.If(_m.Body.Bool(true), [IrType.F64], () => Yield(_m.Apply("Sin", x)), () => Return(x));
            return Break(label, inner[0]);
        });
        Assert.Equal("Sin", Assert.IsType<ApplyOp>(Assert.Single(Optimised(block[0]).Ops)).Primitive);
    }

    [Fact]
    public void Code_after_a_certain_exit_goes()
    {
        var x = _m.Parameter("x");
        _m.If(_m.Body.Bool(true), [], () => Return(x), () => Yield());
        var body = Optimised(_m.Apply("Sin", x));
        Assert.Empty(body.Ops);
        Assert.Equal(x, Assert.Single(((Break)body.End).Values));
    }

    [Fact]
    public void Accesses_that_may_throw_stay_unless_they_are_known_to_be_in_range()
    {
        var (a, i) = (_m.Parameter("a", Span), _m.Parameter("i", IrType.I32));
        _m.Load(a, i);
        _m.Load(a, i);
        _m.For(_m.Int(0), _m.Body.Length(a), [], (k, _, _) =>
        {
            _m.Load(a, k);
            return Yield();
        });
        Assert.IsType<LoadOp>(Assert.Single(Optimised(_m.Number(1)).Ops, op => op is not ConstantOp));
    }

    [Fact]
    public void Other_operations_that_may_throw_stay()
    {
        var (x, i) = (_m.Parameter("x"), _m.Parameter("i", IrType.I32));
        _m.Apply("div", i, i);
        _m.Apply("div", i, _m.Int(3));
        _m.Apply("Clamp", x, x, x);
        _m.Apply("Clamp", x, _m.Number(0), _m.Number(1));
        _m.Body.Apply("Sign", IrType.I32, x);
        _m.Body.Add(new ApplyOp(_m.Ids.Value(IrType.I32), "add", [i, i], Checked: true));
        _m.Apply("Log/1", x);
        Assert.Equal(["div", "Clamp", "Sign", "add"], Optimised(x).Ops.OfType<ApplyOp>().Select(op => op.Primitive));
    }

    [Fact]
    public void Guards_stay()
    {
        var x = _m.Parameter("x");
        _m.If(_m.Test("lt", x, _m.Number(0)), [], () => new Throw("new Exception()", default, -1, -1), () => Yield());
        Assert.Single(Optimised(x).Ops.OfType<IfOp>());
    }

    [Fact]
    public void Locals_that_are_never_read_go_and_others_stay()
    {
        var x = _m.Parameter("x");
        var (unread, read) = (_m.Ids.Slot(IrType.F64, "u"), _m.Ids.Slot(IrType.F64, "r"));
        _m.Body.Add(new SlotOp(unread));
        _m.Body.Add(new SlotOp(read));
        _m.If(_m.Test("lt", x, x), [], () =>
        {
            _m.Body.Add(new SetSlotOp(unread, _m.Apply("Sin", x)));
            _m.Body.Add(new SetSlotOp(read, _m.Apply("Cos", x)));
            return Yield();
        }, () => Yield());
        var ops = OpShape.AllOps(Optimised(Read(read))).ToList();
        Assert.Equal(read, Assert.Single(ops.OfType<SlotOp>()).Slot);
        Assert.Equal(read, Assert.Single(ops.OfType<SetSlotOp>()).Slot);
    }

    [Fact]
    public void A_local_is_not_needed_where_its_content_is_known()
    {
        var x = _m.Parameter("x");
        var slot = _m.Ids.Slot(IrType.F64, "s");
        _m.Body.Add(new SlotOp(slot));
        var results = _m.If(_m.Test("lt", x, _m.Number(0)), [IrType.F64], () => Yield(Read(slot)), () =>
        {
            _m.Body.Add(new SetSlotOp(slot, _m.Apply("Sin", x)));
            return Yield(Read(slot));
        });
        var body = Optimised(results[0]);
        Assert.DoesNotContain(OpShape.AllOps(body), op => op is SlotOp or SetSlotOp or GetSlotOp);
    }

    [Fact]
    public void A_local_that_a_branch_or_a_loop_sets_is_read_afterwards()
    {
        var x = _m.Parameter("x");
        var slot = _m.Ids.Slot(IrType.F64, "s");
        _m.Body.Add(new SlotOp(slot));
        _m.For(_m.Int(0), _m.Int(3), [], (_, _, _) =>
        {
            _m.Body.Add(new SetSlotOp(slot, _m.Apply("add", Read(slot), x)));
            return Yield();
        });
        Assert.Equal(2, OpShape.AllOps(Optimised(Read(slot))).Count(op => op is GetSlotOp));
    }

    [Fact]
    public void Comments_go_with_what_they_speak_of()
    {
        var x = _m.Parameter("x");
        _m.Body.Add(new CommentOp("dead"));
        _m.Apply("Sin", x);
        _m.Body.Add(new CommentOp("alive"));
        var result = _m.Apply("Cos", x);
        _m.Body.Add(new CommentOp("the end"));
        Assert.Equal("alive", Assert.Single(Optimised(result).Ops.OfType<CommentOp>()).Text);
    }

    [Fact]
    public void The_strong_zero_of_a_singular_rule_folds_away_for_a_constant_seed()
    {
        var x = _m.Parameter("x");
        var seed = _m.Number(1);
        var isZero = _m.Test("eq", seed, _m.Number(0));
        var chosen = _m.Ids.Value(IrType.F64);
        _m.Body.Add(new SelectOp(chosen, isZero, _m.Number(0), _m.Apply("div", seed, x)));
        Assert.Equal(["ConstantOp", "ApplyOp"], Optimised(chosen).Ops.Select(op => op.GetType().Name));
    }

    [Fact]
    public void Passes_can_be_switched_off()
    {
        var x = _m.Parameter("x");
        _m.Apply("Sin", x);
        var body = _m.Finish("F", IrType.F64, Return(x)).Body;
        Assert.Single(Optimizer.Run(body, TransformOptions.Default with { DisabledPasses = ["DeadCode"] }).Ops);
        Assert.Single(Optimizer.Run(body, TransformOptions.Default with { Optimize = false }).Ops);
        Assert.Empty(Optimizer.Run(body, TransformOptions.Default).Ops);
    }

    [Fact]
    public void Long_code_takes_no_stack_and_little_time()
    {
        var x = _m.Parameter("x");
        var value = x;
        for (int i = 0; i < 10_000; i++)
            value = _m.Apply(i % 3 == 0 ? "Sin" : "mul", i % 3 == 0 ? [value] : [value, x]);
        var method = _m.Finish("F", IrType.F64, Return(value));
        var time = Stopwatch.StartNew();
        Assert.Equal(10_000, Optimizer.Run(method.Body, TransformOptions.Default).Ops.Length);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(5), $"{time.Elapsed}");
    }

    private IrValue Read(Slot slot)
    {
        var value = _m.Ids.Value(slot.Type);
        _m.Body.Add(new GetSlotOp(value, slot));
        return value;
    }

    private Region Optimised(IrValue result)
    {
        var method = _m.Finish("F", result.Type, Return(result));
        Assert.Equal([], IrVerifier.Verify(method));
        var body = Optimizer.Run(method.Body, TransformOptions.Default);
        Assert.Equal([], IrVerifier.Verify(method.Parameters, body));
        return body;
    }
}
