using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DiffGen.Generator.FrontEnd.Companions;
using DiffGen.Generator.FrontEnd.CustomRules;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd;

/// <summary>What is computed once per compilation: the semantic model of each file, known symbols and mapped types.</summary>
internal sealed class SemanticModelCache
{
    private static readonly ConditionalWeakTable<Compilation, SemanticModelCache> Caches = new();

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<ISymbol, bool> _writesReceiver = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, string> _keys = new(SymbolEqualityComparer.Default);

    private SemanticModelCache(Compilation compilation)
    {
        Compilation = compilation;
        Known = new KnownSymbols(compilation);
        Types = new TypeMapper(Known);
        Companions = new CompanionIndex(this);
        Rules = new RuleIndex(this);
    }

    public Compilation Compilation { get; }

    public KnownSymbols Known { get; }

    public TypeMapper Types { get; }

    public CompanionIndex Companions { get; }

    public RuleIndex Rules { get; }

    public static SemanticModelCache For(Compilation compilation) => Caches.GetValue(compilation, static c => new SemanticModelCache(c));

    /// <summary>Uses a model that exists already, whose bound methods need not be bound again.</summary>
    public void Add(SemanticModel model) => _models.TryAdd(model.SyntaxTree, model);

    public SemanticModel Model(SyntaxTree tree) => _models.GetOrAdd(tree, t => Compilation.GetSemanticModel(t));

    /// <summary>The representation of a parameter; one of an unsupported type, which is held constant, is handed on as it is.</summary>
    public TypeShape ParameterShape(IParameterSymbol parameter) =>
        Types.Map(parameter.Type) ?? new TypeShape(parameter.Type, new Ir.OpaqueType(CSharpText.Type(parameter.Type)));

    /// <summary>
    /// Whether an instance method of a struct may change its receiver: then it is lowered with <c>this</c> as a <c>ref</c> parameter.
    /// </summary>
    public bool WritesReceiver(IMethodSymbol method)
    {
        if (method.IsReadOnly || method.ContainingType.IsReadOnly || !method.ContainingType.IsValueType)
            return false;
        return _writesReceiver.GetOrAdd(method.OriginalDefinition, _ =>
            MethodBody.Get(method.PartialImplementationPart ?? method, this) is not { } body || WriteScan.Of(body).Writes(method.ContainingType.OriginalDefinition));
    }

    /// <summary>The stable identity of a method: see <see cref="Ir.IrMethod.Key"/>.</summary>
    public string Key(IMethodSymbol method) =>
        _keys.GetOrAdd(method, static m => LocalFunctions.IsTopLevel((IMethodSymbol)m) ? LocalFunctions.Key((IMethodSymbol)m) : Generics.InstanceKey.Of((IMethodSymbol)m));
}
