using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>The XML documentation of a companion.</summary>
internal static class EntryDocumentation
{
    /// <param name="notes">Sentences about what the body saves, recomputes and fuses.</param>
    public static IEnumerable<string> Print(IrSignature signature, Companion companion, IEnumerable<string> notes)
    {
        bool hasDestinations = companion.Parameters.Any(p => p.Role == CompanionRole.Destination);
        yield return $"/// <summary>{Summary(companion.Kind, Escape(signature.Name), hasDestinations)}</summary>";
        foreach (CompanionParameter parameter in companion.Declared)
            yield return $"/// <param name=\"{Escape(parameter.Declared?.Name ?? parameter.Name)}\">{Describe(signature, companion, parameter)}</param>";
        if (Returns(companion) is { } returns)
            yield return $"/// <returns>{returns}</returns>";
        string[] remarks = [.. notes.Select(Escape)];
        if (remarks.Length > 0)
            yield return $"/// <remarks>{string.Join(" ", remarks)}</remarks>";
    }

    private static string Summary(CompanionKind kind, string method, bool hasDestinations) => kind switch
    {
        CompanionKind.Jvp => $"The value of <c>{method}</c> and its derivative in one direction.",
        CompanionKind.Vjp => $"The derivatives of <c>{method}</c> by its inputs for one cotangent of its outputs.{(hasDestinations ? " Destinations accumulate." : "")}",
        CompanionKind.Gradient => $"The gradient of <c>{method}</c>.{(hasDestinations ? " Destinations are overwritten." : "")}",
        CompanionKind.ValueAndGradient => $"The value and the gradient of <c>{method}</c>.{(hasDestinations ? " Destinations are overwritten." : "")}",
        CompanionKind.Hvp => $"The Hessian of <c>{method}</c> times a direction.{(hasDestinations ? " Destinations are overwritten." : "")}",
        CompanionKind.AllocatingGradient => $"The gradient of <c>{method}</c>, with fresh buffers.",
        CompanionKind.Forward => $"The value of <c>{method}</c>, and a tape whose <c>Pullback</c> may be called many times.",
        CompanionKind.Pullback => $"The derivatives of <c>{method}</c> by its inputs for one cotangent of its outputs.{(hasDestinations ? " Destinations accumulate." : "")}",
        CompanionKind.Jacobian => $"The derivatives of all outputs of <c>{method}</c> by all active inputs.",
        CompanionKind.Hessian => $"The second derivatives of <c>{method}</c> by all active inputs.",
        CompanionKind.AllocatingHessian => $"The second derivatives of <c>{method}</c> by all active inputs, in a fresh array.",
        CompanionKind.HessianDiagonal => $"The second derivative of <c>{method}</c> by each input alone.{(hasDestinations ? " Destinations are overwritten." : "")}",
        CompanionKind.JacobianPattern => $"Which entries of the Jacobian of <c>{method}</c> can differ from zero at this point.",
        CompanionKind.HessianPattern => $"Which entries of the Hessian of <c>{method}</c> can differ from zero at this point.",
        CompanionKind.SparseHessian => $"The Hessian of <c>{method}</c>, into a sparse matrix whose pattern and colouring are used again.",
        CompanionKind.AllocatingSparseHessian => $"The Hessian of <c>{method}</c> as a fresh sparse matrix, whose pattern is found first.",
        CompanionKind.SparseJacobian => $"The Jacobian of <c>{method}</c>, into a sparse matrix whose pattern and colouring are used again.",
        CompanionKind.AllocatingSparseJacobian => $"The Jacobian of <c>{method}</c> as a fresh sparse matrix, whose pattern is found first.",
        CompanionKind.Taylor => $"The Taylor coefficients of <c>{method}</c> along a direction.",
        CompanionKind.GradientBatch => $"The values and the gradients of <c>{method}</c> for many inputs, which lie side by side in spans of one length. Destinations are overwritten.",
        CompanionKind.AllocatingJacobian => $"The derivatives of all outputs of <c>{method}</c> by all active inputs, in a fresh array.",
        _ => $"The value and the gradient of <c>{method}</c>, with fresh buffers.",
    };

    private static string Describe(IrSignature signature, Companion companion, CompanionParameter parameter)
    {
        string of = parameter.Source == AbiLeaf.Return ? "the returned value" : signature.Parameters[parameter.Source].IsReceiver ? "the receiver" : $"<c>{Escape(signature.Parameters[parameter.Source].Name)}</c>";
        bool accumulates = companion.Kind is CompanionKind.Vjp or CompanionKind.Pullback;
        return parameter.Role switch
        {
            CompanionRole.Primal when companion.Kind == CompanionKind.GradientBatch => DescribeBatch(signature, companion, parameter),
            CompanionRole.Primal => $"As in <c>{Escape(signature.Name)}</c>.",
            CompanionRole.Tangent when companion.ReadsDirections => $"The direction in {of}; it is only read.",
            CompanionRole.Tangent => $"The tangent of {of}.",
            CompanionRole.Matrix when companion.Kind == CompanionKind.Taylor => "Element k becomes the k-th derivative divided by k!; element 0 is the value. Its length is the order plus one, from 1 to 32.",
            CompanionRole.Matrix when companion.IsSparse => "Its values are overwritten. Entries that its pattern does not have must be zero: where the method takes another path than when the pattern was found, find it again.",
            CompanionRole.Matrix => "Becomes the matrix, row by row.",
            CompanionRole.Cotangent => $"The cotangent of {of}.",
            _ when companion.Kind == CompanionKind.HessianDiagonal => $"Becomes the part of the diagonal that belongs to {of}.",
            _ when companion.Kind == CompanionKind.Hvp => $"Becomes the part of the product that belongs to {of}.",
            CompanionRole.Value => "What the method returns.",
            _ when parameter.Mode == ParameterMode.Ref => accumulates
                ? $"The cotangent of {of} after the call; becomes the derivative by its value before."
                : $"Becomes the derivative by {of}.",
            _ => accumulates ? $"The derivative by {of} is added to it; for an output it holds the cotangent on entry." : $"Becomes the derivative by {of}.",
        };
    }

    private static string DescribeBatch(IrSignature signature, Companion companion, CompanionParameter parameter)
    {
        if (parameter.Source == signature.Parameters.Length - 1)
            return "Becomes the value for each input.";
        return companion.Parameters.Any(other => other.Role == CompanionRole.Destination && other.Source == parameter.Source)
            ? $"What it is in <c>{Escape(signature.Name)}</c>, for each input."
            : $"As in <c>{Escape(signature.Name)}</c>, the same for all inputs.";
    }

    private static string? Returns(Companion companion)
    {
        if (companion.ReturnType == "void")
            return null;
        if (companion.Kind == CompanionKind.Forward)
            return "The tape, which is to be disposed of.";
        if (companion.Kind == CompanionKind.HessianDiagonal)
            return "The diagonal, in the order of the parameters.";
        if (companion.IsHessian)
            return $"The {(companion.IsPattern ? "pattern" : "matrix")}: one row and one column per input.";
        if (companion.IsPattern)
            return "The pattern: one row per output, one column per input.";
        if (companion.IsMatrix)
            return "The matrix: one row per output, one column per input.";
        if (companion.ReturnsTangent)
            return "The value and its tangent.";
        if (companion.Kind == CompanionKind.Hvp)
            return companion.Gradients.Length == 1 ? "The part of the product that belongs to one parameter." : "The parts of the product in the order of the parameters.";
        string gradient = companion.Gradients.Length == 1 ? "the derivative by one parameter" : "the derivatives in the order of the parameters";
        if (companion.ReturnsValue)
            return companion.Gradients.IsEmpty ? "The value." : $"The value and {gradient}.";
        return $"T{gradient.Substring(1)}.";
    }

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
