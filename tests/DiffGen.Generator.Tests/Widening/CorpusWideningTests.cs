using System.Collections.Generic;
using System.IO;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization;
using DiffGen.Generator.Tests.FrontEnd;
using Xunit;

namespace DiffGen.Generator.Tests.Widening;

/// <summary>Every method of the corpus has cores in vector mode that the verifier accepts, and lanes can follow all of them.</summary>
public class CorpusWideningTests
{
    // ScaleB of a derivative has no vector form.
    private const string OneByOne = "FusedAndScaled.cs";

    // Rules are found by the pipeline, and take one direction at a time.
    public static IEnumerable<object[]> Files() => CorpusLoweringTests.Files()
        .Where(file => !((string)file[0]).Contains("/rules/", System.StringComparison.Ordinal) && !((string)file[0]).Contains("/fixedpoints/", System.StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void Widened_cores_are_well_formed(string file)
    {
        var methods = Methods(file);
        foreach (var method in methods.Where(method => !method.Signature.Requests.IsEmpty && Lowered.IsComplete(method, methods)))
        {
            var unit = new IrUnit(method, [.. methods.Where(other => other.Key != method.Key)]);
            var request = method.Signature.Requests[0] with { Derivatives = Differentiation.Abi.JacobianFlag };
            if (JacobianShape.Of(method.Signature, request, CorePlan.WrittenParameters(method, new CallEffects(unit))).Rows.IsEmpty)
                continue;
            foreach (var options in new[] { new TransformOptions { JacobianForward = false }, new TransformOptions { JacobianReverse = false } })
            {
                var cores = CorePlan.Build(unit, request, options);
                var main = cores.Jacobian!.Forward ?? cores.Jacobian.Reverse!;
                int? count = cores.Jacobian.Forward is null ? cores.Jacobian.Shape.RowCount : cores.Jacobian.Shape.ColumnCount;
                Assert.True(main.Width.Count > 1 || count == 1 || file.EndsWith(OneByOne, System.StringComparison.Ordinal), "one direction at a time");
                Verify(cores);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Widened_second_order_cores_are_well_formed(string file)
    {
        var methods = Methods(file);
        foreach (var method in methods.Where(method => !method.Signature.Requests.IsEmpty && Lowered.IsComplete(method, methods) && method.Signature.ReturnType is { IsFloat: true } && !method.Signature.ReturnNoDerivative))
        {
            var unit = new IrUnit(method, [.. methods.Where(other => other.Key != method.Key)]);
            var cores = CorePlan.Build(unit, method.Signature.Requests[0] with { Derivatives = Differentiation.Abi.HessianFlag }, TransformOptions.Default);
            var hessian = cores.Hessian!;
            Assert.True(hessian.SecondOrder!.Width.Count > 1 || hessian.Shape.ColumnCount == 1 || file.EndsWith(OneByOne, System.StringComparison.Ordinal), "one direction at a time");
            Verify(cores);
        }
    }

    private static IrMethod[] Methods(string file) =>
        [.. Lowered.All(Lowered.Compile(File.ReadAllText(Path.Combine(CorpusLoweringTests.Root(), file)))).Select(lowered => lowered.Result.Method).OfType<IrMethod>()];

    private static void Verify(Cores cores)
    {
        foreach (var core in cores.Helpers.Where(core => core.Variant.Contains("|x", System.StringComparison.Ordinal)))
            Assert.Equal([], IrVerifier.Verify(core.Parameters, core.Body, core.ResultTypes));
    }
}
