using System;
using DiffGen.Generator.Ir;
using Xunit;

namespace DiffGen.Generator.Tests.Emission;

/// <summary>Structured control flow becomes the statements that a person writes, and computes the same.</summary>
public class ControlFlowTests
{
    private static readonly IrType F64 = IrType.F64;
    private static readonly IrType Ints = new BufferType(IrType.I32, BufferKind.Array);
    private static readonly IrType Doubles = new BufferType(IrType.F64, BufferKind.Array);

    private readonly IdSource _ids = new(1, 1);

    [Fact]
    public void ACountedLoopUpdatesTheUsersVariable()
    {
        IrValue a = _ids.Value(Doubles, "a"), s0 = _ids.Value(F64, "s"), s1 = _ids.Value(F64, "s"), i = _ids.Value(IrType.I32, "i");
        RegionBuilder outer = Builder(), body = Builder();
        IrValue element = body.Load(F64, a, [i], default);
        IrValue next = body.ApplyNamed("s", "add", F64, s0, body.Apply("mul", F64, element, element));
        IrValue zero = outer.Float(0, F64), start = outer.Int(0), length = outer.Length(a);
        outer.Add(new ForOp([s1], 1, i, start, length, 1, false, [zero], body.Finish(new Yield([next]), s0)));
        Expect("""
            public static double F(double[] a)
            {
                double s = 0.0;
                for (int i = 0; i < a.Length; i++)
                {
                    double ai = a[i];
                    s += ai * ai;
                }
                return s;
            }
            """, [a], outer.Finish(new Break(0, [s1], -1)), [F64], run => Assert.Equal(14.0, run.Invoke<double>("Code", "F", new[] { 1.0, 2.0, 3.0 })));
    }

    [Fact]
    public void SwappedValuesNeedATemporary()
    {
        IrValue n = _ids.Value(IrType.I32, "n"), i = _ids.Value(IrType.I32, "i");
        IrValue a0 = _ids.Value(F64, "a"), b0 = _ids.Value(F64, "b"), a1 = _ids.Value(F64, "a"), b1 = _ids.Value(F64, "b");
        RegionBuilder outer = Builder(), body = Builder();
        IrValue sum = body.Apply("add", F64, a0, b0);
        IrValue zero = outer.Int(0), one = outer.Float(1, F64), two = outer.Float(2, F64);
        outer.Add(new ForOp([a1, b1], 1, i, zero, n, 1, false, [one, two], body.Finish(new Yield([b0, sum]), a0, b0)));
        IrValue result = outer.Apply("sub", F64, a1, b1);
        Expect("""
            public static double F(int n)
            {
                double a = 1.0;
                double b = 2.0;
                for (int i = 0; i < n; i++)
                {
                    double nextA = b;
                    b = a + b;
                    a = nextA;
                }
                return a - b;
            }
            """, [n], outer.Finish(new Break(0, [result], -1)), [F64], run => Assert.Equal(5.0 - 8.0, run.Invoke<double>("Code", "F", 3)));
    }

    [Fact]
    public void AnInitialValueThatIsWantedLaterIsKept()
    {
        IrValue x = _ids.Value(F64, "x"), n = _ids.Value(IrType.I32, "n"), i = _ids.Value(IrType.I32, "i");
        IrValue y0 = _ids.Value(F64, "x"), y2 = _ids.Value(F64, "x");
        RegionBuilder outer = Builder(), body = Builder();
        IrValue y1 = body.Apply("mul", F64, y0, y0);
        outer.Add(new ForOp([y2], 1, i, outer.Int(0), n, 1, false, [x], body.Finish(new Yield([y1]), y0)));
        Expect("""
            public static double F(double x, int n)
            {
                double x2 = x;
                for (int i = 0; i < n; i++)
                {
                    x2 *= x2;
                }
                return x2 - x;
            }
            """, [x, n], outer.Finish(new Break(0, [outer.Apply("sub", F64, y2, x)], -1)), [F64], run => Assert.Equal(81.0 - 3, run.Invoke<double>("Code", "F", 3.0, 2)));
    }

    [Fact]
    public void AWhileLoopAndAConditionalUpdate()
    {
        IrValue x = _ids.Value(F64, "x"), y0 = _ids.Value(F64, "y"), y1 = _ids.Value(F64, "y"), y3 = _ids.Value(F64, "y");
        RegionBuilder outer = Builder(), body = Builder(), halve = Builder();
        IrValue test = body.Apply("gt", IrType.Bool, y0, body.Float(1, F64));
        body.Add(new IfOp([], test, new Region(default, default, new Yield(default)), new Region(default, default, new Break(1, [y0], -1))));
        IrValue big = body.Apply("gt", IrType.Bool, y0, body.Float(100, F64));
        IrValue smaller = halve.ApplyNamed("y", "div", F64, y0, halve.Float(10, F64));
        body.Add(new IfOp([y1], big, halve.Finish(new Yield([smaller])), new Region(default, default, new Yield([y0]))));
        IrValue next = body.Apply("sub", F64, y1, body.Float(0.75, F64));
        outer.Add(new LoopOp([y3], 1, [x], body.Finish(new Yield([next]), y0)));
        Expect("""
            public static double F(double x)
            {
                double y = x;
                while (y > 1.0)
                {
                    if (y > 100.0)
                    {
                        y /= 10.0;
                    }
                    y -= 0.75;
                }
                return y;
            }
            """, [x], outer.Finish(new Break(0, [y3], -1)), [F64], run => Assert.Equal(0.5, run.Invoke<double>("Code", "F", 2.0)));
    }

    [Fact]
    public void LeavingABlockFromALoopJumpsBehindIt()
    {
        IrValue a = _ids.Value(Ints, "a"), i = _ids.Value(IrType.I32, "i"), found = _ids.Value(IrType.I32, "found");
        RegionBuilder outer = Builder(), block = Builder(), loop = Builder();
        IrValue test = loop.Apply("eq", IrType.Bool, loop.Load(IrType.I32, a, [i], default), loop.Int(7));
        loop.Add(new IfOp([], test, new Region(default, default, new Break(1, [i], -1)), new Region(default, default, new Yield(default))));
        block.Add(new ForOp([], 2, i, block.Int(0), block.Length(a), 1, false, default, loop.Finish(new Yield(default))));
        outer.Add(new BlockOp([found], 1, block.Finish(new Yield([block.Int(-1)]))));
        IrValue result = outer.Apply("add", IrType.I32, found, outer.Int(100));
        Expect("""
            public static int F(int[] a)
            {
                int found;
                for (int i = 0; i < a.Length; i++)
                {
                    if (a[i] == 7)
                    {
                        found = i;
                        goto end1;
                    }
                }
                found = -1;
            end1:
                return found + 100;
            }
            """, [a], outer.Finish(new Break(0, [result], -1)), [IrType.I32], run =>
        {
            Assert.Equal(102, run.Invoke<int>("Code", "F", new[] { 1, 2, 7, 7 }));
            Assert.Equal(99, run.Invoke<int>("Code", "F", new[] { 1, 2 }));
        });
    }

    [Fact]
    public void EarlyExitsOfABlockNest()
    {
        IrValue x = _ids.Value(F64, "x"), y = _ids.Value(F64, "y");
        RegionBuilder outer = Builder(), block = Builder(), early = Builder();
        IrValue test = block.Apply("lt", IrType.Bool, x, block.Float(0, F64));
        IrValue negative = early.Apply("neg", F64, x);
        block.Add(new IfOp([], test, early.Finish(new Break(1, [negative], -1)), new Region(default, default, new Yield(default))));
        IrValue t = block.ApplyNamed("t", "mul", F64, x, x);
        IrValue late = block.Apply("add", F64, t, t);
        outer.Add(new BlockOp([y], 1, block.Finish(new Yield([late]))));
        Expect("""
            public static double F(double x)
            {
                double y;
                if (x < 0.0)
                {
                    y = -x;
                }
                else
                {
                    double t = x * x;
                    y = t + t;
                }
                return y * y;
            }
            """, [x], outer.Finish(new Break(0, [outer.Apply("mul", F64, y, y)], -1)), [F64], run => Assert.Equal(9.0, run.Invoke<double>("Code", "F", -3.0)));
    }

    [Fact]
    public void AReturnInABranchIsAGuard()
    {
        IrValue x = _ids.Value(F64, "x");
        RegionBuilder outer = Builder();
        IrValue test = outer.Apply("le", IrType.Bool, x, outer.Float(0, F64));
        IrValue zero = outer.Float(0, F64), rest = _ids.Value(F64, "rest");
        RegionBuilder otherwise = Builder();
        IrValue root = otherwise.Apply("Sqrt", F64, x);
        outer.Add(new IfOp([rest], test, new Region(default, default, new Break(0, [zero], -1)), otherwise.Finish(new Yield([root]))));
        IrValue result = outer.Apply("add", F64, rest, outer.Float(1, F64));
        Expect("""
            public static double F(double x)
            {
                if (x <= 0.0)
                {
                    return 0.0;
                }
                return global::System.Math.Sqrt(x) + 1.0;
            }
            """, [x], outer.Finish(new Break(0, [result], -1)), [F64], run => Assert.Equal(3.0, run.Invoke<double>("Code", "F", 4.0)));
    }

    [Fact]
    public void ADoLoop()
    {
        IrValue x = _ids.Value(F64, "x"), y0 = _ids.Value(F64, "y"), y2 = _ids.Value(F64, "y");
        RegionBuilder outer = Builder(), body = Builder();
        IrValue y1 = body.ApplyNamed("y", "div", F64, y0, body.Float(2, F64));
        IrValue test = body.Apply("gt", IrType.Bool, y1, body.Float(1, F64));
        body.Add(new IfOp([], test, new Region(default, default, new Yield(default)), new Region(default, default, new Break(1, [y1], -1))));
        outer.Add(new LoopOp([y2], 1, [x], body.Finish(new Yield([y1]), y0)));
        Expect("""
            public static double F(double x)
            {
                double y = x;
                do
                {
                    y /= 2.0;
                }
                while (y > 1.0);
                return y;
            }
            """, [x], outer.Finish(new Break(0, [y2], -1)), [F64], run => Assert.Equal(0.75, run.Invoke<double>("Code", "F", 6.0)));
    }

    [Fact]
    public void ConditionsFoldIntoOperators()
    {
        IrValue a = _ids.Value(Doubles, "a"), i = _ids.Value(IrType.I32, "i"), both = _ids.Value(IrType.Bool), value = _ids.Value(F64);
        RegionBuilder outer = Builder(), then = Builder();
        IrValue inRange = outer.Apply("lt", IrType.Bool, i, outer.Length(a));
        IrValue positive = then.Apply("gt", IrType.Bool, then.Load(F64, a, [i], default), then.Float(0, F64));
        outer.Add(new IfOp([both], inRange, then.Finish(new Yield([positive])), new Region(default, [new ConstantOp(_ids.Value(IrType.Bool), Constant.Of(false)) is var no ? no : null!], new Yield([no.Result]))));
        RegionBuilder yes = Builder(), other = Builder();
        IrValue one = yes.Float(1, F64), two = other.Float(2, F64);
        outer.Add(new IfOp([value], both, yes.Finish(new Yield([one])), other.Finish(new Yield([two]))));
        Expect("""
            public static double F(double[] a, int i)
            {
                return i < a.Length && a[i] > 0.0 ? 1.0 : 2.0;
            }
            """, [a, i], outer.Finish(new Break(0, [value], -1)), [F64], run => Assert.Equal(2.0, run.Invoke<double>("Code", "F", new[] { 1.0 }, 1)));
    }

    private RegionBuilder Builder() => new(_ids);

    private static void Expect(string expected, IrValue[] parameters, Region body, IrType[] results, Action<TestKit.GeneratorRun> check)
    {
        Printed printed = new Printed().Add("F", parameters, body, results);
        Assert.Equal(expected.ReplaceLineEndings("\n") + "\n", printed.Text);
        using TestKit.GeneratorRun run = printed.Compile();
        check(run);
    }
}
