using System.Linq;

namespace DiffGen.Generator.FrontEnd.Formulas;

/// <summary>What <c>Vector2</c>, <c>Vector3</c> and <c>Vector4</c> have in common.</summary>
internal static class VectorFormulas
{
    // Rounded alike by the vector's instruction and by the scalar's.
    private static readonly string[] s_exactUnary = ["Abs"];

    private static readonly string[] s_unary = ["Sin", "Cos", "Exp", "Log2", "DegreesToRadians", "RadiansToDegrees", "Truncate"];

    private static readonly string[] s_binary =
        ["Max", "Min", "MaxMagnitude", "MinMagnitude", "MaxNumber", "MinNumber", "MaxMagnitudeNumber", "MinMagnitudeNumber", "MaxNative", "MinNative", "CopySign", "Hypot"];

    private static readonly string[] s_comparisons = ["Equals", "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual"];

    private static readonly string[] s_tests =
        ["IsEvenInteger", "IsFinite", "IsInfinity", "IsInteger", "IsNaN", "IsNegative", "IsNegativeInfinity", "IsNormal", "IsOddInteger", "IsPositive", "IsPositiveInfinity", "IsSubnormal", "IsZero"];

    public static void Add(NumericsRows rows, int count)
    {
        AddConstruction(rows, count);
        AddOperators(rows);
        AddElementwise(rows);
        AddMetric(rows);
        AddMasks(rows);
        rows.Throwing("this.Item(int)", a => a[0].At(a[1]));
    }

    private static void AddConstruction(NumericsRows rows, int count)
    {
        string each = string.Join(",", Enumerable.Repeat("float", count));
        foreach (string name in (string[])["new", "Create"])
        {
            rows.Exact($"{name}(float)", a => new Components(Enumerable.Repeat((Number)a[0], count).ToArray()));
            rows.Exact($"{name}({each})", Joined);
            if (count > 2)
                rows.Exact($"{name}(Vector2{string.Concat(Enumerable.Repeat(",float", count - 2))})", Joined);
            if (count > 3)
                rows.Exact($"{name}(Vector3,float)", Joined);
        }
        foreach (string name in (string[])["CreateScalar", "CreateScalarUnsafe"])
            rows.ByValue($"{name}(float)", a => a[0].With(Enumerable.Repeat(a[0].Of(0), count - 1).ToArray()));
    }

    /// <summary>All the numbers of the arguments, one after the other.</summary>
    public static Components Joined(Components[] a) => new(a.SelectMany(argument => argument.Items).ToArray());

    private static void AddOperators(NumericsRows rows)
    {
        foreach ((string name, string method, Formula formula) in (
            (string, string, Formula)[])[
            ("op_Addition", "Add", a => a[0] + a[1]), ("op_Subtraction", "Subtract", a => a[0] - a[1]),
            ("op_Multiply", "Multiply", a => a[0] * a[1]), ("op_Division", "Divide", a => a[0] / a[1])])
        {
            rows.Exact($"{name}(T,T)", formula);
            rows.Exact($"{method}(T,T)", formula);
        }
        foreach (string name in (string[])["op_Multiply", "Multiply"])
        {
            rows.Exact($"{name}(T,float)", a => a[0] * (Number)a[1]);
            rows.Exact($"{name}(float,T)", a => (Number)a[0] * a[1]);
        }
        rows.Exact("op_Division(T,float)", a => a[0] / (Number)a[1]);
        rows.Exact("Divide(T,float)", a => a[0] / (Number)a[1]);
        rows.Exact("op_UnaryNegation(T)", a => -a[0]);
        rows.Exact("Negate(T)", a => -a[0]);
        rows.Exact("op_UnaryPlus(T)", a => a[0]);
    }

    private static void AddElementwise(NumericsRows rows)
    {
        foreach (string name in s_exactUnary)
            rows.Exact($"{name}(T)", a => a[0].Map(x => x.Apply(name)));
        rows.Exact("SquareRoot(T)", a => a[0].Map(x => x.Sqrt()));
        foreach (string name in s_unary)
            rows.ByValue($"{name}(T)", a => a[0].Map(x => x.Apply(name)));
        rows.ByValue("Log(T)", a => a[0].Map(x => x.Apply("Log/1")));
        rows.ByValue("Round(T)", a => a[0].Map(x => x.Apply("Round/1")));
        rows.ByValue("Round(T,MidpointRounding)", a => a[0].Map(x => x.Apply("Round/1")));
        rows.ByValue("SinCos(T)", a => a[0].Map(x => x.Sin()).With(a[0].Map(x => x.Cos())));
        foreach (string name in s_binary)
            rows.ByValue($"{name}(T,T)", a => a[0].Zip(a[1], (x, y) => x.Apply(name, y)));
        foreach (string name in (string[])["Clamp", "ClampNative"])
            rows.ByValue($"{name}(T,T,T)", a => a[0].Zip(a[1], AtLeast).Zip(a[2], AtMost));
        foreach (string name in (string[])["FusedMultiplyAdd", "MultiplyAddEstimate"])
            rows.ByValue($"{name}(T,T,T)", a => (a[0] * a[1]) + a[2]);
        rows.ByValue("Lerp(T,T,float)", a => (a[0] * (1 - (Number)a[2])) + (a[1] * (Number)a[2]));
        rows.ByValue("Lerp(T,T,T)", a => (a[0] * a[2].Map(t => 1 - t)) + (a[1] * a[2]));
        rows.ByValue("ConditionalSelect(T,T,T)", a => new(a[0].Items.Select((mask, i) => mask.Is(0).Choose(a[2][i], a[1][i])).ToArray()));
    }

    // Vectors of truth values are constants between the places where they change.
    private static void AddMasks(NumericsRows rows)
    {
        foreach (string name in s_comparisons)
            rows.ByValue($"{name}(T,T)", a => a[0].Map(x => x.Of(0)));
        foreach (string name in s_tests)
            rows.ByValue($"{name}(T)", a => a[0].Map(x => x.Of(0)));
    }

    // Inclusive: at a bound the derivative is the argument's own.
    private static Number AtLeast(Number x, Number bound) => (x < bound).Choose(bound, x);

    private static Number AtMost(Number x, Number bound) => (x > bound).Choose(bound, x);

    private static void AddMetric(NumericsRows rows)
    {
        rows.ByValue("Dot(T,T)", a => a[0].Dot(a[1]));
        rows.ByValue("Sum(T)", a => a[0].Sum());
        rows.ByValue("this.Length()", a => a[0].Length());
        rows.ByValue("this.LengthSquared()", a => a[0].Dot(a[0]));
        rows.ByValue("Distance(T,T)", a => (a[0] - a[1]).Length());
        rows.ByValue("DistanceSquared(T,T)", a => (a[0] - a[1]).Dot(a[0] - a[1]));
        rows.ByValue("Normalize(T)", a => a[0].Normalized());
    }
}
