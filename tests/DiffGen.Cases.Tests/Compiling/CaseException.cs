using System;

namespace DiffGen.Cases.Tests.Compiling;

/// <summary>A case does not hold what its header or the contract says.</summary>
public sealed class CaseException(string message) : Exception(message);
