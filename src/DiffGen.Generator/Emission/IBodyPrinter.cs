using System;
using System.Collections.Generic;
using DiffGen.Generator.Differentiation;

namespace DiffGen.Generator.Emission;

/// <summary>Prints the body of a core function into a method that stands already.</summary>
internal interface IBodyPrinter
{
    /// <param name="parameters">The variable that holds each parameter of the core.</param>
    /// <param name="taken">Names that locals of the body must not have.</param>
    /// <param name="end">What is done with the core's results where it returns.</param>
    void Print(IndentedWriter writer, CoreFunction core, IReadOnlyList<string> parameters, IEnumerable<string> taken, Func<IReadOnlyList<string>, EntryEnd> end);
}
