using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.CustomRules;

/// <summary>
/// A member that is called by the dynamic type of its receiver: its companions are dispatched in the same way, and so serve as its rule. Overrides may not
/// write to their receiver, so that reverse mode finds it as the primal did.
/// </summary>
internal static class DispatchRule
{
    /// <summary>The method with that rule, or null if its signature cannot be handed on.</summary>
    public static IrMethod? Of(IMethodSymbol method, SemanticModelCache models)
    {
        if (method.IsGenericMethod || SignatureBuilder.OfCallee(method, models, out _, isDispatched: true) is not { } signature)
            return null;
        IMethodSymbol root = DynamicDispatch.Root(method, models.Known);
        AttributeData? mark = root.GetAttributes().FirstOrDefault(attribute => KnownSymbols.Same(attribute.AttributeClass, models.Known.Differentiable));
        string prefix = mark?.NamedArguments.FirstOrDefault(argument => argument.Key == "Name").Value.Value as string ?? method.Name;
        int flags = mark?.ConstructorArguments is [{ Value: int given }] ? given : Abi.JvpFlag | Abi.VjpFlag;
        EquatableArray<bool> writes = AbiLeaves.OfParameters(signature)
            .Select(leaf => !signature.Parameters[leaf.Parameter].IsReceiver && leaf.Type is BufferType { Kind: not BufferKind.ReadOnlySpan }).ToEquatableArray();
        var rule = new IrRule((flags & Abi.JvpFlag) != 0 ? prefix + "Jvp" : null, (flags & Abi.VjpFlag) != 0 ? prefix + "Vjp" : null, null, null, "", writes)
        {
            IsAccessible = RuleReader.IsAccessible(method),
            Place = RuleReader.IsAccessible(method) ? null : SignatureBuilder.Place(method, models),
            Origin = RuleOrigin.Dispatch,
        };
        return RuleLowering.Callee(DerivativeOfRule.KeyOf(method, models), signature, rule);
    }
}
