using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// What an inner loop reads in every iteration of an outer one alike: kept once, by a copy that the primal sweep makes when the outer loop is done, and not
/// in each of its iterations.
/// </summary>
/// <param name="Load">The primal's read, in the inner loop.</param>
/// <param name="Reader">The block, popped in front of the reversed outer loop.</param>
internal sealed record SavedRow(LoadOp Load, ForOp Inner, ForOp Outer, IrValue Reader, string Block);
