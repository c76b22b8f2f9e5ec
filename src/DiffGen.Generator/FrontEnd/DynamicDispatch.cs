using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd;

/// <summary>Marked members that are called by the dynamic type of their receiver: of interfaces, abstract, virtual, and their overrides.</summary>
internal static class DynamicDispatch
{
    /// <summary>Which method a call runs is not known before the program runs.</summary>
    public static bool IsDynamic(IMethodSymbol method) =>
        !method.IsStatic && method.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Interface, IsSealed: false } && (method.IsAbstract || method.IsVirtual || (method.IsOverride && !method.IsSealed));

    /// <summary>The marked method that declares what this one overrides or implements; the method itself where it overrides none.</summary>
    public static IMethodSymbol Root(IMethodSymbol method, KnownSymbols known)
    {
        if (method.OverriddenMethod is { } overridden && known.IsMarkedMethod(overridden))
            return Root(overridden, known);
        if (method.IsStatic || method.ContainingType.TypeKind != TypeKind.Class)
            return method;
        return Implemented(method).FirstOrDefault(known.IsMarkedMethod) ?? method;
    }

    /// <summary>The marked members that a method overrides or implements.</summary>
    public static IEnumerable<IMethodSymbol> Declarations(IMethodSymbol method, KnownSymbols known) =>
        (method.OverriddenMethod is { } overridden ? Implemented(method).Prepend(overridden) : Implemented(method)).Where(known.IsMarkedMethod);

    public static Dispatch Kind(IMethodSymbol method, KnownSymbols known) => method switch
    {
        { IsStatic: true } or { ContainingType.TypeKind: not (TypeKind.Class or TypeKind.Interface) } => Dispatch.None,
        { ContainingType.TypeKind: TypeKind.Interface } => Dispatch.Interface,
        { OverriddenMethod: { } overridden } when known.IsMarkedMethod(overridden) => Dispatch.Override,
        { IsAbstract: true } => Dispatch.Abstract,
        { IsVirtual: true } when !method.ContainingType.IsSealed => Dispatch.Virtual,
        _ => Dispatch.None,
    };

    /// <summary>As what a companion takes the derivative of the receiver; null where nothing is dispatched.</summary>
    public static DeclaredReceiver? Receiver(IMethodSymbol method, SemanticModelCache models)
    {
        KnownSymbols known = models.Known;
        if (method.IsStatic || method.ContainingType.TypeKind is not (TypeKind.Class or TypeKind.Interface) || !IsDispatched(method, known))
            return null;
        IMethodSymbol root = Root(method, known);
        bool isFirst = KnownSymbols.Same(method.ContainingType.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(member => known.IsMarkedMethod(member) && IsDispatched(member, known)), method);
        return new DeclaredReceiver(CSharpText.Type(root.ContainingType), SignatureBuilder.ReceiverName(root), isFirst && method.ContainingType.TypeKind == TypeKind.Class,
            method.OverriddenMethod is { } overridden && known.IsMarkedMethod(overridden) ? models.Key(overridden) : "");
    }

    /// <summary>Objects of the type may be of a class that is known only at run time, and have marked members that are called on them.</summary>
    public static bool IsOpen(INamedTypeSymbol type, KnownSymbols known)
    {
        if (type.TypeKind == TypeKind.Interface)
            return !type.DeclaringSyntaxReferences.IsEmpty && type.AllInterfaces.Prepend(type).Any(declaring => HasDynamicMember(declaring, known));
        if (type.TypeKind != TypeKind.Class || type.IsSealed || type.IsStatic)
            return false;
        for (INamedTypeSymbol? current = type; current is not null && !current.DeclaringSyntaxReferences.IsEmpty; current = current.BaseType)
        {
            if (HasDynamicMember(current, known))
                return true;
        }
        return false;
    }

    private static bool HasDynamicMember(INamedTypeSymbol type, KnownSymbols known) =>
        type.GetMembers().OfType<IMethodSymbol>().Any(method => IsDynamic(method) && known.IsMarkedMethod(method));

    private static bool IsDispatched(IMethodSymbol method, KnownSymbols known) => Kind(method, known) != Dispatch.None || !KnownSymbols.Same(Root(method, known), method);

    private static IEnumerable<IMethodSymbol> Implemented(IMethodSymbol method) =>
        from declaring in method.ContainingType.AllInterfaces
        from member in declaring.GetMembers(method.Name).OfType<IMethodSymbol>()
        where SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)
        select member;
}
