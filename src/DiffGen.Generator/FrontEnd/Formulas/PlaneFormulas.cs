namespace DiffGen.Generator.FrontEnd.Formulas;

/// <summary><c>Plane</c>: a normal and a distance.</summary>
internal static class PlaneFormulas
{
    public static void Add(NumericsRows rows)
    {
        foreach (string name in (string[])["new", "Create"])
        {
            rows.Exact($"{name}(float,float,float,float)", VectorFormulas.Joined);
            rows.Exact($"{name}(Vector3,float)", VectorFormulas.Joined);
            rows.Exact($"{name}(Vector4)", a => a[0]);
        }
        rows.ByValue("CreateFromVertices(Vector3,Vector3,Vector3)", a => FromVertices(a[0], a[1], a[2]));
        rows.ByValue("Dot(T,Vector4)", a => a[0].Dot(a[1]));
        rows.ByValue("DotCoordinate(T,Vector3)", a => a[0].Slice(0, 3).Dot(a[1]) + a[0].W);
        rows.ByValue("DotNormal(T,Vector3)", a => a[0].Slice(0, 3).Dot(a[1]));
        rows.ByValue("Normalize(T)", a => Normalized(a[0]));
        rows.ByValue("Transform(T,Matrix4x4)", a => VectorTransforms.Times(a[0], Matrix4x4Formulas.Transposed(Matrix4x4Formulas.Inverse(a[1]))));
        rows.ByValue("Transform(T,Quaternion)", a => VectorTransforms.Rotated(a[0].Slice(0, 3), a[1]).With(a[0].W * a[1].Dot(a[1])));
    }

    public static Components Normalized(Components plane) => plane / plane.Slice(0, 3).Dot(plane.Slice(0, 3)).Sqrt();

    private static Components FromVertices(Components p, Components q, Components r)
    {
        Components normal = (q - p).Cross(r - p).Normalized();
        return normal.With(-normal.Dot(p));
    }
}
