using System.Linq;

namespace DiffGen.Generator.FrontEnd.Formulas;

/// <summary><c>Matrix3x2</c>: two rows of a linear map, then a translation.</summary>
internal static class Matrix3x2Formulas
{
    public static void Add(NumericsRows rows)
    {
        foreach (string name in (string[])["new", "Create"])
            rows.Exact($"{name}(float,float,float,float,float,float)", VectorFormulas.Joined);
        rows.Exact("Create(Vector2,Vector2,Vector2)", VectorFormulas.Joined);
        rows.Exact("Create(Vector2)", a => a[0].With(a[0]).With(a[0]));
        rows.Exact("Create(float)", a => new Components(Enumerable.Repeat((Number)a[0], 6).ToArray()));
        MatrixRows.AddLinear(rows);
        foreach (string name in (string[])["op_Multiply", "Multiply"])
            rows.ByValue($"{name}(T,T)", a => Product(a[0], a[1]));
        rows.ByValue("this.GetDeterminant()", a => Determinant(a[0]));
        rows.ByValue("Inverse(T)", a => Inverse(a[0]));
        MatrixRows.AddAccess(rows, "Vector2", 2, 6);
        AddFactories(rows);
    }

    private static void AddFactories(NumericsRows rows)
    {
        rows.ByValue("CreateTranslation(Vector2)", a => Affine(a[0].Of(1), a[0].Of(0), a[0].Of(0), a[0].Of(1), a[0].X, a[0].Y));
        rows.ByValue("CreateTranslation(float,float)", a => Affine(a[0].Of(1), a[0].Of(0), a[0].Of(0), a[0].Of(1), a[0], a[1]));
        rows.ByValue("CreateScale(float)", a => Scale(a[0], a[0], null));
        rows.ByValue("CreateScale(float,float)", a => Scale(a[0], a[1], null));
        rows.ByValue("CreateScale(Vector2)", a => Scale(a[0].X, a[0].Y, null));
        rows.ByValue("CreateScale(float,Vector2)", a => Scale(a[0], a[0], a[1]));
        rows.ByValue("CreateScale(float,float,Vector2)", a => Scale(a[0], a[1], a[2]));
        rows.ByValue("CreateScale(Vector2,Vector2)", a => Scale(a[0].X, a[0].Y, a[1]));
        rows.ByValue("CreateRotation(float)", a => Around(Rotation(a[0]), null));
        rows.ByValue("CreateRotation(float,Vector2)", a => Around(Rotation(a[0]), a[1]));
        rows.ByValue("CreateSkew(float,float)", a => Around(Skew(a[0], a[1]), null));
        rows.ByValue("CreateSkew(float,float,Vector2)", a => Around(Skew(a[0], a[1]), a[2]));
    }

    private static Components Affine(Number m11, Number m12, Number m21, Number m22, Number m31, Number m32) => new(m11, m12, m21, m22, m31, m32);

    private static Components Scale(Number x, Number y, Components? center) => Around(new Components(x, x.Of(0), x.Of(0), y), center);

    private static Components Rotation(Number angle) => new(angle.Cos(), angle.Sin(), -angle.Sin(), angle.Cos());

    private static Components Skew(Number x, Number y) => new(x.Of(1), y.Tan(), x.Tan(), x.Of(1));

    /// <summary>The linear map that leaves a point where it is.</summary>
    private static Components Around(Components map, Components? center) => center is null
        ? map.With(map.Of(0), map.Of(0))
        : map.With(
            center.X - ((center.X * map[0]) + (center.Y * map[2])),
            center.Y - ((center.X * map[1]) + (center.Y * map[3])));

    private static Components Product(Components a, Components b)
    {
        Components x = Map(a.Slice(0, 2), b), y = Map(a.Slice(2, 2), b), z = Map(a.Slice(4, 2), b) + b.Slice(4, 2);
        return x.With(y).With(z);
    }

    private static Components Map(Components row, Components m) => new((row.X * m[0]) + (row.Y * m[2]), (row.X * m[1]) + (row.Y * m[3]));

    private static Number Determinant(Components m) => (m[0] * m[3]) - (m[2] * m[1]);

    private static Components Inverse(Components m)
    {
        Components map = new Components(m[3], -m[1], -m[2], m[0]).OverDeterminant(Determinant(m));
        return map.With(-Map(m.Slice(4, 2), map));
    }
}
