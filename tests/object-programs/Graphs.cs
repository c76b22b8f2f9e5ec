using System;

namespace DiffGen.ObjectPrograms;

public class Part
{
    public double[]? A;
    public double S;
}

public class Wide : Part
{
    public double More;
}

public partial class Whole
{
    public Part? P;
    public Part? Q;
    public double[][]? Rows;
    public double[,]? Grid;

    [Differentiable]
    public double Sum(double x)
    {
        double s = x * P!.S;
        if (Q is not null)
            s += Q.S * Q.A![0] * P.A![1];
        if (Rows is not null)
            s += Rows[0][0] * x;
        return s;
    }

    [Differentiable]
    public void Move(Part other, double x) => P!.S += other.S * x;
}

public sealed class Locked
{
    private readonly int _size;

    public Locked(int size) => _size = size;

    public double K = 2;

    public int Size => _size;
}

public static partial class Program
{
    [Differentiable]
    public static double F(Locked locked, double x) => locked.K * x;
}

public static class Probe
{
    public static void Run()
    {
        ObjectCheck.Gradient(typeof(Whole), "Sum", () => [0.7, Make(false)]);
        ObjectCheck.Gradient(typeof(Whole), "Sum", () => [0.7, Make(true)]);
        Whole w = Make(false), shared = Make(true);
        w.SumGradient(1, Make(false));
        ObjectCheck.Throws<ArgumentNullException>(() => w.SumGradient(1, null!), "dWhole");
        ObjectCheck.Throws<ArgumentException>(() => w.SumGradient(1, Make(true)), "shared");
        ObjectCheck.Throws<ArgumentException>(() => shared.SumGradient(1, Make(false)), "shared");
        ObjectCheck.Throws<ArgumentException>(() => w.SumGradient(1, w), "shares memory");
        Refused(d => d.P = null, "dWhole.P is null");
        Refused(d => d.P!.A = null, "dWhole.P.A is null");
        Refused(d => d.P!.A = new double[5], "dWhole.P.A has 5 elements, but this.P.A has 2");
        Refused(d => d.Rows = [[1, 2], [3, 4, 5]], "dWhole.Rows[] has 3 elements");
        Refused(d => d.Grid = new double[2, 3], "2×3");
        Refused(d => d.P = new Wide { A = new double[2] }, "is of type");

        // Walks over the graph are made once; one that was refused is not used again.
        Whole again = Make(true), place = Make(true);
        for (int call = 0; call < 100; call++)
            again.SumGradient(1, place);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < 10; call++)
            again.SumGradient(1, place);
        ObjectCheck.Equal(0, GC.GetAllocatedBytesForCurrentThread() - allocated);

        // What is refused leaves everything as it was.
        Whole untouched = Make(false);
        untouched.Grid = null;
        double before = untouched.P!.S;
        ObjectCheck.Throws<ArgumentException>(() => w.SumGradient(1, untouched));
        ObjectCheck.Equal(before, untouched.P.S);

        // The same object twice, one of them written.
        ObjectCheck.Throws<ArgumentException>(() => w.MoveVjp(w.P!, 1, Make(false).P!, Make(false)), "shares memory");
        double dx = w.MoveVjp(new Part { A = [1], S = 4 }, 1, new Part { A = [0] }, Make(false));
        ObjectCheck.Equal(4 * 1.5, dx);

        // No object of the class can be made: there is only the form with a destination.
        var d = new Locked(3) { K = 9 };
        ObjectCheck.Equal(2, Program.FGradient(new Locked(1), 5, d));
        ObjectCheck.Equal(5, d.K);
        ObjectCheck.True(d.Size == 3, "an inactive member was touched");
    }

    private static void Refused(Action<Whole> change, string message)
    {
        Whole wrong = Make(false);
        change(wrong);
        ObjectCheck.Throws<ArgumentException>(() => Make(false).SumGradient(1, wrong), message);
    }

    private static Whole Make(bool isShared)
    {
        var part = new Part { A = [1.1, 2.2], S = 1.5 };
        return new() { P = part, Q = isShared ? part : new() { A = [0.4, 5], S = 0.3 }, Rows = [[0.7, 1], [2]], Grid = new double[1, 2] };
    }
}
