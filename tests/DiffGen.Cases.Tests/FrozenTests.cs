using System;
using System.Linq;
using System.Text.RegularExpressions;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Several gradients of one method with different parts frozen: right, and frozen parts cost nothing.</summary>
public sealed class FrozenTests
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public static partial class Network
        {
            [Differentiable]
            [Differentiable(Name = "Head", Wrt = new[] { nameof(head) })]
            [Differentiable(Name = "Body", Wrt = new[] { nameof(body) })]
            [Differentiable(Name = "Input", Wrt = new[] { nameof(x) })]
            public static double Loss(double[] body, double[] head, double[] x, double target)
            {
                double y = 0;
                for (int i = 0; i < head.Length; i++)
                {
                    double s = 0;
                    for (int j = 0; j < x.Length; j++)
                        s += body[i * x.Length + j] * x[j];
                    y += head[i] * Math.Tanh(s);
                }
                return (y - target) * (y - target);
            }
        }

        public static class Probe
        {
            private static readonly double[] B = [0.1, -0.4, 0.7, 0.3, 0.2, -0.6], H = [0.5, -1.5], X = [1.0, 2.0, -0.5];

            public static bool Agree()
            {
                var (body, head, x, target) = Network.LossGradient(B, H, X, 0.3);
                return Same(body, Network.BodyGradient(B, H, X, 0.3)) && Same(head, Network.HeadGradient(B, H, X, 0.3)) && Same(x, Network.InputGradient(B, H, X, 0.3));
            }

            private static bool Same(double[] a, double[] b) => a.AsSpan().SequenceEqual(b);
        }
        """;

    private readonly string _text;

    public FrozenTests()
    {
        using GeneratorRun run = GeneratorRun.Compile(Source).AssertCleanWithAnalyzers();
        Assert.True(run.Invoke<bool>("Own.Probe", "Agree"));
        _text = run.GeneratedFiles.Single().Text;
    }

    // The method and all private ones that it names.
    private string Reached(string method)
    {
        string body = Body(method);
        foreach (string callee in Regex.Matches(body, @"\b(\w+_[0-9a-f]{4,})\(").Select(match => match.Groups[1].Value).Distinct())
            body += Body(callee);
        return body;
    }

    private string Body(string method)
    {
        Match start = Regex.Match(_text, $@"static [^\n]*\b{method}\([^\n]*\)\r?\n( *)\{{");
        Assert.True(start.Success, $"{method} is not generated");
        int end = _text.IndexOf("\n" + start.Groups[1].Value + "}", start.Index, StringComparison.Ordinal);
        return _text[start.Index..end];
    }

    // What the other tests look for is there where nothing is frozen.
    [Fact]
    public void Without_frozen_parts_there_is_code_for_all()
    {
        string all = Reached("LossGradient");
        Assert.All(["dHead[i]", "dBody[", "dx["], part => Assert.Contains(part, all, StringComparison.Ordinal));
        Assert.Matches(@"1(\.0)? - ", all);
    }

    [Fact]
    public void A_frozen_body_has_no_adjoint_code()
    {
        string head = Reached("HeadGradient");
        Assert.Contains("dHead[i]", head, StringComparison.Ordinal);
        Assert.DoesNotContain("dBody", head, StringComparison.Ordinal);
        Assert.DoesNotContain("dx", head, StringComparison.Ordinal);
        // 1 − tanh² belongs to the body alone.
        Assert.DoesNotMatch(@"1(\.0)? - ", head);
    }

    [Fact]
    public void A_frozen_head_has_no_adjoint_code()
    {
        string body = Reached("BodyGradient");
        Assert.Contains("dBody[", body, StringComparison.Ordinal);
        Assert.DoesNotContain("dHead", body, StringComparison.Ordinal);
        Assert.DoesNotContain("dx[", body, StringComparison.Ordinal);
    }
}
