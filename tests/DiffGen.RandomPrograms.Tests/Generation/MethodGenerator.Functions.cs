using System.Globalization;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Generation;

internal sealed partial class MethodGenerator
{
    /// <summary>A call of a generic method, or of one that works with local functions and lambdas.</summary>
    private Node Specialised(string type, int depth)
    {
        Node first = Tamed(Real(type, depth), 4);
        if (type == "float" || random.Chance(0.3))
            return Node.Expression("generic-call", type, 4, "Blend($0, $1)", first, Tamed(Real(type, depth), 4));
        string factor = (random.Between(1, 8) / 4.0).ToString("0.0#", CultureInfo.InvariantCulture);
        return random.Below(3) switch
        {
            0 => Node.Expression("lambda-argument", type, 1, $"Apply(v => Math.Sin(v * {factor}) - v, $0)", first),
            1 => Node.Expression("lambda-block-argument", type, 1, $"Apply(v => {{ double w = v * {factor}; if (w > 3.5) return w; return w * v; }}, $0)", first),
            _ => Node.Expression("local-functions", type, 2, $"Swirl($0, $1, {random.Between(0, 4)})", first, Tamed(Real(type, depth), 4)),
        };
    }
}
