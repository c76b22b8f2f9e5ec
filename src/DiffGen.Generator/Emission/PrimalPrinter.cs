using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>Prints a lowered method as a method again, under the same declared parameters: it computes the same bits.</summary>
internal static class PrimalPrinter
{
    public static void Print(IrMethod method, string header, string name, FunctionSurroundings surroundings, IndentedWriter writer)
    {
        IrSignature signature = method.Signature;
        var structs = new StructPrinter(surroundings.Accessors);
        var names = new NameAllocator(surroundings.ReservedNames.Concat(signature.Parameters.Select(p => p.Name)));
        var function = new NameAllocator.Scope(null);
        writer.Line($"{header} {signature.ReturnCSharpType} {name}({string.Join(", ", signature.Parameters.Select(Declaration))})");
        writer.Open();
        var bound = new List<BodyParameter>();
        int next = 0;
        foreach (IrParameter parameter in signature.Parameters.Where(p => p.Mode != ParameterMode.Out))
        {
            string parameterName = AbiNames.Escape(parameter.Name);
            foreach (EquatableArray<string> path in StructPrinter.Leaves(parameter.Type))
            {
                IrValue leaf = method.Parameters[next++];
                string expression = structs.Read(parameterName, parameter.Type, path);
                bool isPlain = path.IsEmpty && parameter.Mode == ParameterMode.Value;
                if (parameter.Mode == ParameterMode.Ref)
                {
                    // The variable gets its new value at the end; until then the code works on a copy.
                    string local = names.Take(leaf.Name.Length > 0 ? leaf.Name : parameter.Name, function);
                    writer.Line($"{AbiTypes.TextOf(leaf.Type)} {local} = {expression};");
                    expression = local;
                    isPlain = true;
                }
                bound.Add(new BodyParameter(leaf, expression, isPlain));
            }
        }
        BodyPrinter.Print(method.Body, new BodyContext
        {
            Parameters = bound,
            FormatReturn = values => Return(signature, structs, values),
            Names = names,
            ResolveCall = surroundings.ResolveCall,
            Accessors = surroundings.Accessors,
            ProjectIsChecked = surroundings.ProjectIsChecked,
        }, writer);
        writer.Close();
    }

    private static string Declaration(IrParameter parameter)
    {
        string modifier = parameter.Mode switch
        {
            ParameterMode.In => "in ",
            ParameterMode.Ref => "ref ",
            ParameterMode.Out => "out ",
            _ => "",
        };
        return $"{(parameter.IsScoped ? "scoped " : "")}{modifier}{parameter.CSharpType} {AbiNames.Escape(parameter.Name)}";
    }

    private static EntryEnd Return(IrSignature signature, StructPrinter structs, IReadOnlyList<string> values)
    {
        int next = 0;
        string? result = signature.ReturnType is { } type ? Build(type) : null;
        string[] assignments = [.. signature.Parameters.Where(p => p.Mode is ParameterMode.Ref or ParameterMode.Out)
            .Select(p => $"{AbiNames.Escape(p.Name)} = {Build(p.Type)};")];
        return new EntryEnd(new EquatableArray<string>(assignments), result);

        string Build(IrType type)
        {
            int count = StructPrinter.Leaves(type).Count();
            string[] leaves = [.. values.Skip(next).Take(count)];
            next += count;
            return structs.Construct(type, leaves);
        }
    }
}
