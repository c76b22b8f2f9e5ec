using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.Generics;

/// <summary>The face of the companions of a generic method: that of an instance, with the type parameters in the place of its type arguments.</summary>
internal static class GenericSignature
{
    private static readonly (int Flag, string Name)[] Unsupported =
        [(8, "Pullback"), (16, "Jacobian"), (32, "Hessian"), (128, "Batch"), (256, "HessianDiagonal"), (512, "SparseJacobian"), (1024, "SparseHessian"), (2048, "Taylor")];

    public static IrSignature Of(IMethodSymbol definition, IrSignature instance, SemanticModelCache models)
    {
        TypeMapper types = models.Types.ForParameters();
        IrParameter Parameter(IrParameter parameter, int i) => i >= definition.Parameters.Length ? parameter : parameter with
        {
            CSharpType = CSharpText.Type(definition.Parameters[i].Type),
            Type = types.Map(definition.Parameters[i].Type)?.Type ?? parameter.Type,
        };
        return instance with
        {
            Parameters = instance.Parameters.Select(Parameter).ToEquatableArray(),
            ReturnCSharpType = definition.ReturnsVoid ? "void" : CSharpText.Type(definition.ReturnType),
            ReturnType = definition.ReturnsVoid ? null : types.Map(definition.ReturnType)?.Type ?? instance.ReturnType,
            HintName = SignatureBuilder.HintName(definition) + (definition.IsGenericMethod ? "`" + definition.Arity : ""),
            TypeArguments = "",
            TypeParameters = definition.IsGenericMethod ? $"<{string.Join(", ", definition.TypeParameters.Select(Name))}>" : "",
            Constraints = string.Concat(definition.TypeParameters.Select(Constraints)),
        };
    }

    /// <summary>C# text that holds where the type parameters stand for the arguments of the instance.</summary>
    public static string Condition(IMethodSymbol definition, IMethodSymbol instance) =>
        string.Join(" && ", TypeSubstitution.AllArguments(definition).Zip(TypeSubstitution.AllArguments(instance),
            (parameter, argument) => $"typeof({CSharpText.Type(parameter)}) == typeof({CSharpText.Type(argument)})"));

    /// <summary>Part of a name that tells instances apart.</summary>
    public static string Suffix(IMethodSymbol instance) => "Of" + string.Concat(TypeSubstitution.AllArguments(instance).Select(argument => argument.Name));

    /// <summary>Reports kinds of derivatives that generic methods have no companions for.</summary>
    public static void Check(IMethodSymbol definition, SemanticModelCache models, List<Finding> findings)
    {
        if (!definition.IsStatic || GenericMethods.Instances(definition, models.Compilation).Count == 0)
            return;
        Location location = DeclarationChecks.NameLocation(definition.DeclaringSyntaxReferences[0].GetSyntax());
        foreach (AttributeData attribute in definition.GetAttributes().Where(attribute => KnownSymbols.Same(attribute.AttributeClass, models.Known.Differentiable)))
        {
            if (attribute.ConstructorArguments is not [{ Value: int flags }])
                continue;
            foreach ((int flag, string name) in Unsupported)
            {
                if ((flags & flag) != 0)
                    findings.Add(Finding.At(DiagnosticIds.GenericMethod, location, CSharpText.Short(definition), name));
            }
        }
    }

    private static string Name(ITypeParameterSymbol parameter) => CSharpText.Identifier(parameter.Name);

    private static string Constraints(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
            constraints.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint)
            constraints.Add("struct");
        else if (parameter.HasNotNullConstraint)
            constraints.Add("notnull");
        constraints.AddRange(parameter.ConstraintTypes.Select(CSharpText.Type));
        if (parameter.HasConstructorConstraint)
            constraints.Add("new()");
        return $" where {Name(parameter)} : {string.Join(", ", constraints)}";
    }
}
