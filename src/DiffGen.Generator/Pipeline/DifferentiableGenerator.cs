using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.Pipeline;

/// <summary>Writes the companions of every method marked <c>[Differentiable]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DifferentiableGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
