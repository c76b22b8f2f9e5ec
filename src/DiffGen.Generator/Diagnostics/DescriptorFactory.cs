using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.Diagnostics;

/// <summary>Makes the compiler's descriptors from the rows of <see cref="DiagnosticTable"/>.</summary>
internal static class DescriptorFactory
{
    public static DiagnosticDescriptor Create(DiagnosticRow row) =>
        new(row.Id, row.Title, row.Message, row.Category, Severity(row.Severity), isEnabledByDefault: true, helpLinkUri: row.HelpLink);

    public static ImmutableDictionary<string, DiagnosticDescriptor> CreateAll() =>
        DiagnosticTable.Rows.ToImmutableDictionary(row => row.Id, Create);

    public static Diagnostic ToDiagnostic(this Finding finding, ImmutableDictionary<string, DiagnosticDescriptor> descriptors) =>
        Diagnostic.Create(descriptors[finding.Id], finding.Location, finding.Arguments.ToArray<object>());

    private static DiagnosticSeverity Severity(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => DiagnosticSeverity.Error,
        FindingSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
