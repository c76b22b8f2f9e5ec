using System.Collections.Generic;
using System.Linq;
using DiffGen.Cases.Tests.Checking;
using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Every case against the contract, against its header, and against itself.</summary>
public sealed class CorpusTests
{
    public static IEnumerable<object[]> Ids => Corpus.Ids;

    /// <summary>Cases that are compiled without fusion too.</summary>
    public static IEnumerable<object[]> UnfusedIds => Setting.NoFusion.Files.Select(file => new object[] { file.Id });

    public static IEnumerable<object[]> FastIds => Setting.Fast.Files.Select(file => new object[] { file.Id });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Values_are_bit_equal_to_the_primal(string id) => CaseChecks.ValuesArePrimal(Corpus.File(id), Driver(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Gradient_is_the_one_in_the_header(string id) => CaseChecks.GradientIsKnown(Corpus.File(id), Driver(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Forward_and_reverse_are_transposes(string id) => CaseChecks.ForwardIsReverse(Corpus.File(id), Driver(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Derivatives_agree_with_differences(string id) => CaseChecks.DerivativesAreDifferences(Corpus.File(id), Driver(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Companions_agree_with_each_other(string id) => CaseChecks.CompanionsAgree(Corpus.File(id), Driver(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Arguments_end_as_the_primal_leaves_them(string id) => CaseChecks.StateIsPrimal(Corpus.File(id), Driver(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Calls_repeat_to_the_bit(string id) => CaseChecks.CallsRepeat(Corpus.File(id), Driver(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Guards_throw_in_every_companion(string id) => CaseChecks.GuardsThrow(Corpus.File(id), Driver(id));

    [Theory]
    [MemberData(nameof(UnfusedIds))]
    public void Fusion_changes_no_more_than_the_order_of_sums(string id) =>
        CaseChecks.BuildsAgree(Corpus.File(id), Driver(id), Corpus.Build(Setting.NoFusion).Driver(Corpus.File(id)), Setting.NoFusion.Name, bitwise: false);

    [Theory]
    [MemberData(nameof(UnfusedIds))]
    public void Other_optimisations_change_no_bit_unless_they_reorder(string id)
    {
        CaseFile file = Corpus.File(id);
        ICaseDriver plain = Corpus.Build(Setting.NoFusion).Driver(file);
        foreach (Setting setting in Setting.Others.Where(s => s.Files.Contains(file)))
            CaseChecks.BuildsAgree(file, plain, Corpus.Build(setting).Driver(file), setting.Name, bitwise: setting.KeepsOrder);
    }

    [Theory]
    [MemberData(nameof(FastIds))]
    public void Fast_arithmetic_changes_last_places_only(string id)
    {
        CaseFile file = Corpus.File(id);
        ICaseDriver fast = Corpus.Build(Setting.Fast).Driver(file);
        CaseChecks.ValuesAreNearThePrimal(file, fast);
        CaseChecks.BuildsAgree(file, Driver(id), fast, Setting.Fast.Name, bitwise: false);
        CaseChecks.ForwardIsReverse(file, fast);
        CaseChecks.StateIsPrimal(file, fast, bitwise: false);
        CaseChecks.GuardsThrow(file, fast);
    }

    private static ICaseDriver Driver(string id) => Corpus.Build(Setting.Default).Driver(Corpus.File(id));
}
