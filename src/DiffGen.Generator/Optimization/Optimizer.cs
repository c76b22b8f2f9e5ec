using DiffGen.Generator.Differentiation;

namespace DiffGen.Generator.Optimization;

/// <summary>Runs the passes over the code of a core.</summary>
internal static class Optimizer
{
    public static CoreFunction Run(CoreFunction core, TransformOptions options) => core;
}
