// Vectors as fields of a struct of the user's.
// point: body: new Body { Position = new Vector3(1f, 0.5f, -1f), Velocity = new Vector3(0.25f, 0f, 1f), Mass = 2f }, dt: 0.125f
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class VectorInStruct
{
    public struct Body
    {
        public Vector3 Position;
        public Vector3 Velocity;
        public float Mass;
    }

    [Differentiable]
    public static Body F(Body body, float dt)
    {
        for (int i = 0; i < 4; i++)
        {
            Vector3 force = -body.Position / (body.Position.Length() * body.Position.LengthSquared());
            body.Velocity += force * (dt / body.Mass);
            body.Position += body.Velocity * dt;
        }
        return body;
    }
}
