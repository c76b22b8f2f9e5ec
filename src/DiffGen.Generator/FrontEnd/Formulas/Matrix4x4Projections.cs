namespace DiffGen.Generator.FrontEnd.Formulas;

/// <summary><c>Matrix4x4</c>: projections. The name of the left-handed form of each is its name with <c>LeftHanded</c>.</summary>
internal static class Matrix4x4Projections
{
    public static void Add(NumericsRows rows)
    {
        foreach (bool left in (bool[])[false, true])
        {
            string hand = left ? "LeftHanded" : "";
            rows.ByValue($"CreateOrthographic{hand}(float,float,float,float)", a =>
                Orthographic(left, 2 / (Number)a[0], 2 / (Number)a[1], a[0].Of(0), a[0].Of(0), a[2], a[3]));
            rows.ByValue($"CreateOrthographicOffCenter{hand}(float,float,float,float,float,float)", a => OrthographicOffCenter(left, a[0], a[1], a[2], a[3], a[4], a[5]));
            rows.Throwing($"CreatePerspective{hand}(float,float,float,float)", a =>
                Perspective(left, 2 * (Number)a[2] / (Number)a[0], 2 * (Number)a[2] / (Number)a[1], a[0].Of(0), a[0].Of(0), a[2], a[3]));
            rows.Throwing($"CreatePerspectiveFieldOfView{hand}(float,float,float,float)", a => FieldOfView(left, a[0], a[1], a[2], a[3]));
            rows.Throwing($"CreatePerspectiveOffCenter{hand}(float,float,float,float,float,float)", a => PerspectiveOffCenter(left, a[0], a[1], a[2], a[3], a[4], a[5]));
            rows.ByValue($"CreateViewport{hand}(float,float,float,float,float,float)", a => Viewport(left, a[0], a[1], a[2], a[3], a[4], a[5]));
        }
    }

    private static Components Matrix(Number x, Number y, Components z, Components w)
    {
        Number zero = x.Of(0);
        return new Components(x, zero, zero, zero, zero, y, zero, zero).With(z).With(w);
    }

    private static Components Orthographic(bool left, Number x, Number y, Number shiftX, Number shiftY, Number near, Number far)
    {
        Number range = 1 / (left ? far - near : near - far), zero = x.Of(0);
        Number depth = left ? -(range * near) : range * near;
        return Matrix(x, y, new(zero, zero, range, zero), new(shiftX, shiftY, depth, x.Of(1)));
    }

    private static Components OrthographicOffCenter(bool isLeft, Number left, Number right, Number bottom, Number top, Number near, Number far) =>
        Orthographic(isLeft, 2 / (right - left), 2 / (top - bottom), (left + right) / (left - right), (top + bottom) / (bottom - top), near, far);

    // So written, the far plane may be infinitely far.
    private static Components Perspective(bool left, Number x, Number y, Number shiftX, Number shiftY, Number near, Number far)
    {
        Number ratio = near / far, zero = x.Of(0);
        Number range = left ? 1 / (1 - ratio) : 1 / (ratio - 1);
        Number depth = left ? -(near * range) : near * range;
        return Matrix(x, y, new(left ? -shiftX : shiftX, left ? -shiftY : shiftY, range, x.Of(left ? 1 : -1)), new(zero, zero, depth, zero));
    }

    private static Components FieldOfView(bool left, Number angle, Number aspect, Number near, Number far)
    {
        Number height = 1 / (0.5 * angle).Tan();
        return Perspective(left, height / aspect, height, near.Of(0), near.Of(0), near, far);
    }

    private static Components PerspectiveOffCenter(bool isLeft, Number left, Number right, Number bottom, Number top, Number near, Number far) =>
        Perspective(isLeft, 2 * near / (right - left), 2 * near / (top - bottom), (left + right) / (right - left), (top + bottom) / (top - bottom), near, far);

    private static Components Viewport(bool left, Number x, Number y, Number width, Number height, Number near, Number far)
    {
        Number zero = x.Of(0), halfWidth = 0.5 * width, halfHeight = 0.5 * height;
        return Matrix(halfWidth, -halfHeight, new(zero, zero, left ? far - near : near - far, zero), new(halfWidth + x, halfHeight + y, near, x.Of(1)));
    }
}
