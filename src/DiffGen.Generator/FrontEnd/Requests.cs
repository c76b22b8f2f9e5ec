using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DiffGen.Generator.FrontEnd;

/// <summary>Reads the <c>[Differentiable]</c> attributes of a method.</summary>
internal static class Requests
{
    private const int Jvp = 1, Vjp = 2, Gradient = 4;

    private static readonly (int Flag, string Name)[] Unsupported =
        [(4096, "PerSample"), (8192, "GgnVp")];

    private static readonly (int Flag, string Name)[] Others =
        [(8, "Pullback"), (16, "Jacobian"), (32, "Hessian"), (64, "Hvp"), (256, "HessianDiagonal"), (512, "SparseJacobian"), (1024, "SparseHessian"), (2048, "Taylor")];

    private static readonly (int Flag, string Name)[] OfScalars = [(Gradient, "Gradient"), (32, "Hessian"), (64, "Hvp"), (128, "Batch"), (256, "HessianDiagonal"), (1024, "SparseHessian"), (2048, "Taylor")];

    public static EquatableArray<DifferentiableRequest> Read(IMethodSymbol method, SemanticModelCache models, ImmutableArray<bool> carries, IrType? returnType,
        bool returnNoDerivative, List<Finding> findings)
    {
        var requests = new List<DifferentiableRequest>();
        foreach (AttributeData attribute in models.Known.MarkOf(method).GetAttributes())
        {
            if (KnownSymbols.Same(attribute.AttributeClass, models.Known.Differentiable))
                requests.Add(WithTape(Read(attribute, method, carries, returnType is { IsFloat: true } && !returnNoDerivative, requests, findings), method, models));
        }
        return requests.ToEquatableArray();
    }

    /// <summary>What the names of companions begin with: that of the property for an accessor, and without the interface for its explicit implementation.</summary>
    public static string Prefix(IMethodSymbol method)
    {
        string name = ((ExtensionMembers.Declared(method) ?? method).AssociatedSymbol as IPropertySymbol)?.MetadataName ?? method.Name;
        return name.Substring(name.LastIndexOf('.') + 1);
    }

    private static DifferentiableRequest WithTape(DifferentiableRequest request, IMethodSymbol method, SemanticModelCache models) =>
        (request.Derivatives & Differentiation.Abi.PullbackFlag) == 0 ? request : request with { TapeSuffix = TapeNames.Suffix(method, request.NamePrefix, models.Known) };

    /// <summary>The names that the attributes of a marked member give to its companions.</summary>
    public static IEnumerable<string> Names(ISymbol member, KnownSymbols known) =>
        from attribute in member.GetAttributes()
        where KnownSymbols.Same(attribute.AttributeClass, known.Differentiable)
        from argument in attribute.NamedArguments
        where argument.Key == "Name" && argument.Value.Value is string
        select (string)argument.Value.Value!;

    private static DifferentiableRequest Read(AttributeData attribute, IMethodSymbol method, ImmutableArray<bool> carries, bool returnsScalar,
        List<DifferentiableRequest> others, List<Finding> findings)
    {
        Location location = attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? Location.None;
        string methodName = CSharpText.Short(method);
        void Report(string id, params string[] arguments) => findings.Add(Finding.At(id, location, arguments));

        int derivatives = Jvp | Vjp | (returnsScalar ? Gradient : 0);
        if (attribute.ConstructorArguments is [{ Value: int flags }])
        {
            derivatives = flags;
            foreach ((int flag, string name) in Unsupported)
            {
                if ((flags & flag) != 0)
                    Report(DiagnosticIds.DerivativeKindNotSupported, name);
            }
            // The default, spelled out, asks for no gradient where there is none.
            foreach ((int flag, string name) in OfScalars)
            {
                if ((flags & flag) != 0 && !returnsScalar)
                    Report(DiagnosticIds.GradientOfNonScalar, methodName, CSharpText.Short(method.ReturnType), name);
            }
        }
        string prefix = Prefix(method);
        ImmutableArray<int> active = [.. Enumerable.Range(0, carries.Length).Where(i => carries[i])];
        bool hasWrt = false, detectAnomaly = false, parallel = false;
        bool? fast = null;
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            switch (argument.Key)
            {
                case "Wrt" when !argument.Value.IsNull:
                    hasWrt = true;
                    active = ReadWrt(argument.Value.Values, method, carries, Report);
                    break;
                case "Name" when argument.Value.Value is string name:
                    prefix = name;
                    if (!SyntaxFacts.IsValidIdentifier(name))
                        Report(DiagnosticIds.CompanionName, name, "is no identifier", methodName);
                    break;
                case "FloatingPoint":
                    fast = argument.Value.Value is 1;
                    break;
                case "DetectAnomaly":
                    detectAnomaly = argument.Value.Value is true;
                    break;
                case "Parallel":
                    parallel = argument.Value.Value is true;
                    break;
                case "Profile" when argument.Value.Value is true:
                    Report(DiagnosticIds.OptionNotSupported, argument.Key);
                    break;
            }
        }
        if (others.Any(other => other.NamePrefix == prefix))
            Report(DiagnosticIds.CompanionName, prefix, "is used twice", methodName);
        if (active.IsEmpty && !hasWrt)
            Report(DiagnosticIds.NothingActive, methodName);
        return new DifferentiableRequest(prefix, derivatives, active.ToEquatableArray(), fast, Parallel: parallel, DetectAnomaly: detectAnomaly, Profile: false);
    }

    /// <summary>Derivatives of other kinds have no place for what objects hold.</summary>
    public static void RefuseObjects(IMethodSymbol method, SemanticModelCache models, EquatableArray<DifferentiableRequest> requests, List<Finding> findings)
    {
        AttributeData? attribute = method.GetAttributes().FirstOrDefault(candidate => KnownSymbols.Same(candidate.AttributeClass, models.Known.Differentiable));
        Location location = attribute?.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? Location.None;
        int flags = requests.Aggregate(0, (all, request) => all | request.Derivatives) & ~(Jvp | Vjp | Gradient);
        foreach ((int flag, string name) in Others.Where(other => (flags & other.Flag) != 0))
            findings.Add(Finding.At(DiagnosticIds.DerivativeOfObjects, location, name, CSharpText.Short(method)));
    }

    private static ImmutableArray<int> ReadWrt(ImmutableArray<TypedConstant> names, IMethodSymbol method, ImmutableArray<bool> carries, System.Action<string, string[]> report)
    {
        var active = new SortedSet<int>();
        foreach (TypedConstant constant in names)
        {
            string name = constant.Value as string ?? "";
            IParameterSymbol? parameter = method.Parameters.FirstOrDefault(candidate => candidate.Name == name);
            bool isReceiver = parameter is null && method.HasReceiver() && (name == "this" || name == method.ContainingType.Name);
            if (isReceiver && carries[method.Parameters.Length])
                active.Add(method.Parameters.Length);
            else if (isReceiver)
                report(DiagnosticIds.WrtInactive, [name, CSharpText.Short(method.ContainingType)]);
            else if (parameter is null)
                report(DiagnosticIds.WrtUnknown, [name, CSharpText.Short(method), string.Join(", ", method.Parameters.Select(candidate => candidate.Name))]);
            else if (!carries[parameter.Ordinal])
                report(DiagnosticIds.WrtInactive, [name, CSharpText.Short(parameter.Type)]);
            else
                active.Add(parameter.Ordinal);
        }
        // An out parameter is a result: it has a derivative by whatever is active.
        active.UnionWith(method.Parameters.Where(parameter => parameter.RefKind == RefKind.Out && carries[parameter.Ordinal]).Select(parameter => parameter.Ordinal));
        if (names.IsEmpty)
            report(DiagnosticIds.NothingActive, [CSharpText.Short(method)]);
        return [.. active];
    }
}
