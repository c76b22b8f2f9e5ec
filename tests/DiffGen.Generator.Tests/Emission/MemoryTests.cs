using System;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using Xunit;

namespace DiffGen.Generator.Tests.Emission;

/// <summary>Buffers, structs in buffers, and the tape.</summary>
public class MemoryTests
{
    private static readonly IrType F64 = IrType.F64;
    private static readonly IrType Doubles = new BufferType(IrType.F64, BufferKind.Array);
    private static readonly IrType DoubleSpan = new BufferType(IrType.F64, BufferKind.Span);

    private readonly IdSource _ids = new(1, 1);
    private readonly RegionBuilder _body;

    public MemoryTests() => _body = new RegionBuilder(_ids);

    [Fact]
    public void ElementsAreUpdatedInPlace()
    {
        IrValue a = _ids.Value(Doubles, "a"), i = _ids.Value(IrType.I32, "i"), x = _ids.Value(F64, "x");
        IrValue product = _body.Apply("mul", F64, _body.Load(F64, a, [i], default), x);
        _body.Add(new StoreOp(a, [i], default, product));
        IrValue zero = _body.Int(0);
        _body.Add(new AccumulateOp(a, [zero], default, _body.Apply("neg", F64, x)));
        Expect("""
            public static void F(double[] a, int i, double x)
            {
                a[i] *= x;
                a[0] -= x;
            }
            """, [a, i, x], []);
    }

    [Fact]
    public void ALoadStaysBeforeAStore()
    {
        IrValue a = _ids.Value(Doubles, "a"), b = _ids.Value(Doubles, "b"), zero = _body.Int(0);
        IrValue old = _body.Load(F64, a, [zero], default);
        _body.Add(new StoreOp(b, [zero], default, _body.Float(1, F64)));
        IrValue fresh = _body.Load(F64, a, [zero], default);
        Expect("""
            public static double F(double[] a, double[] b)
            {
                double aValue = a[0];
                b[0] = 1.0;
                return aValue - a[0];
            }
            """, [a, b], [_body.Apply("sub", F64, old, fresh)], run =>
        {
            double[] same = [5.0];
            Assert.Equal(4.0, run.Invoke<double>("Code", "F", same, same));
        });
    }

    [Fact]
    public void ADivisionThatMayFailStaysBeforeAStore()
    {
        IrValue a = _ids.Value(Doubles, "a"), n = _ids.Value(IrType.I32, "n"), zero = _body.Int(0);
        IrValue quotient = _body.Apply("div", IrType.I32, _body.Int(10), n);
        _body.Add(new StoreOp(a, [zero], default, _body.Float(1, F64)));
        Expect("""
            public static int F(double[] a, int n)
            {
                int ratio = 10 / n;
                a[0] = 1.0;
                return ratio;
            }
            """, [a, n], [quotient], run =>
        {
            double[] a = [5.0];
            Assert.Throws<DivideByZeroException>(() => run.Invoke("Code", "F", a, 0));
            Assert.Equal(5.0, a[0]);
        });
    }

    [Fact]
    public void TapeBlocksAndSlots()
    {
        IrValue x = _ids.Value(F64, "x"), block = _ids.Value(DoubleSpan, "record"), back = _ids.Value(DoubleSpan, "record"), read = _ids.Value(F64);
        IrValue zero = _body.Int(0), one = _body.Int(1);
        Slot slot = _ids.Slot(F64, "saved");
        _body.Add(new SlotOp(slot));
        _body.Add(new TapePushOp(block, one, Zeroed: false, "saved"));
        _body.Add(new StoreOp(block, [zero], default, x));
        _body.Add(new SetSlotOp(slot, _body.Apply("Exp", F64, x)));
        _body.Add(new CommentOp("nothing below"));
        _body.Add(new CommentOp("y = Math.Exp(x)"));
        _body.Add(new TapePopOp(back, one, "saved"));
        _body.Add(new GetSlotOp(read, slot));
        IrValue product = _body.Apply("mul", F64, read, _body.Load(F64, back, [zero], default));
        Expect("""
            public static double F(double x, global::DiffGen.CompilerServices.Tape tape)
            {
                double saved = 0;
                global::System.Span<double> record = tape.Push<double>(1);
                record[0] = x;
                saved = global::System.Math.Exp(x);
                // y = Math.Exp(x)
                record = tape.Pop<double>(1);
                return saved * record[0];
            }
            """, [x], [product], run =>
        {
            using var tape = DiffGen.CompilerServices.Tape.Rent();
            Assert.Equal(2 * Math.Exp(2), run.Invoke<double>("Code", "F", 2.0, tape));
        }, usesTape: true);
    }

    [Fact]
    public void MemoryOfEveryKind()
    {
        IrValue n = _ids.Value(IrType.I32, "n"), two = _body.Int(2);
        IrValue heap = _ids.Value(Doubles, "heap"), stack = _ids.Value(DoubleSpan, "stack"), matrix = _ids.Value(new BufferType(F64, BufferKind.Array2D), "matrix");
        IrValue jagged = _ids.Value(new BufferType(Doubles, BufferKind.Array), "rows"), tail = _ids.Value(DoubleSpan, "tail"), row = _ids.Value(Doubles);
        _body.Add(new AllocateOp(heap, [n], Storage.Heap));
        _body.Add(new AllocateOp(stack, [two], Storage.Stack));
        _body.Add(new AllocateOp(matrix, [n, two], Storage.Heap));
        _body.Add(new AllocateOp(jagged, [two], Storage.Heap));
        _body.Add(new StoreOp(jagged, [_body.Int(1)], default, heap));
        _body.Add(new LoadOp(row, jagged, [_body.Int(1)], default));
        _body.Add(new StoreOp(row, [_body.Int(0)], default, _body.Float(4, F64)));
        _body.Add(new SliceOp(tail, heap, _body.Int(1), null));
        _body.Add(new FillOp(tail, [_body.Float(3, F64)]));
        _body.Add(new CopyOp(tail, stack));
        _body.Add(new StoreOp(matrix, [_body.Int(1), _body.Int(1)], default, _body.Load(F64, stack, [_body.Int(0)], default)));
        IrValue width = _body.Length(matrix, 1), count = _body.Length(matrix, -1);
        IrValue size = _body.Apply("convert", F64, _body.Apply("mul", IrType.I32, width, count));
        IrValue sum = _body.Apply("add", F64, _body.Load(F64, matrix, [_body.Int(1), _body.Int(1)], default), _body.Load(F64, heap, [_body.Int(0)], default));
        Expect("""
            public static double F(int n)
            {
                double[] heap = new double[n];
                global::System.Span<double> stack = stackalloc double[2];
                double[,] matrix = new double[n, 2];
                double[][] rows = new double[2][];
                rows[1] = heap;
                rows[1][0] = 4.0;
                global::System.Span<double> tail = new global::System.Span<double>(heap, 1, heap.Length - 1);
                tail.Fill(3.0);
                tail.CopyTo(stack);
                matrix[1, 1] = stack[0];
                return matrix.GetLength(1) * matrix.Length * (matrix[1, 1] + heap[0]);
            }
            """, [n], [_body.Apply("mul", F64, size, sum)], run => Assert.Equal(2.0 * 6 * 7, run.Invoke<double>("Code", "F", 3)));
    }

    [Fact]
    public void FieldsOfStructsInBuffers()
    {
        StructField Field(string name, bool isProperty, bool assignable) => new(name, isProperty ? $"<{name}>k__BackingField" : name, F64, true, assignable, false);
        var plain = new StructType("global::Plain", false, [Field("A", false, true), Field("B", false, true)], StructConstruction.Initializer);
        var positional = new StructType("global::Point", false, [Field("X", true, false), Field("Y", true, false)], StructConstruction.Positional);
        var outer = new StructType("global::Outer", false, [new("P", "P", positional, true, true, false), Field("Z", false, true)], StructConstruction.Initializer);
        IrValue a = _ids.Value(new BufferType(plain, BufferKind.Array), "a"), p = _ids.Value(new BufferType(positional, BufferKind.Array), "p"), q = _ids.Value(new BufferType(outer, BufferKind.Array), "q");
        IrValue zero = _body.Int(0), x = _ids.Value(F64, "x");
        _body.Add(new StoreOp(a, [zero], ["B"], _body.Load(F64, p, [zero], ["Y"])));
        _body.Add(new StoreOp(p, [zero], ["X"], x));
        _body.Add(new AccumulateOp(q, [zero], ["P", "Y"], x));
        _body.Add(new FillOp(p, [x, x]));
        const string types = "public struct Plain { public double A; public double B; } public readonly record struct Point(double X, double Y); public struct Outer { public Point P; public double Z; }";
        Expect("""
            public static void F(global::Plain[] a, global::Point[] p, global::Outer[] q, double x)
            {
                a[0].B = p[0].Y;
                X(ref p[0]) = x;
                Y(ref q[0].P) += x;
                global::System.Array.Fill(p, new global::Point(x, x));
            }
            """, [a, p, q, x], [], others: types, normalize: text => System.Text.RegularExpressions.Regex.Replace(text, @"Field_Point__([XY])_\w+\(", "$1("));
    }

    private void Expect(string expected, IrValue[] parameters, IrValue[] results, Action<TestKit.GeneratorRun>? check = null, bool usesTape = false, string others = "",
        Func<string, string>? normalize = null)
    {
        Printed printed = new Printed(others: others).Add("F", parameters, _body.Finish(new Break(0, results.ToEquatableArray(), -1)), [.. results.Select(r => r.Type)], usesTape);
        Assert.Equal(expected.ReplaceLineEndings("\n") + "\n", normalize is null ? printed.Text : normalize(printed.Text));
        using TestKit.GeneratorRun run = printed.Compile();
        check?.Invoke(run);
    }
}
