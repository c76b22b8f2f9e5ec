using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Widens a core with all the cores that it calls, all at once: one half of a split method takes from the tape what the other leaves there.
/// </summary>
internal sealed class WidenedCores
{
    private readonly Dictionary<(string Callee, CoreKind Kind, string Variant), CoreFunction> _scalar = new();
    private readonly Func<string, IrMethod> _methods;
    private readonly LaneWidth _width;
    private readonly List<Request> _requests = new();
    private readonly HashSet<(string Callee, CoreKind Kind, string Variant)> _requested = new();

    private WidenedCores(IEnumerable<CoreFunction> helpers, Func<string, IrMethod> methods, LaneWidth width)
    {
        foreach (var core in helpers)
            _scalar[(core.Callee, core.Kind, core.Variant)] = core;
        _methods = methods;
        _width = width;
    }

    /// <summary>A core to widen, and the name of the result.</summary>
    private sealed record Request(CoreFunction Core, WideningForm Form, string Variant);

    /// <summary>The widened core, first, and the widened cores that it calls.</summary>
    /// <param name="helpers">Every core that the core or one of these calls, itself too if it is called.</param>
    /// <param name="variant">Names the result.</param>
    /// <exception cref="UnwidenableException">Lanes of this width cannot follow.</exception>
    public static IReadOnlyList<CoreFunction> Build(CoreFunction core, WideningForm form, string variant, IEnumerable<CoreFunction> helpers,
        Func<string, IrMethod> methods, TransformOptions options, LaneWidth width)
    {
        var widened = new WidenedCores(helpers, methods, width);
        widened.Add(new Request(core, form, variant));
        return WithTape(widened.Widen(options));
    }

    // The list grows while it is walked.
    private void Add(Request first)
    {
        _requests.Add(first);
        for (int i = 0; i < _requests.Count; i++)
        {
            foreach (var call in OpShape.AllOps(_requests[i].Core.Body).OfType<CallOp>())
            {
                var key = (call.Callee, Kind: Cores.KindOf(call.Kind), call.Variant);
                if (FormOf(call) is { } form && _requested.Add(key))
                    _requests.Add(new Request(_scalar[key], form, NameOf(call.Variant)));
            }
        }
    }

    private List<CoreFunction> Widen(TransformOptions options)
    {
        var shared = new WideningFacts.SharedBlocks();
        var facts = _requests.Select(one => new WideningFacts(one.Core, one.Form, _width, FormOf, shared, OwnerOf(one.Core))).ToList();
        WideningFacts.Solve(shared, facts);
        return _requests.Select((one, i) =>
        {
            var widened = Widening.Run(one.Core, one.Form, facts[i], one.Variant, call => FormOf(call) is { } form ? (form, NameOf(call.Variant)) : null);
            var body = _width.IsSets ? Optimizer.RunOnSets(widened.Body, options) : Optimizer.RunOnLanes(widened.Body, options);
            return widened with { Body = body, UsesTape = one.Core.UsesTape || ReverseTransform.NeedsTape(body) };
        }).ToList();
    }

    // The halves of a split method, or what is derived from them, leave and take the same blocks.
    private static string OwnerOf(CoreFunction core) => s_activeFlags.Replace(
        (core.Kind is CoreKind.Forward or CoreKind.Pullback ? core.Callee + "|Split|" : $"{core.Callee}|{core.Kind}|")
            .Replace($"|{CoreKind.Forward}|", "|Split|").Replace($"|{CoreKind.Pullback}|", "|Split|"),
        $"|{CoreKind.Jvp}|");

    // Derived more than once, the halves differ in what is active, since they differ in their parameters.
    private static readonly Regex s_activeFlags = new($@"\|{CoreKind.Jvp}\|[01_]+", RegexOptions.CultureInvariant);

    private WideningForm? FormOf(CallOp call) => call.Kind switch
    {
        CallKind.Jvp => FormOfJvp(call.Callee, call.Arguments.Length, call.Results.Length),
        CallKind.Forward => new(Flags(call.Arguments.Length, call.Arguments.Length), Flags(call.Results.Length, call.Results.Length)),
        CallKind.Pullback => new(Flags(call.Arguments.Length, call.Variant.Count(VariantLetters.IsGiven)), Flags(call.Results.Length, 0)),
        _ => null,
    };

    private string NameOf(string variant) => $"{variant}|x{_width.Count}";

    // Primal leaves, then tangents; primal results, then tangents.
    private WideningForm FormOfJvp(string callee, int parameters, int results)
    {
        var method = _methods(callee);
        return new(Flags(parameters, method.Parameters.Length), Flags(results, AbiLeaves.OfResults(method.Signature).Length));
    }

    private static EquatableArray<bool> Flags(int count, int primal) => Enumerable.Range(0, count).Select(i => i >= primal).ToEquatableArray();

    // A core that calls one with a tape hands its own on.
    private static List<CoreFunction> WithTape(List<CoreFunction> cores)
    {
        var taped = new HashSet<(string, CoreKind, string)>();
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int i = 0; i < cores.Count; i++)
            {
                bool uses = cores[i].UsesTape || OpShape.AllOps(cores[i].Body).Any(op => op is CallOp call && taped.Contains((call.Callee, Cores.KindOf(call.Kind), call.Variant)));
                changed |= uses && taped.Add((cores[i].Callee, cores[i].Kind, cores[i].Variant));
                cores[i] = cores[i] with { UsesTape = uses };
            }
        }
        return cores;
    }
}
