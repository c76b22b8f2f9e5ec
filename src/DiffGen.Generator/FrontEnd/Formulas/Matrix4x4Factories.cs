namespace DiffGen.Generator.FrontEnd.Formulas;

/// <summary><c>Matrix4x4</c>: rotations, scales, and where things stand.</summary>
internal static class Matrix4x4Factories
{
    public static void Add(NumericsRows rows)
    {
        rows.ByValue("CreateTranslation(Vector3)", a => Rows(Unit(a[0], 0), Unit(a[0], 1), Unit(a[0], 2), a[0]));
        rows.ByValue("CreateTranslation(float,float,float)", a => Rows(Unit(a[0], 0), Unit(a[0], 1), Unit(a[0], 2), VectorFormulas.Joined(a)));
        AddScales(rows);
        AddRotations(rows);
        rows.ByValue("CreateLookTo(Vector3,Vector3,Vector3)", a => Look(a[0], -a[1], a[2]));
        rows.ByValue("CreateLookToLeftHanded(Vector3,Vector3,Vector3)", a => Look(a[0], a[1], a[2]));
        rows.ByValue("CreateLookAt(Vector3,Vector3,Vector3)", a => Look(a[0], a[0] - a[1], a[2]));
        rows.ByValue("CreateLookAtLeftHanded(Vector3,Vector3,Vector3)", a => Look(a[0], a[1] - a[0], a[2]));
        rows.ByValue("CreateWorld(Vector3,Vector3,Vector3)", a => World(a[0], a[1], a[2]));
        rows.ByValue("CreateReflection(Plane)", a => Reflection(PlaneFormulas.Normalized(a[0])));
        rows.ByValue("CreateShadow(Vector3,Plane)", a => Shadow(a[0], PlaneFormulas.Normalized(a[1])));
    }

    private static void AddScales(NumericsRows rows)
    {
        rows.ByValue("CreateScale(float)", a => Scale(new(a[0], a[0], a[0]), null));
        rows.ByValue("CreateScale(float,Vector3)", a => Scale(new(a[0], a[0], a[0]), a[1]));
        rows.ByValue("CreateScale(float,float,float)", a => Scale(VectorFormulas.Joined(a), null));
        rows.ByValue("CreateScale(float,float,float,Vector3)", a => Scale(new(a[0], a[1], a[2]), a[3]));
        rows.ByValue("CreateScale(Vector3)", a => Scale(a[0], null));
        rows.ByValue("CreateScale(Vector3,Vector3)", a => Scale(a[0], a[1]));
    }

    private static void AddRotations(NumericsRows rows)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            int fixedAxis = axis;
            string name = "CreateRotation" + "XYZ"[axis];
            rows.ByValue($"{name}(float)", a => Rotation(a[0], fixedAxis, null));
            rows.ByValue($"{name}(float,Vector3)", a => Rotation(a[0], fixedAxis, a[1]));
        }
        rows.ByValue("CreateFromQuaternion(Quaternion)", a => FromQuaternion(a[0]));
        rows.ByValue("CreateFromYawPitchRoll(float,float,float)", a => FromQuaternion(QuaternionFormulas.FromYawPitchRoll(a[0], a[1], a[2])));
        rows.ByValue("CreateFromAxisAngle(Vector3,float)", a => FromQuaternion(QuaternionFormulas.FromAxisAngle(a[0], a[1])));
    }

    /// <summary>A matrix whose last column is that of an affine map.</summary>
    public static Components Rows(Components x, Components y, Components z, Components w)
    {
        Number zero = x.Of(0);
        return x.With(zero).With(y.With(zero)).With(z.With(zero)).With(w.With(x.Of(1)));
    }

    private static Components Unit(Components like, int axis) => new(like.Of(axis == 0 ? 1 : 0), like.Of(axis == 1 ? 1 : 0), like.Of(axis == 2 ? 1 : 0));

    private static Components Scale(Components scale, Components? center)
    {
        Number zero = scale.Of(0);
        return Rows(new(scale.X, zero, zero), new(zero, scale.Y, zero), new(zero, zero, scale.Z),
            center is null ? new(zero, zero, zero) : center * scale.Map(s => 1 - s));
    }

    // The other two axes follow the fixed one: the first turns to the second.
    private static Components Rotation(Number angle, int fixedAxis, Components? center)
    {
        Number sine = angle.Sin(), cosine = angle.Cos();
        int first = (fixedAxis + 1) % 3, second = (fixedAxis + 2) % 3;
        var rows = new Number[3][];
        for (int row = 0; row < 3; row++)
        {
            rows[row] = [angle.Of(0), angle.Of(0), angle.Of(0)];
            rows[row][row] = row == fixedAxis ? angle.Of(1) : cosine;
        }
        rows[first][second] = sine;
        rows[second][first] = -sine;
        Components x = new(rows[0]), y = new(rows[1]), z = new(rows[2]);
        return Rows(x, y, z, center is null ? new(angle.Of(0), angle.Of(0), angle.Of(0)) : center - ((x * center.X) + (y * center.Y) + (z * center.Z)));
    }

    public static Components FromQuaternion(Components q)
    {
        Number xx = q.X * q.X, yy = q.Y * q.Y, zz = q.Z * q.Z, xy = q.X * q.Y, xz = q.X * q.Z, yz = q.Y * q.Z;
        Number wx = q.W * q.X, wy = q.W * q.Y, wz = q.W * q.Z;
        return Rows(
            new(1 - (2 * (yy + zz)), 2 * (xy + wz), 2 * (xz - wy)),
            new(2 * (xy - wz), 1 - (2 * (zz + xx)), 2 * (yz + wx)),
            new(2 * (xz + wy), 2 * (yz - wx), 1 - (2 * (yy + xx))),
            new(q.Of(0), q.Of(0), q.Of(0)));
    }

    /// <param name="back">Against the direction of sight, or along it where the z axis points away.</param>
    private static Components Look(Components position, Components back, Components up)
    {
        Components z = back.Normalized(), x = up.Cross(z).Normalized(), y = z.Cross(x);
        return Rows(new(x.X, y.X, z.X), new(x.Y, y.Y, z.Y), new(x.Z, y.Z, z.Z), new(-x.Dot(position), -y.Dot(position), -z.Dot(position)));
    }

    private static Components World(Components position, Components forward, Components up)
    {
        Components z = (-forward).Normalized(), x = up.Cross(z).Normalized();
        return Rows(x, z.Cross(x), z, position);
    }

    private static Components Reflection(Components plane)
    {
        Components normal = plane.Slice(0, 3), twice = -2 * normal;
        return Rows(Unit(normal, 0) + (twice * normal.X), Unit(normal, 1) + (twice * normal.Y), Unit(normal, 2) + (twice * normal.Z), twice * plane.W);
    }

    private static Components Shadow(Components light, Components plane)
    {
        Components normal = plane.Slice(0, 3);
        Number dot = light.Dot(normal), zero = light.Of(0);
        Components x = (dot * Unit(light, 0)) - (light * normal.X), y = (dot * Unit(light, 1)) - (light * normal.Y), z = (dot * Unit(light, 2)) - (light * normal.Z);
        return x.With(zero).With(y.With(zero)).With(z.With(zero)).With((-(light * plane.W)).With(dot));
    }
}
