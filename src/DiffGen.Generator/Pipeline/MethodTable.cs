using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Pipeline;

/// <summary>All marked methods of a compilation, by key and by containing type.</summary>
internal sealed class MethodTable
{
    private readonly Dictionary<string, LoweredMethod> _byKey = new(StringComparer.Ordinal);
    private readonly ILookup<string, LoweredMethod> _byType;
    private readonly ConcurrentDictionary<string, CompanionClashes> _companions = new(StringComparer.Ordinal);

    public MethodTable(ImmutableArray<LoweredMethod> methods)
    {
        foreach (LoweredMethod method in methods)
        {
            _byKey[method.Key] = method;
            foreach (LoweredMethod instance in method.Instances)
                _byKey[instance.Key] = instance;
        }
        _byType = _byKey.Values.OrderBy(m => m.Key, StringComparer.Ordinal).ToLookup(m => TypeOf(m.Key), StringComparer.Ordinal);
    }

    /// <summary>The unit of a method that companions can be generated for, else null.</summary>
    public IrUnit? Unit(LoweredMethod method) =>
        method.Method is null or { Signature.Requests.IsEmpty: true } || Clashes(method).Any() || !HasOverridden(method.Method) ? null
        : method.Choices.IsEmpty ? CallGraph.Unit(method, Find)
        : Generic(method);

    private IrUnit? Generic(LoweredMethod method)
    {
        var choices = new List<GenericChoice>();
        foreach (LoweredChoice choice in method.Choices)
        {
            if (CallGraph.Unit(choice.Root, Find) is not { } unit)
                return null;
            choices.Add(new GenericChoice(choice.Condition, choice.Suffix, unit));
        }
        return new IrUnit(method.Method!, default) { Choices = choices.ToEquatableArray() };
    }

    // Companions override only what is there.
    private bool HasOverridden(IrMethod method) =>
        method.Signature.DeclaredReceiver is not { Overridden: { Length: > 0 } key } || (Find(key) is { } overridden && Unit(overridden) is not null);

    public LoweredMethod? Find(string key) => _byKey.TryGetValue(key, out LoweredMethod? found) ? found : null;

    /// <summary>The companions of the method that clash with others' or with the user's members.</summary>
    public IEnumerable<AbiClash> Clashes(LoweredMethod method) =>
        method.Method is null ? [] : _companions.GetOrAdd(TypeOf(method.Key), type => new CompanionClashes(_byType[type])).Of(method);

    // The documentation id of a method is that of its type, a dot, its name and its parameters.
    private static string TypeOf(string key)
    {
        int parameters = key.IndexOf('(');
        int dot = key.LastIndexOf('.', parameters < 0 ? key.Length - 1 : parameters);
        return dot < 0 ? "" : key.Substring(0, dot);
    }
}
