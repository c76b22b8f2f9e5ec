using System;

namespace DiffGen.Generator.Emission;

/// <summary>The generator's own version, which the runtime that the consumer references must share.</summary>
internal static class GeneratorVersion
{
    public static Version Assembly { get; } = typeof(GeneratorVersion).Assembly.GetName().Version;

    public static string Text { get; } = Assembly.ToString(3);
}
