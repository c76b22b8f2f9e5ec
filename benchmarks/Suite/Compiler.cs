using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace DiffGen.Benchmarks.Suite;

/// <summary>A C++ compiler of this machine with a set of options.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Program">The program to run.</param>
/// <param name="Version">The first line of what it says of itself, which goes into the name of what it compiles.</param>
/// <param name="Options">Options beside those that all have.</param>
internal sealed record Compiler(string Name, string Program, string Version, string Options)
{
    private const string CommonOptions = "-std=c++17 -O3 -march=native -fPIC";

    /// <summary>Every compiler that is installed, each with and without -ffast-math; tells what is missing.</summary>
    public static IReadOnlyList<Compiler> Installed(Action<string> tell)
    {
        var found = new List<Compiler>();
        // Debian's clang++ is older than the newest of its numbered ones.
        IEnumerable<string> clangs = Enumerable.Range(0, 10).Select(i => $"clang++-{22 - i}").Append("clang++");
        foreach ((string name, IEnumerable<string> programs) in (ReadOnlySpan<(string, IEnumerable<string>)>)[("g++", ["g++"]), ("clang", clangs)])
        {
            (string program, string? version) = programs.Select(p => (p, FirstLine(p))).FirstOrDefault(p => p.Item2 != null);
            if (version == null)
            {
                tell($"{name} is not installed: its rows are left out.");
                continue;
            }
            found.Add(new(name, program, version, ""));
            found.Add(new(name + " -ffast-math", program, version, "-ffast-math"));
        }
        return found;
    }

    /// <summary>
    /// Compiles a source to a shared library, unless this has been done before with the same text, options, compiler and processor.
    /// </summary>
    /// <returns>The library, or null where it cannot be compiled, after telling why.</returns>
    public string? Library(string source, string linked, string directory, Action<string> tell)
    {
        string stem = Path.Combine(directory, $"{Path.GetFileNameWithoutExtension(source)}-{Key(source, linked)}");
        string library = stem + ".so";
        if (File.Exists(library))
            return library;
        Directory.CreateDirectory(directory);
        // Linked apart: with -ffast-math the linker would add code that makes the whole process round denormal numbers to zero.
        (int status, string output) = Run(Program, $"{CommonOptions} {Options} -c \"{source}\" -o \"{stem}.o\"");
        if (status == 0)
            (status, output) = Run(Program, $"-shared \"{stem}.o\" {linked} -lm -o \"{library}\"");
        File.Delete(stem + ".o");
        if (status == 0)
            return library;
        tell($"{Name} cannot compile {Path.GetFileName(source)}: {output.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)) ?? output}");
        return null;
    }

    /// <summary>Whether a header of a library is installed.</summary>
    public bool Finds(string header)
    {
        string source = Path.Combine(Path.GetTempPath(), $"diffgen-probe-{Environment.ProcessId}.cpp");
        File.WriteAllText(source, $"#include <{header}>\n");
        (int status, _) = Run(Program, $"-fsyntax-only \"{source}\"");
        File.Delete(source);
        return status == 0;
    }

    private string Key(string source, string linked)
    {
        var text = new StringBuilder();
        text.AppendLine(Version).Append(CommonOptions).AppendLine(Options).AppendLine(linked).AppendLine(Processor());
        string folder = Path.GetDirectoryName(source)!;
        foreach (string header in Directory.GetFiles(folder, "*.h").Order(StringComparer.Ordinal).Prepend(source))
            text.AppendLine(File.ReadAllText(header));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    // -march=native means another thing on another processor.
    private static string Processor() =>
        File.Exists("/proc/cpuinfo")
            ? string.Join('\n', File.ReadLines("/proc/cpuinfo").Where(line => line.StartsWith("model name", StringComparison.Ordinal) || line.StartsWith("flags", StringComparison.Ordinal)).Distinct())
            : Environment.ProcessorCount.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? FirstLine(string program)
    {
        try
        {
            (int status, string output) = Run(program, "--version");
            return status == 0 ? output.Split('\n')[0] : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static (int Status, string Output) Run(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
