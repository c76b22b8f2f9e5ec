using System.Linq;

namespace DiffGen.Generator.FrontEnd.Formulas;

/// <summary>What differs between the vectors: products, transformations, conversions between them.</summary>
internal static class VectorTransforms
{
    public static void Add(NumericsRows all)
    {
        NumericsRows rows = all.For("Vector2");
        rows.ByValue("Cross(T,T)", a => (a[0].X * a[1].Y) - (a[0].Y * a[1].X));
        rows.ByValue("Reflect(T,T)", Reflected);
        rows.ByValue("Transform(T,Matrix3x2)", a => new(
            (a[0].X * a[1][0]) + (a[0].Y * a[1][2]) + a[1][4],
            (a[0].X * a[1][1]) + (a[0].Y * a[1][3]) + a[1][5]));
        rows.ByValue("TransformNormal(T,Matrix3x2)", a => new(
            (a[0].X * a[1][0]) + (a[0].Y * a[1][2]),
            (a[0].X * a[1][1]) + (a[0].Y * a[1][3])));
        rows.ByValue("Transform(T,Matrix4x4)", a => Times(a[0].With(a[0].Of(0), a[0].Of(1)), a[1]).Slice(0, 2));
        rows.ByValue("TransformNormal(T,Matrix4x4)", a => Times(a[0].With(a[0].Of(0), a[0].Of(0)), a[1]).Slice(0, 2));
        rows.ByValue("Transform(T,Quaternion)", a => Rotated(a[0].With(a[0].Of(0)), a[1]).Slice(0, 2));
        rows.ByValue("Shuffle(T,byte,byte)", Shuffled);

        rows = all.For("Vector3");
        rows.ByValue("Cross(T,T)", a => a[0].Cross(a[1]));
        rows.ByValue("Reflect(T,T)", Reflected);
        rows.ByValue("Transform(T,Matrix4x4)", a => Times(a[0].With(a[0].Of(1)), a[1]).Slice(0, 3));
        rows.ByValue("TransformNormal(T,Matrix4x4)", a => Times(a[0].With(a[0].Of(0)), a[1]).Slice(0, 3));
        rows.ByValue("Transform(T,Quaternion)", a => Rotated(a[0], a[1]));
        rows.ByValue("Shuffle(T,byte,byte,byte)", Shuffled);

        rows = all.For("Vector4");
        rows.ByValue("Cross(T,T)", a => a[0].Slice(0, 3).Cross(a[1].Slice(0, 3)).With(a[0].W * a[1].W));
        rows.ByValue("Transform(T,Matrix4x4)", a => Times(a[0], a[1]));
        rows.ByValue("Transform(Vector3,Matrix4x4)", a => Times(a[0].With(a[0].Of(1)), a[1]));
        rows.ByValue("Transform(Vector2,Matrix4x4)", a => Times(a[0].With(a[0].Of(0), a[0].Of(1)), a[1]));
        rows.ByValue("Transform(T,Quaternion)", a => Rotated(a[0].Slice(0, 3), a[1]).With(a[0].W * a[1].Dot(a[1])));
        rows.ByValue("Transform(Vector3,Quaternion)", a => Rotated(a[0], a[1]).With(a[1].Dot(a[1])));
        rows.ByValue("Transform(Vector2,Quaternion)", a => Rotated(a[0].With(a[0].Of(0)), a[1]).With(a[1].Dot(a[1])));
        rows.ByValue("Shuffle(T,byte,byte,byte,byte)", Shuffled);
        AddExtensions(all.For("Vector"));
    }

    // The static class Vector, which holds extension methods of all of them.
    private static void AddExtensions(NumericsRows rows)
    {
        foreach ((string to, int size) in ((string, int)[])[("Vector2", 2), ("Vector3", 3), ("Vector4", 4)])
        {
            foreach ((string from, int given) in ((string, int)[])[("Vector2", 2), ("Vector3", 3), ("Vector4", 4)])
            {
                Formula formula = a => a[0].Slice(0, System.Math.Min(size, given)).With(Enumerable.Repeat(a[0].Of(0), System.Math.Max(0, size - given)).ToArray());
                if (from == to)
                    continue;
                rows.Exact($"As{to}({from})", formula);
                if (size > given)
                    rows.ByValue($"As{to}Unsafe({from})", formula);
            }
            rows.Throwing($"GetElement({to},int)", a => a[0].At(a[1]));
            rows.Throwing($"WithElement({to},int,float)", a => new(a[0].Items.Select((item, i) => ((Number)a[1]).IsInteger(i).Choose((Number)a[2], item)).ToArray()));
            rows.Exact($"ToScalar({to})", a => a[0].X);
        }
        rows.Exact("AsVector4(Quaternion)", a => a[0]);
        rows.Exact("AsVector4(Plane)", a => a[0]);
        rows.Exact("AsQuaternion(Vector4)", a => a[0]);
        rows.Exact("AsPlane(Vector4)", a => a[0]);
    }

    private static Components Reflected(Components[] a) => a[0] - (2 * a[0].Dot(a[1]) * a[1]);

    private static Components Shuffled(Components[] a) => new(a.Skip(1).Select(index => a[0].At(index)).ToArray());

    /// <summary>A row times a matrix of 4 by 4.</summary>
    public static Components Times(Components row, Components matrix) =>
        new(Enumerable.Range(0, 4).Select(column => row.Dot(Column(matrix, column))).ToArray());

    private static Components Column(Components matrix, int column) => new(Enumerable.Range(0, 4).Select(row => matrix[(4 * row) + column]).ToArray());

    /// <summary>A vector turned by a quaternion, and scaled by the square of its length.</summary>
    public static Components Rotated(Components v, Components q)
    {
        Components axis = q.Slice(0, 3);
        return (v * ((q.W * q.W) - axis.Dot(axis))) + (axis * (2 * axis.Dot(v))) + (axis.Cross(v) * (2 * q.W));
    }
}
