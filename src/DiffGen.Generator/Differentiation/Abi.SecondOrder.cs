using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Companions of the second order.
internal sealed partial class Abi
{
    /// <summary>Bits of <c>DiffGen.Derivatives</c>.</summary>
    public const int HvpFlag = 64, HessianFlag = 32, HessianDiagonalFlag = 256;

    // FHessian: the primal parameters, then the matrix; or the matrix as the result. The diagonal as FGradient.
    private IEnumerable<Companion> Hessians()
    {
        IrType element = new ScalarType(JacobianShape.KindOf(_signature, _request));
        List<CompanionParameter> parameters = [.. _signature.Parameters.Select(Primal)];
        if ((_request.Derivatives & HessianFlag) != 0)
        {
            yield return Matrix(CompanionKind.Hessian, "Hessian", "hessian", element);
            yield return Finish(CompanionKind.AllocatingHessian, "Hessian", parameters, false, false, default, AbiTypes.TextOf(element) + "[,]");
        }
        if ((_request.Derivatives & HessianDiagonalFlag) == 0)
            yield break;
        AddDestinations(parameters, Names(), AbiNames.SecondDerivativeOf);
        EquatableArray<GradientResult> gradients = Gradients(IsActiveValue, allocate: false);
        yield return Finish(CompanionKind.HessianDiagonal, "HessianDiagonal", parameters, false, false, gradients, GradientType(gradients));
    }

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
