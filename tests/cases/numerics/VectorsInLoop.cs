// A carried vector whose values the reverse sweep needs, with an early exit.
// point: z: new Vector2(0.3f, 0.2f), c: new Vector2(-0.2f, 0.4f)
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class VectorsInLoop
{
    [Differentiable]
    public static float F(Vector2 z, Vector2 c)
    {
        float total = 0f;
        for (int i = 0; i < 6; i++)
        {
            z = new Vector2((z.X * z.X) - (z.Y * z.Y), 2f * z.X * z.Y) + c;
            if (z.LengthSquared() > 4f)
                return total;
            total += z.Length();
        }
        return total;
    }
}
