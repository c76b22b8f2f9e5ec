using System.Collections.Generic;
using System.Linq;
using DiffGen.Cases.Tests.Checking;
using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>The Hessian times a direction, for every case that returns a real scalar: it is asked for where the case does not.</summary>
public sealed class SecondOrderTests
{
    public static IEnumerable<object[]> Ids { get; } = Scalars(Setting.SecondOrder.Files);

    public static IEnumerable<object[]> PlainIds { get; } = Scalars([.. Setting.SecondOrder.Files.Where(Setting.PlainSecondOrder.Files.Contains)]);

    /// <summary>Those of the cases whose method returns a real scalar, and has no rule.</summary>
    internal static IEnumerable<object[]> Scalars(IEnumerable<CaseFile> files) =>
        [.. files.Where(f => !HasRule(f) && MarkRewriter.MarkOfScalar(CSharpSyntaxTree.ParseText(f.Text)) is not null).Select(f => new object[] { f.Id })];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Product_is_the_one_in_the_header(string id) => SecondOrderChecks.ProductIsKnown(Corpus.File(id), Driver(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Product_agrees_with_differences_of_the_gradient(string id) => SecondOrderChecks.ProductIsDifference(Corpus.File(id), Driver(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Hessian_is_symmetric_and_linear(string id) => SecondOrderChecks.HessianIsSymmetric(Corpus.File(id), Driver(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Hessian_in_lanes_agrees_with_the_product(string id) => HessianChecks.Agrees(Corpus.File(id), Driver(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Arguments_and_directions_are_left_alone(string id) => SecondOrderChecks.ArgumentsAreLeftAlone(Corpus.File(id), Driver(id));

    [Theory]
    [MemberData(nameof(PlainIds))]
    public void Optimisations_change_no_more_than_the_order_of_sums(string id) =>
        SecondOrderChecks.BuildsAgree(Corpus.File(id), Driver(id), Corpus.Build(Setting.PlainSecondOrder).Driver(Corpus.File(id)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Guards_throw(string id) => SecondOrderChecks.GuardsThrow(Corpus.File(id), Driver(id));

    private static ICaseDriver Driver(string id) => Corpus.Build(Setting.SecondOrder).Driver(Corpus.File(id));

    // Rules are not differentiated themselves.
    private static bool HasRule(CaseFile file) =>
        file.Text.Contains("[CustomDerivative", System.StringComparison.Ordinal) || file.Text.Contains("[FixedPoint", System.StringComparison.Ordinal) || file.Text.Contains("[DerivativeOf", System.StringComparison.Ordinal);
}
