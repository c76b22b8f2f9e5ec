using System;
using System.IO;
using DiffGen.Cases.Tests.Compiling;

namespace DiffGen.Cases.Tests;

/// <summary>
/// Text that was read and approved once, in files that follow Verify's conventions. A mismatch leaves a <c>.received.</c> file beside it;
/// with the environment variable <c>DIFFGEN_ACCEPT_SNAPSHOTS=1</c> the new text is approved.
/// </summary>
internal static class Snapshot
{
    public static void Verify(string casePath, string kind, string extension, string text)
    {
        string stem = Path.ChangeExtension(casePath, null) + "." + kind;
        string verified = $"{stem}.verified.{extension}", received = $"{stem}.received.{extension}";
        string normal = text.ReplaceLineEndings("\n");
        if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == normal)
        {
            File.Delete(received);
            return;
        }
        if (Environment.GetEnvironmentVariable("DIFFGEN_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(verified, normal);
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, normal);
        throw new CaseException($"{Path.GetFileName(verified)} differs from what was generated; compare it with {Path.GetFileName(received)}");
    }
}
