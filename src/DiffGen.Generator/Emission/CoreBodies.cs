using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;

namespace DiffGen.Generator.Emission;

/// <summary>Prints the bodies of core functions, in methods of their own or in companions.</summary>
internal sealed class CoreBodies(FunctionSurroundings surroundings) : IBodyPrinter
{
    public void Print(IndentedWriter writer, CoreFunction core, IReadOnlyList<string> parameters, IEnumerable<string> taken, Func<IReadOnlyList<string>, EntryEnd> end)
    {
        BodyParameter[] bound = [.. core.Parameters.Select((p, i) => new BodyParameter(p, parameters[i], IsVariable(parameters[i]) && parameters.Count(e => e == parameters[i]) == 1))];
        BodyPrinter.Print(core.Body, new BodyContext
        {
            Parameters = bound,
            FormatReturn = end,
            Names = new NameAllocator(surroundings.ReservedNames.Concat(taken)),
            ResolveCall = surroundings.ResolveCall,
            Accessors = surroundings.Accessors,
            Tape = core.UsesTape ? CoreMethod.TapeName : null,
            ProjectIsChecked = surroundings.ProjectIsChecked,
        }, writer);
    }

    // Not a literal, nor a field of something.
    private static bool IsVariable(string expression) =>
        expression != "this" && (char.IsLetter(expression[0]) || expression[0] is '_' or '@') && expression.Skip(1).All(c => char.IsLetterOrDigit(c) || c == '_');
}
