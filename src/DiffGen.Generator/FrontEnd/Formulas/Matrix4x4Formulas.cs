using System.Linq;

namespace DiffGen.Generator.FrontEnd.Formulas;

/// <summary><c>Matrix4x4</c>: arithmetic.</summary>
internal static class Matrix4x4Formulas
{
    public static void Add(NumericsRows rows)
    {
        string each = string.Join(",", Enumerable.Repeat("float", 16));
        foreach (string name in (string[])["new", "Create"])
        {
            rows.Exact($"{name}({each})", VectorFormulas.Joined);
            rows.ByValue($"{name}(Matrix3x2)", a => FromAffine(a[0]));
        }
        rows.Exact("Create(Vector4,Vector4,Vector4,Vector4)", VectorFormulas.Joined);
        rows.Exact("Create(Vector4)", a => a[0].With(a[0]).With(a[0]).With(a[0]));
        rows.Exact("Create(float)", a => new Components(Enumerable.Repeat((Number)a[0], 16).ToArray()));
        MatrixRows.AddLinear(rows);
        foreach (string name in (string[])["op_Multiply", "Multiply"])
            rows.ByValue($"{name}(T,T)", a => Product(a[0], a[1]));
        rows.Exact("Transpose(T)", a => Transposed(a[0]));
        rows.ByValue("this.GetDeterminant()", a => Determinant(a[0]));
        rows.ByValue("Inverse(T)", a => Inverse(a[0]));
        rows.ByValue("Transform(T,Quaternion)", a => Product(a[0], Matrix4x4Factories.FromQuaternion(a[1])));
        MatrixRows.AddAccess(rows, "Vector4", 4, 16);
    }

    public static Components Product(Components a, Components b) =>
        Row(0, a, b).With(Row(1, a, b)).With(Row(2, a, b)).With(Row(3, a, b));

    private static Components Row(int row, Components a, Components b) => VectorTransforms.Times(a.Slice(4 * row, 4), b);

    public static Components Transposed(Components m) => new(Enumerable.Range(0, 16).Select(i => m[(4 * (i % 4)) + (i / 4)]).ToArray());

    private static Components FromAffine(Components m)
    {
        Number zero = m.Of(0), one = m.Of(1);
        return new(m[0], m[1], zero, zero, m[2], m[3], zero, zero, zero, zero, one, zero, m[4], m[5], zero, one);
    }

    /// <summary>Determinants of two by two: of the upper two rows, and of the lower two.</summary>
    private sealed class Minors(Components m)
    {
        public Number[] Upper { get; } = Of(m, 0, 4);

        public Number[] Lower { get; } = Of(m, 8, 12);

        // Columns 01, 02, 03, 12, 13, 23.
        private static Number[] Of(Components m, int first, int second) =>
            ((int Left, int Right)[])[(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)] is var pairs
                ? pairs.Select(pair => (m[first + pair.Left] * m[second + pair.Right]) - (m[first + pair.Right] * m[second + pair.Left])).ToArray()
                : [];

        // Laplace's expansion by both pairs of rows.
        public Number Determinant() =>
            (Upper[0] * Lower[5]) - (Upper[1] * Lower[4]) + (Upper[2] * Lower[3]) + (Upper[3] * Lower[2]) - (Upper[4] * Lower[1]) + (Upper[5] * Lower[0]);
    }

    private static Number Determinant(Components m) => new Minors(m).Determinant();

    public static Components Inverse(Components m)
    {
        var minors = new Minors(m);
        Number[] s = minors.Upper, c = minors.Lower;
        return new Components(
            (m[5] * c[5]) - (m[6] * c[4]) + (m[7] * c[3]),
            (m[2] * c[4]) - (m[1] * c[5]) - (m[3] * c[3]),
            (m[13] * s[5]) - (m[14] * s[4]) + (m[15] * s[3]),
            (m[10] * s[4]) - (m[9] * s[5]) - (m[11] * s[3]),
            (m[6] * c[2]) - (m[4] * c[5]) - (m[7] * c[1]),
            (m[0] * c[5]) - (m[2] * c[2]) + (m[3] * c[1]),
            (m[14] * s[2]) - (m[12] * s[5]) - (m[15] * s[1]),
            (m[8] * s[5]) - (m[10] * s[2]) + (m[11] * s[1]),
            (m[4] * c[4]) - (m[5] * c[2]) + (m[7] * c[0]),
            (m[1] * c[2]) - (m[0] * c[4]) - (m[3] * c[0]),
            (m[12] * s[4]) - (m[13] * s[2]) + (m[15] * s[0]),
            (m[9] * s[2]) - (m[8] * s[4]) - (m[11] * s[0]),
            (m[5] * c[1]) - (m[4] * c[3]) - (m[6] * c[0]),
            (m[0] * c[3]) - (m[1] * c[1]) + (m[2] * c[0]),
            (m[13] * s[1]) - (m[12] * s[3]) - (m[14] * s[0]),
            (m[8] * s[3]) - (m[9] * s[1]) + (m[10] * s[0])).OverDeterminant(minors.Determinant());
    }
}
