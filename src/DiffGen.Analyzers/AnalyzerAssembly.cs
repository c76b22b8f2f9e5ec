namespace DiffGen.Analyzers;

/// <summary>Marks the assembly that holds the analyzers.</summary>
internal static class AnalyzerAssembly;
