using System;

namespace DiffGen.Generator.Optimization.Lanes;

/// <summary>Why the iterations of a loop cannot run side by side; the loop then stays as it is.</summary>
internal sealed class NoLanesException(string reason) : Exception(reason);
