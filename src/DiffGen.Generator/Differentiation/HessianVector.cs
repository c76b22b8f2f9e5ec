using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>The Hessian times a direction, as forward over reverse: the gradient core is a method, and this is its forward core without the gradient.</summary>
internal static class HessianVector
{
    /// <param name="primal">The methods that the gradient was made of.</param>
    /// <param name="gradient">A reverse core with the seed folded in and without the value.</param>
    /// <param name="helpers">The cores that the gradient calls, as methods.</param>
    /// <param name="activeLeaves">Indices of the primal's flattened parameters.</param>
    /// <param name="writes">Which of these are memory that the primal writes.</param>
    /// <returns>The core, then those that it calls.</returns>
    public static IReadOnlyList<CoreFunction> Build(IrUnit primal, CoreFunction gradient, EquatableArray<IrMethod> helpers, ISet<int> activeLeaves, IReadOnlyList<bool> writes)
    {
        var method = DerivedMethod.FromCore(gradient, primal.Root.Signature);
        var unit = new IrUnit(method, [.. helpers, .. primal.Callees.Where(callee => callee.Key != primal.Root.Key), primal.Root]);
        int leaves = primal.Root.Parameters.Length;
        int values = gradient.ResultTypes.Length - activeLeaves.Count(i => primal.Root.Parameters[i].Type.IsFloat);
        var parameters = new HashSet<int>(activeLeaves.Concat(Enumerable.Range(leaves, method.Parameters.Length - leaves)));
        var results = new HashSet<int>(Enumerable.Range(values, gradient.ResultTypes.Length - values));
        var cores = ForwardCalls.Build(unit, parameters, results);
        var core = WithoutGradient(cores[0], gradient, activeLeaves, writes, leaves, values) with
        {
            Callee = gradient.Callee,
            Kind = CoreKind.Hvp,
            Variant = string.Concat(Enumerable.Range(0, leaves).Select(i => activeLeaves.Contains(i) ? '1' : '0')),
            Notes = gradient.Notes,
        };
        return [core, .. cores.Skip(1)];
    }

    private static CoreFunction WithoutGradient(CoreFunction forward, CoreFunction gradient, ISet<int> activeLeaves, IReadOnlyList<bool> writes, int leaves, int values)
    {
        var ids = new IdSource(forward.NextId, DerivedMethod.NextLabel(forward.Body));
        var prologue = new RegionBuilder(ids);
        List<IrValue> parameters = [.. forward.Parameters.Take(leaves)];
        int next = gradient.Parameters.Length;
        int shadow = leaves;
        foreach (int i in activeLeaves.OrderBy(i => i))
        {
            var direction = forward.Parameters[next++];
            if (writes[i])
            {
                // What is written to takes its tangent along: the caller's direction stays as it is.
                var given = ids.Value(direction.Type, direction.Name);
                ShadowMemory.Zeros(prologue, direction, given);
                ShadowMemory.Copy(prologue, given, direction);
                direction = given;
            }
            parameters.Add(direction);
        }
        // The gradient needs memory only as far as something reads it: the optimiser finds out.
        foreach (int i in activeLeaves.OrderBy(i => i).Where(i => forward.Parameters[i].Type is BufferType))
            ShadowMemory.Zeros(prologue, forward.Parameters[shadow++], forward.Parameters[i]);
        parameters.AddRange(forward.Parameters.Skip(next));

        var end = forward.Body.End;
        int adjoints = gradient.ResultTypes.Length - values;
        if (end is Break exit)
            end = exit with { Values = [.. exit.Values.Take(values), .. exit.Values.Skip(values + adjoints)] };
        return forward with
        {
            Parameters = parameters.ToEquatableArray(),
            Body = new Region(default, [.. prologue.TakeOps(), .. forward.Body.Ops], end),
            ResultTypes = [.. forward.ResultTypes.Take(values), .. forward.ResultTypes.Skip(values + adjoints)],
            NextId = ids.NextId,
            UsesTape = true,
        };
    }
}
