using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Format;

namespace DiffGen.Cases.Tests;

/// <summary>The corpus, compiled once per setting for all tests.</summary>
internal static class Corpus
{
    private static readonly ConcurrentDictionary<Setting, Lazy<CompiledCases>> Builds = new();

    public static IEnumerable<object[]> Ids => CorpusFiles.Cases.Select(f => new object[] { f.Id });

    public static CaseFile File(string id) => CorpusFiles.Cases.Single(f => f.Id == id);

    public static CompiledCases Build(Setting setting) =>
        Builds.GetOrAdd(setting, static s => new Lazy<CompiledCases>(() => CaseCompiler.Compile(s.Files, s))).Value;
}
