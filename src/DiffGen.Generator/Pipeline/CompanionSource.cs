using System;
using System.Linq;
using System.Threading;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Emission;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization;

namespace DiffGen.Generator.Pipeline;

/// <summary>The generated file of one method, or what went wrong.</summary>
/// <param name="Text">Empty for a method that cannot be differentiated: an analyzer says why.</param>
/// <param name="Failure">The internal error, or null.</param>
internal sealed record CompanionSource(string HintName, string Text, InternalFailure? Failure)
{
    /// <summary>Differentiates and prints. An exception becomes a failure: the generator itself never throws.</summary>
    public static CompanionSource Write(IrUnit unit, TransformOptions options, CancellationToken cancellation)
    {
        string hintName = FileName(unit.Root.Signature.HintName);
        try
        {
            string text = unit.Choices.IsEmpty ? OfMethod(unit, options, cancellation) : OfGeneric(unit, options, cancellation);
            return new CompanionSource(hintName, text, null);
        }
        catch (UnsupportedDerivativeException)
        {
            return new CompanionSource(hintName, "", null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new CompanionSource(hintName, "", new InternalFailure(unit.Root.Signature.Name, InternalError.Describe(exception)));
        }
    }

    private static string OfMethod(IrUnit unit, TransformOptions options, CancellationToken cancellation)
    {
        unit = NestedCompanions.Expand(unit, options);
        return LateChecks.Lost(unit).Count > 0 ? "" : CompanionFile.Write(unit, options, cancellation);
    }

    private static string OfGeneric(IrUnit unit, TransformOptions options, CancellationToken cancellation)
    {
        unit = unit with { Choices = unit.Choices.Map(choice => choice with { Unit = NestedCompanions.Expand(choice.Unit, options) }) };
        return unit.Choices.Any(choice => LateChecks.Lost(choice.Unit).Count > 0) ? "" : GenericCompanionFile.Write(unit, options, cancellation);
    }

    /// <summary>Prints the operations on a marked type.</summary>
    public static CompanionSource Write(VectorType type) => new(FileName(type.HintName), VectorTypeFile.Write(type), null);

    // The compiler accepts only some characters; identifiers may start with @ and hold letters of any script.
    private static string FileName(string name) =>
        string.Concat(name.Where(c => c != '@').Select(c => char.IsLetterOrDigit(c) || ".,-_ ()[]{}`+".IndexOf(c) >= 0 ? c : '_')) + ".g.cs";
}
