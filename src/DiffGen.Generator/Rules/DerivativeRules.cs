using System;
using System.Collections.Generic;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Rules;

/// <summary>Applies the rows of the primitive table to operations: the one place through which transforms and analyses see rules.</summary>
internal static class DerivativeRules
{
    /// <summary>Whether a derivative can flow from this argument to the result.</summary>
    public static bool Flows(ApplyOp op, int argument) =>
        op.Result.Type.IsFloat && op.Arguments[argument].Type.IsFloat
        && PrimitiveTable.Find(op.Primitive)?.ContributionOf(argument) is not null;

    /// <summary>Appends the contribution of an argument and returns it. Linear in <paramref name="d"/>.</summary>
    /// <param name="builder">Where the operations go.</param>
    /// <param name="argument">An argument for which <see cref="Flows"/> holds.</param>
    /// <param name="d">Forward: the argument's tangent, and the contribution has the result's type. Reverse: the result's cotangent, and it has the argument's.</param>
    /// <param name="read">Where the code being built finds a primal value.</param>
    /// <param name="constantOf">The constant that a value is known to be, or null.</param>
    /// <param name="computed">Finds, by its name, another function of the same argument that the primal has computed.</param>
    public static IrValue Contribute(RegionBuilder builder, ApplyOp op, int argument, IrValue d, bool forward,
        Func<IrValue, IrValue> read, Func<IrValue, Constant?> constantOf, Func<string, IrValue?>? computed = null)
    {
        var primitive = PrimitiveTable.Find(op.Primitive) ?? throw new ArgumentException($"No primitive is called {op.Primitive}.");
        var contribution = primitive.ContributionOf(argument) ?? throw new ArgumentException($"{op.Primitive} has no derivative in argument {argument}.");
        var context = new RuleContext(builder, op, forward ? op.Result.Type : op.Arguments[argument].Type, read, constantOf) { Computed = computed };
        var term = new Term(context, d);
        var result = contribution(context, term);
        // The tangent itself and constants are never infinite.
        if (primitive.Singular && !result.Value.Equals(d) && !context.IsNumber(result))
            result = term.Is(0).ChooseZero(result);
        return result.Value;
    }

    /// <summary>The primal values that the contribution reads, in the order of first use: what reverse mode must have.
    /// Arguments known to be constant are not among them.</summary>
    public static IReadOnlyList<IrValue> Reads(ApplyOp op, int argument, Func<IrValue, Constant?> constantOf)
    {
        var reads = new List<IrValue>();
        var scratch = new IdSource(int.MinValue, 0);
        var d = scratch.Value(op.Result.Type);
        Contribute(new RegionBuilder(scratch), op, argument, d, forward: false, value =>
        {
            if (!reads.Contains(value))
                reads.Add(value);
            return value;
        }, constantOf);
        return reads;
    }
}
