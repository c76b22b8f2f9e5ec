using System.Collections.Generic;
using System.Linq;
using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Format;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>The generated file of a few cases, as it was read and approved.</summary>
public sealed class SnapshotTests
{
    public static IEnumerable<object[]> Ids => CorpusFiles.Cases.Where(f => f.Facts.ContainsKey("snapshot")).Select(f => new object[] { f.Id });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Generated_code_is_the_approved_one(string id)
    {
        CaseFile file = Corpus.File(id);
        string text = Assert.Single(Corpus.Build(Setting.Default).Generated(file));
        Snapshot.Verify(file.Path, "generated", "cs", text);
    }
}
