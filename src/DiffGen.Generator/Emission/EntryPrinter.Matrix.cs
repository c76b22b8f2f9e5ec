using System;
using System.Linq;
using DiffGen.Generator.Differentiation;

namespace DiffGen.Generator.Emission;

// Companions that run their cores once per pass and put a matrix together.
internal sealed partial class EntryPrinter
{
    /// <param name="nameOf">The method that holds a core.</param>
    public void PrintJacobian(Companion companion, JacobianCores cores, Func<CoreFunction, string> nameOf)
    {
        bool delegates = companion.IsFreshArray && JacobianEntry.RowsAreKnownOnEntry(cores.Shape);
        delegates |= companion.IsFreshSparse;
        Open(companion, delegates ? [] : JacobianEntry.Notes(_signature, companion, cores), delegates);
        EntryNames names = Names(companion);
        var entry = new JacobianEntry(_writer, _signature, _request, companion, cores, _structs, names, nameOf, [.. _writtenParameters.OrderBy(i => i)]);
        if (companion.IsFreshSparse)
            entry.PrintDelegatingSparse();
        else if (delegates)
            entry.PrintDelegating();
        else
            entry.Print();
        _writer.Close();
    }
}
