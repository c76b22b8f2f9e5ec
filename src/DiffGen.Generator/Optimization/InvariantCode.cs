using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// What gives the same in every iteration of a loop is computed in front of it, if it cannot throw there: arithmetic, lengths, and elements of memory
/// that the loop does not write, at places that lie within it. Runs on methods before they are reversed: what is invariant is then saved once, not in
/// every iteration, and the adjoint code inherits it.
/// </summary>
internal sealed class InvariantCode
{
    private readonly MethodFacts _facts;
    private readonly LinearForms _forms;
    private readonly Removability _removability;

    private InvariantCode(IrMethod method, CallEffects effects)
    {
        _facts = new MethodFacts(method.Parameters, method.Body, effects);
        _forms = new LinearForms(_facts);
        _removability = new Removability(new AccessFacts(method.Body));
    }

    public static IrMethod Run(IrMethod method, CallEffects effects)
    {
        if (!OpShape.AllOps(method.Body).Any(op => op is ForOp or LoopOp))
            return method;
        var pass = new InvariantCode(method, effects);
        return method with { Body = pass.Hoist(method.Body, null, []) };
    }

    /// <param name="loop">The loop whose body the region is; null for all others.</param>
    /// <param name="front">Gets what goes in front of the loop.</param>
    private Region Hoist(Region region, Op? loop, List<Op> front)
    {
        var inside = new HashSet<int>();
        foreach (var parameter in region.Parameters)
            inside.Add(parameter.Id);
        if (loop is ForOp counted)
            inside.Add(counted.Induction.Id);
        var ops = new List<Op>(region.Ops.Length);
        foreach (var op in region.Ops)
        {
            foreach (var part in WithHoisted(op))
            {
                if (loop is not null && IsInvariant(part, loop, inside))
                    front.Add(part);
                else
                {
                    ops.Add(part);
                    inside.UnionWith(OpShape.Results(part).Select(result => result.Id));
                }
            }
        }
        return region with { Ops = ops.ToEquatableArray() };
    }

    // An operation, behind what its own loop no longer does.
    private List<Op> WithHoisted(Op op)
    {
        var front = new List<Op>();
        var rest = op switch
        {
            IfOp o => o with { Then = Hoist(o.Then, null, []), Else = Hoist(o.Else, null, []) },
            BlockOp o => o with { Body = Hoist(o.Body, null, []) },
            ForOp o => o with { Body = Hoist(o.Body, o, front) },
            LoopOp o => o with { Body = Hoist(o.Body, o, front) },
            _ => op,
        };
        return [.. front, rest];
    }

    private bool IsInvariant(Op op, Op loop, HashSet<int> inside) => op switch
    {
        ConstantOp => true,
        ApplyOp or SelectOp or LengthOp => _removability.CanGo(op) && IsFromOutside(op, inside),
        LoadOp { Result.Type: not BufferType } load => IsFromOutside(op, inside) && !IsWrittenIn(loop, load) && IsWithinBounds(load),
        _ => false,
    };

    private static bool IsFromOutside(Op op, HashSet<int> inside) => OpShape.Operands(op).All(operand => !inside.Contains(operand.Id));

    private bool IsWrittenIn(Op loop, LoadOp load)
    {
        var body = _facts.NodeOf(OpShape.Regions(loop)[0]);
        return _facts.WritesTo(_facts.Aliases.ClassOf(load.Buffer)).Any(write => write.Node.IsWithin(body));
    }

    private bool IsWithinBounds(LoadOp load)
    {
        if (load.Indices.Length != 1 || _forms.LengthOf(load.Buffer) is not { } length)
            return false;
        var index = _forms.Of(load.Indices[0]);
        return _forms.IsNotNegative(index) && _forms.IsNotNegative(length.Plus(index, -1).Plus(LinearForm.OfConstant(-1)));
    }
}
