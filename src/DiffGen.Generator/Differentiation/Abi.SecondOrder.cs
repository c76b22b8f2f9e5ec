using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Companions of the second order.
internal sealed partial class Abi
{
    /// <summary>A bit of <c>DiffGen.Derivatives</c>.</summary>
    public const int HvpFlag = 64;

    // Directions as in FJvp, destinations and results as in FGradient. What is out only has no direction: it is no input.
    private Companion Hvp()
    {
        AbiNames names = Names();
        List<CompanionParameter> parameters = [.. _signature.Parameters.Select(Primal)];
        AddTangents(parameters, names, ActiveInOrder().Where(i => !IsActiveOut(i)));
        AddDestinations(parameters, names, AbiNames.SecondDerivativeOf);
        EquatableArray<GradientResult> gradients = Gradients(IsActiveValue, allocate: false);
        return Finish(CompanionKind.Hvp, "Hvp", parameters, false, false, gradients, GradientType(gradients));
    }
}
