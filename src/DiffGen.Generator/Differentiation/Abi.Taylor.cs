using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// FTaylor: the primal parameters, the directions as in FHvp, then the coefficients.
internal sealed partial class Abi
{
    /// <summary>A bit of <c>DiffGen.Derivatives</c>.</summary>
    public const int TaylorFlag = 2048;

    private Companion Taylor()
    {
        AbiNames names = Names();
        List<CompanionParameter> parameters = [.. _signature.Parameters.Select(Primal)];
        AddTangents(parameters, names, ActiveInOrder().Where(i => !IsActiveOut(i)));
        var coefficients = new BufferType(_signature.ReturnType!, BufferKind.Span);
        parameters.Add(new(CompanionRole.Matrix, AbiLeaf.Return, names.Take("coefficients"), AbiTypes.TextOf(coefficients), coefficients, ParameterMode.Value));
        return Finish(CompanionKind.Taylor, "Taylor", parameters, false, false, default, "void");
    }
}
