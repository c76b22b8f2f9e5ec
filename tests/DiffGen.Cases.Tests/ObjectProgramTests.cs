using System.IO;
using System.Linq;
using DiffGen.Cases.Tests.Format;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>
/// Programs with classes, structs that hold arrays and instance methods: what the corpus driver has no arguments for. Each checks itself against
/// differences and forward mode, with optimisations on and off.
/// </summary>
public sealed class ObjectProgramTests
{
    private const string Check = "ObjectCheck.cs";

    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(CorpusFiles.CasesDirectory)!, "object-programs");

    private static readonly string[] Settings = ["", "Fuse", "Fuse;Inline", "Fuse;Recompute", "Fuse;Optimize", "Fuse;Inline;Recompute;Optimize"];

    public static TheoryData<string> Programs() => new(Directory.GetFiles(Folder, "*.cs").Select(Path.GetFileName).OfType<string>().Where(name => name != Check).Order());

    [Theory]
    [MemberData(nameof(Programs))]
    public void Is_right_under_every_setting(string program)
    {
        string[] sources = [File.ReadAllText(Path.Combine(Folder, program)), File.ReadAllText(Path.Combine(Folder, Check))];
        foreach (string disable in Settings)
        {
            using GeneratorRun run = GeneratorRun.Compile(sources, new GeneratorOptions { Disable = disable });
            if (disable.Length == 0)
                run.AssertCleanWithAnalyzers();
            run.AssertClean();
            run.Invoke("DiffGen.ObjectPrograms.Probe", "Run");
        }
    }
}
