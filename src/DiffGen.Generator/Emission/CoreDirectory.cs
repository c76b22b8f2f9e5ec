using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>The methods and cores of a file: their names, and how calls of them are written.</summary>
internal sealed class CoreDirectory
{
    private readonly IrSignature _root;
    private readonly string _tag;
    private readonly Dictionary<string, IrMethod> _methods;
    private readonly Dictionary<(string Callee, CoreKind Kind, string Variant), CoreFunction> _cores = [];
    private readonly HashSet<(string Callee, CoreKind Kind, string Variant)> _called = [];

    /// <param name="flavour">Tells cores apart that are made of the same methods in different ways.</param>
    public CoreDirectory(IrUnit unit, string flavour = "")
    {
        _root = unit.Root.Signature;
        _tag = _root.HintName + flavour;
        _methods = unit.Callees.ToDictionary(method => method.Key, StringComparer.Ordinal);
        _methods[unit.Root.Key] = unit.Root;
        foreach (IrMethod method in unit.Callees.SelectMany(RuleMethods.All))
            _methods[method.Key] = method;
    }

    public IrMethod Method(string key) => _methods[key];

    /// <summary>A method of the type that holds a method's cores: its own, unless all that they call can be called from anywhere.</summary>
    public IrSignature PlaceOf(string key)
    {
        IrMethod method = Method(key);
        return method.Rule is { IsAccessible: true } ? _root : method.Rule?.Place ?? method.Signature;
    }

    /// <summary>Makes the cores of one more request known, so that calls of them can be written.</summary>
    public void Register(Cores cores)
    {
        foreach (IrMethod method in cores.Derived)
            _methods[method.Key] = method;
        IEnumerable<CoreFunction> callable = cores.Jvp is { } jvp ? cores.Helpers.Append(jvp) : cores.Helpers;
        foreach (CoreFunction core in callable)
            _cores[(core.Callee, core.Kind, core.Variant)] = core;
        foreach (CoreFunction core in callable.Concat(cores.Reverse.Select(r => r.Function)).Concat(cores.Hvp is { } hvp ? [hvp] : []).Concat(cores.Batch is { } batch ? [batch] : []))
        {
            foreach (CallOp call in OpShape.AllOps(core.Body).OfType<CallOp>().Where(c => c.Kind != CallKind.Primal || DerivedMethod.IsDerived(c.Callee)))
                _called.Add((call.Callee, Cores.KindOf(call.Kind), call.Variant));
        }
    }

    /// <summary>Some core calls this one, as those of recursive methods do.</summary>
    public bool IsCalled(CoreFunction core) => _called.Contains((core.Callee, core.Kind, core.Variant));

    /// <summary>The name of the method that holds a core: the tag keeps files and overloads apart.</summary>
    /// <param name="form">Tells cores of one method, kind and variant apart that are never called from others.</param>
    public string NameOf(CoreFunction core, string form = "") => NameOf(core.Callee, core.Kind, core.Variant + form);

    /// <summary>How generated code calls what the operation names.</summary>
    public CallTarget Resolve(CallOp call)
    {
        IrSignature signature = call.Kind == CallKind.Primal ? Method(call.Callee).Signature : PlaceOf(call.Callee);
        if (call.Kind == CallKind.Primal && !DerivedMethod.IsDerived(call.Callee))
            return new CallTarget(signature.CallExpression + signature.TypeArguments, default, signature);
        CoreKind kind = Cores.KindOf(call.Kind);
        // The parts of a loop on several threads have tapes of their own.
        bool usesTape = _cores[(call.Callee, kind, call.Variant)] is { UsesTape: true, IsChunk: false };
        string type = signature.CallExpression.Substring(0, signature.CallExpression.LastIndexOf('.') + 1);
        return new CallTarget(type + NameOf(call.Callee, kind, call.Variant), usesTape ? [CoreMethod.TapeName] : default);
    }

    private string NameOf(string callee, CoreKind kind, string variant) =>
        $"{Identifier(Method(callee).Signature.Name)}{(kind == CoreKind.Primal ? "" : kind)}_{StableHash.Of($"{_tag}|{callee}|{kind}|{variant}")}";

    private static string Identifier(string name) => string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '_'));
}
