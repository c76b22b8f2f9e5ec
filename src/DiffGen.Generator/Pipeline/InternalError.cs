using System;

namespace DiffGen.Generator.Pipeline;

/// <summary>An exception as text of one line, for a diagnostic.</summary>
internal static class InternalError
{
    public static string Describe(Exception exception)
    {
        string message = exception.Message.Replace("\r", "").Replace('\n', ' ');
        string trace = exception.StackTrace ?? "";
        int end = trace.IndexOf('\n');
        string place = (end < 0 ? trace : trace.Substring(0, end)).Trim();
        int source = place.IndexOf(" in ", StringComparison.Ordinal);
        return $"{exception.GetType().Name}: {message} {(source < 0 ? place : place.Substring(0, source))}".TrimEnd();
    }
}
