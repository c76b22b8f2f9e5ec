using DiffGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.Pipeline;

/// <summary>An internal error past the equatable boundary, where no analyzer looks: the generator itself reports it.</summary>
internal sealed record InternalFailure(string Method, string Message)
{
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(DescriptorFactory.Create(DiagnosticTable.Get(DiagnosticIds.Internal)), Location.None, Method, Message);
}
