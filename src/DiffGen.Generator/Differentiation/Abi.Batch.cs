using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// FGradientBatch: a span for each active parameter, the others as they are, then the values, then a destination for each active parameter.
internal sealed partial class Abi
{
    /// <summary>A bit of <c>DiffGen.Derivatives</c>.</summary>
    public const int BatchFlag = 128;

    private Companion GradientBatch() => new Abi(BatchSignature.Of(_signature, _request), BatchSignature.Request(_request)).OfBatch();

    private Companion OfBatch()
    {
        AbiNames names = Names();
        List<CompanionParameter> parameters = [.. _signature.Parameters.Select(Primal)];
        AddDestinations(parameters, names, AbiNames.DerivativeOf);
        return Finish(CompanionKind.GradientBatch, "GradientBatch", parameters, false, false, default, "void");
    }
}
