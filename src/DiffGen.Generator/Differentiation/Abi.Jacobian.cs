using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// FJacobian: the primal parameters, then the matrix; or the matrix as the result.
internal sealed partial class Abi
{
    /// <summary>A bit of <c>DiffGen.Derivatives</c>.</summary>
    public const int JacobianFlag = 16;

    private IEnumerable<Companion> Jacobians()
    {
        if ((_request.Derivatives & JacobianFlag) == 0)
            yield break;
        IrType element = new ScalarType(JacobianShape.KindOf(_signature, _request));
        yield return Matrix(CompanionKind.Jacobian, "Jacobian", "jacobian", element);
        List<CompanionParameter> parameters = [.. _signature.Parameters.Select(Primal)];
        yield return Finish(CompanionKind.AllocatingJacobian, "Jacobian", parameters, false, false, default, AbiTypes.TextOf(element) + "[,]");
    }

    private Companion Matrix(CompanionKind kind, string suffix, string name, IrType element)
    {
        AbiNames names = Names();
        List<CompanionParameter> parameters = [.. _signature.Parameters.Select(Primal)];
        var matrix = new BufferType(element, BufferKind.Span);
        parameters.Add(new(CompanionRole.Matrix, AbiLeaf.Return, names.Take(name), AbiTypes.TextOf(matrix), matrix, ParameterMode.Value));
        return Finish(kind, suffix, parameters, false, false, default, "void");
    }
}
