using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Sparse matrices: the pattern by itself, the matrix as the result, and the matrix as a destination whose pattern is used again.
internal sealed partial class Abi
{
    /// <summary>Bits of <c>DiffGen.Derivatives</c>.</summary>
    public const int SparseJacobianFlag = 512, SparseHessianFlag = 1024;

    private const string CsrMatrix = "global::DiffGen.CsrMatrix<", Pattern = "global::DiffGen.SparsityPattern";

    private IEnumerable<Companion> SparseJacobians() => (_request.Derivatives & SparseJacobianFlag) == 0 ? []
        : Sparse("Jacobian", "jacobian", (CompanionKind.JacobianPattern, CompanionKind.SparseJacobian, CompanionKind.AllocatingSparseJacobian));

    private IEnumerable<Companion> SparseHessians() => (_request.Derivatives & SparseHessianFlag) == 0 ? []
        : Sparse("Hessian", "hessian", (CompanionKind.HessianPattern, CompanionKind.SparseHessian, CompanionKind.AllocatingSparseHessian));

    private IEnumerable<Companion> Sparse(string suffix, string name, (CompanionKind Pattern, CompanionKind Given, CompanionKind Allocating) kinds)
    {
        string matrix = CsrMatrix + AbiTypes.TextOf(new ScalarType(JacobianShape.KindOf(_signature, _request))) + ">";
        List<CompanionParameter> primal = [.. _signature.Parameters.Select(Primal)];
        CompanionParameter given = new(CompanionRole.Matrix, AbiLeaf.Return, Names().Take(name), matrix, new OpaqueType(matrix), ParameterMode.Value);
        yield return Finish(kinds.Pattern, suffix + "Pattern", primal, false, false, default, Pattern);
        yield return Finish(kinds.Given, "Sparse" + suffix, [.. primal, given], false, false, default, "void");
        yield return Finish(kinds.Allocating, "Sparse" + suffix, primal, false, false, default, matrix);
    }
}
