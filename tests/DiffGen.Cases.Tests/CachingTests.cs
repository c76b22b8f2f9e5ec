using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Cases.Tests.Format;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Edits that change no meaning re-run nothing after lowering.</summary>
public sealed class CachingTests
{
    private const int Stride = 24;

    /// <summary>A case out of every few: each edit costs two runs of the generator.</summary>
    public static IEnumerable<object[]> Sample => CorpusFiles.Cases.Where((f, i) => i % Stride == 0).Select(f => new object[] { f.Id });

    [Theory]
    [MemberData(nameof(Sample))]
    public void A_comment_after_the_code_changes_no_step(string id)
    {
        string text = Corpus.File(id).Text;
        CachingCheck.AssertNothingChanges(text, text + "\n// edited\n");
    }

    [Theory]
    [MemberData(nameof(Sample))]
    public void A_comment_before_the_code_changes_no_step(string id)
    {
        string text = Corpus.File(id).Text;
        CachingCheck.AssertNothingChanges(text, "// edited\n" + text);
    }

    [Theory]
    [MemberData(nameof(Sample))]
    public void Another_type_in_the_file_changes_no_step(string id)
    {
        string text = Corpus.File(id).Text;
        CachingCheck.AssertNothingChanges(text, text + "\ninternal static class Unrelated { public static int Count => 3; }\n");
    }
}
