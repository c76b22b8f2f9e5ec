namespace DiffGen.Generator.FrontEnd.Formulas;

/// <summary><c>Quaternion</c>.</summary>
internal static class QuaternionFormulas
{
    // From here on Slerp takes the chord for the arc.
    private const double NearlyParallel = 1 - 1e-6;

    public static void Add(NumericsRows rows)
    {
        foreach (string name in (string[])["new", "Create"])
        {
            rows.Exact($"{name}(float,float,float,float)", VectorFormulas.Joined);
            rows.Exact($"{name}(Vector3,float)", VectorFormulas.Joined);
        }
        foreach (string name in (string[])["op_Addition", "Add"])
            rows.Exact($"{name}(T,T)", a => a[0] + a[1]);
        foreach (string name in (string[])["op_Subtraction", "Subtract"])
            rows.Exact($"{name}(T,T)", a => a[0] - a[1]);
        foreach (string name in (string[])["op_UnaryNegation", "Negate"])
            rows.Exact($"{name}(T)", a => -a[0]);
        foreach (string name in (string[])["op_Multiply", "Multiply"])
        {
            rows.ByValue($"{name}(T,T)", a => Product(a[0], a[1]));
            rows.Exact($"{name}(T,float)", a => a[0] * (Number)a[1]);
        }
        foreach (string name in (string[])["op_Division", "Divide"])
            rows.ByValue($"{name}(T,T)", a => Product(a[0], Inverse(a[1])));
        rows.ByValue("Concatenate(T,T)", a => Product(a[1], a[0]));
        rows.ByValue("Conjugate(T)", a => Conjugate(a[0]));
        rows.ByValue("Inverse(T)", a => Inverse(a[0]));
        rows.ByValue("Dot(T,T)", a => a[0].Dot(a[1]));
        rows.ByValue("this.Length()", a => a[0].Length());
        rows.ByValue("this.LengthSquared()", a => a[0].Dot(a[0]));
        rows.ByValue("Normalize(T)", a => a[0].Normalized());
        rows.ByValue("Lerp(T,T,float)", Lerp);
        rows.ByValue("Slerp(T,T,float)", Slerp);
        rows.ByValue("CreateFromAxisAngle(Vector3,float)", a => FromAxisAngle(a[0], a[1]));
        rows.ByValue("CreateFromYawPitchRoll(float,float,float)", a => FromYawPitchRoll(a[0], a[1], a[2]));
        rows.ByValue("CreateFromRotationMatrix(Matrix4x4)", a => FromMatrix(a[0]));
        rows.Throwing("this.Item(int)", a => a[0].At(a[1]));
    }

    private static Components Product(Components a, Components b)
    {
        Components u = a.Slice(0, 3), v = b.Slice(0, 3);
        return ((u * b.W) + (v * a.W) + u.Cross(v)).With((a.W * b.W) - u.Dot(v));
    }

    private static Components Conjugate(Components q) => new(-q.X, -q.Y, -q.Z, q.W);

    private static Components Inverse(Components q) => Conjugate(q) / q.Dot(q);

    // The shorter way round, then back to unit length.
    private static Components Lerp(Components[] a)
    {
        Number t = a[2], other = 1 - t;
        Components there = a[1] * t;
        Condition isFar = a[0].Dot(a[1]) < 0;
        return ((a[0] * other) + isFar.Choose(-there, there)).Normalized();
    }

    // In the branch not taken, the angle is that of another pair, so that nothing there is infinite.
    private static Components Slerp(Components[] a)
    {
        Number t = a[2], dot = a[0].Dot(a[1]);
        Condition isFar = dot < 0;
        Number cosine = isFar.Choose(-dot, dot);
        Condition isClose = cosine > NearlyParallel;
        Number angle = isClose.Choose(cosine.Of(0), cosine).Apply("Acos");
        Number sine = angle.Sin();
        Number s1 = isClose.Choose(1 - t, ((1 - t) * angle).Sin() / sine);
        Number s2 = isClose.Choose(t, (t * angle).Sin() / sine);
        return (a[0] * s1) + (a[1] * isFar.Choose(-s2, s2));
    }

    public static Components FromAxisAngle(Components axis, Number angle) => (axis * (0.5 * angle).Sin()).With((0.5 * angle).Cos());

    public static Components FromYawPitchRoll(Number yaw, Number pitch, Number roll)
    {
        (Number sr, Number cr) = Half(roll);
        (Number sp, Number cp) = Half(pitch);
        (Number sy, Number cy) = Half(yaw);
        return new(
            (cy * sp * cr) + (sy * cp * sr),
            (sy * cp * cr) - (cy * sp * sr),
            (cy * cp * sr) - (sy * sp * cr),
            (cy * cp * cr) + (sy * sp * sr));
    }

    private static (Number Sine, Number Cosine) Half(Number angle) => ((0.5 * angle).Sin(), (0.5 * angle).Cos());

    // The largest of the four components is found first: the others are divided by it.
    private static Components FromMatrix(Components m)
    {
        Number m11 = m[0], m22 = m[5], m33 = m[10];
        Number trace = m11 + m22 + m33;
        Condition byTrace = trace > 0;
        Condition byX = (m11 < m22).Opposite().And((m11 < m33).Opposite());
        Condition byY = m22 > m33;
        Number square = byTrace.Choose(trace, byX.Choose(m11 - m22 - m33, byY.Choose(m22 - m11 - m33, m33 - m11 - m22))) + 1;
        Number root = square.Sqrt();
        Number large = root * 0.5, factor = 0.5 / root;
        Number wx = (m[6] - m[9]) * factor, wy = (m[8] - m[2]) * factor, wz = (m[1] - m[4]) * factor;
        Number xy = (m[1] + m[4]) * factor, xz = (m[2] + m[8]) * factor, yz = (m[6] + m[9]) * factor;
        return byTrace.Choose(
            new Components(wx, wy, wz, large),
            byX.Choose(
                new Components(large, xy, xz, wx),
                byY.Choose(new Components(xy, large, yz, wy), new Components(xz, yz, large, wz))));
    }
}
