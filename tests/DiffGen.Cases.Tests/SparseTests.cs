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

/// <summary>Sparse matrices of every case are the dense ones.</summary>
public sealed class SparseTests
{
    private static readonly Setting[] s_settings = [new("Sparse", ""), new("SparseRows", "JacobianForward")];

    private static readonly Setting s_secondOrder = new("SparseHessian", "", Derivatives: Derivatives.Hvp | Derivatives.SparseHessian) { Files = CorpusFiles.Sample(12, 3, "Second") };

    private static readonly ConcurrentDictionary<Setting, Lazy<CompiledCases>> s_builds = new();

    // An eighth of the corpus, and what is about Jacobians. Where a partial derivative is infinite, dense rows and sparse columns differ: zero times infinity is NaN.
    private static readonly ImmutableArray<CaseFile> s_files = [.. CorpusFiles.Sample(8, 2, "Jacobians").Where(f => !f.Facts.ContainsKey("infinite"))];

    public static IEnumerable<object[]> Ids => s_files.Select(f => new object[] { f.Id });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Sparse_Jacobian_is_the_dense_one(string id)
    {
        CaseFile file = Corpus.File(id);
        foreach (Setting setting in s_settings)
        {
            CompiledCases build = Build(setting);
            SparseChecks.JacobianIsDense(file, build.Driver(file), JacobianChecks.Rows(build.Generated(file)), setting.Name);
        }
    }

    public static IEnumerable<object[]> Scalars => SecondOrderTests.Scalars(s_secondOrder.Files);

    [Theory]
    [MemberData(nameof(Scalars))]
    public void Sparse_Hessian_times_a_direction_is_Hvp(string id) =>
        SparseChecks.HessianIsHvp(Corpus.File(id), Corpus.Build(s_secondOrder).Driver(Corpus.File(id)));

    private static CompiledCases Build(Setting setting) => s_builds.GetOrAdd(setting, static s => new Lazy<CompiledCases>(() =>
        CaseCompiler.Compile([.. s_files.Select(f => AskingFor.Only(f, "Jacobian | global::DiffGen.Derivatives.SparseJacobian"))], s, primalOnly: true))).Value;
}
