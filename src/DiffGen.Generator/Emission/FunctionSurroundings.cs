using System;
using System.Collections.Generic;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>What a printed function shares with its neighbours in the generated file.</summary>
/// <param name="ResolveCall">Finds what a call calls.</param>
/// <param name="Accessors">Collects members that the code needs beside it.</param>
/// <param name="ReservedNames">Names that no local may hide: members called by their simple name.</param>
/// <param name="ProjectIsChecked">The compilation's default for integer arithmetic.</param>
internal sealed record FunctionSurroundings(Func<CallOp, CallTarget> ResolveCall, FieldAccessors Accessors, IReadOnlyList<string> ReservedNames, bool ProjectIsChecked);
