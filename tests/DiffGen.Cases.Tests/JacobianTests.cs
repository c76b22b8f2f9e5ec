using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Cases.Tests.Checking;
using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>The Jacobian of every case, in either mode.</summary>
public sealed class JacobianTests
{
    private static readonly Setting[] s_settings = [new("Columns", "JacobianReverse"), new("Rows", "JacobianForward")];

    private static readonly ConcurrentDictionary<Setting, Lazy<CompiledCases>> s_builds = new();

    // A fifth of the corpus, and what is about Jacobians.
    private static readonly ImmutableArray<CaseFile> s_files = CorpusFiles.Sample(5, 1, "Jacobians Returns");

    public static IEnumerable<object[]> Ids => s_files.Select(f => new object[] { f.Id });

    public static IEnumerable<object[]> AskingIds =>
        CorpusFiles.Cases.Where(f => f.Text.Contains("Derivatives.Jacobian", StringComparison.Ordinal)).Select(f => new object[] { f.Id });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Jacobian_agrees_with_both_modes(string id)
    {
        CaseFile file = Corpus.File(id);
        ICaseDriver one = Corpus.Build(Setting.Default).Driver(file);
        foreach (Setting setting in s_settings)
        {
            CompiledCases build = Build(setting);
            JacobianChecks.Agrees(file, one, build.Driver(file), JacobianChecks.Rows(build.Generated(file)), setting.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Jacobian_throws_what_the_method_throws(string id)
    {
        foreach (Setting setting in s_settings)
            JacobianChecks.Throws(Corpus.File(id), Build(setting).Driver(Corpus.File(id)));
    }

    /// <summary>The cases that ask for it themselves, in the mode that the shape decides on.</summary>
    [Theory]
    [MemberData(nameof(AskingIds))]
    public void Jacobian_of_the_better_mode_agrees(string id)
    {
        CaseFile file = Corpus.File(id);
        CompiledCases build = Corpus.Build(Setting.Default);
        JacobianChecks.Agrees(file, build.Driver(file), build.Driver(file), JacobianChecks.Rows(build.Generated(file)), "default");
    }

    private static CompiledCases Build(Setting setting) => s_builds.GetOrAdd(setting, static s => new Lazy<CompiledCases>(() =>
        CaseCompiler.Compile([.. s_files.Select(f => AskingFor.Only(f, "Jacobian"))], s, primalOnly: true))).Value;
}
