using System.Collections.Generic;
using System.IO;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization;
using DiffGen.Generator.Tests.FrontEnd;
using Xunit;

namespace DiffGen.Generator.Tests.Forward;

/// <summary>Every method of the corpus has a forward core that the verifier accepts, before and after optimisation.</summary>
public class CorpusForwardTests
{
    public static IEnumerable<object[]> Files() => CorpusLoweringTests.Files();

    [Theory]
    [MemberData(nameof(Files))]
    public void Forward_cores_are_well_formed(string file)
    {
        var methods = Lowered.All(Lowered.Compile(File.ReadAllText(Path.Combine(CorpusLoweringTests.Root(), file)))).Select(lowered => lowered.Result.Method).OfType<IrMethod>().ToArray();
        foreach (var method in methods.Where(method => Lowered.IsComplete(method, methods)))
        {
            var unit = new IrUnit(method, [.. methods.Where(other => other.Key != method.Key)]);
            var parameters = AbiLeaves.OfParameters(method.Signature);
            var results = AbiLeaves.OfResults(method.Signature);
            foreach (var core in ForwardCalls.Build(unit, Carrying(parameters), Carrying(results)))
            {
                Assert.Equal([], IrVerifier.Verify(core.Parameters, core.Body, core.ResultTypes));
                var optimised = Optimizer.Run(core, TransformOptions.Default);
                Assert.Equal([], IrVerifier.Verify(optimised.Parameters, optimised.Body, optimised.ResultTypes));
            }
        }
    }

    private static HashSet<int> Carrying(IReadOnlyList<AbiLeaf> leaves) => Enumerable.Range(0, leaves.Count).Where(i => leaves[i].CarriesDerivative).ToHashSet();
}
