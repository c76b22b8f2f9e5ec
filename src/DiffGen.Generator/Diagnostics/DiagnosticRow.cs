namespace DiffGen.Generator.Diagnostics;

internal enum FindingSeverity
{
    Info, Warning, Error,
}

/// <summary>What users read about one kind of mistake.</summary>
/// <param name="Title">A short noun phrase.</param>
/// <param name="Message">What was found, what is expected and what to do, with <c>{0}</c>, <c>{1}</c> for the arguments.</param>
internal sealed record DiagnosticRow(string Id, string Title, string Message, string Category, FindingSeverity Severity)
{
    public string HelpLink => $"https://github.com/diffgen/diffgen/blob/main/docs/diagnostics/{Id}.md";
}
