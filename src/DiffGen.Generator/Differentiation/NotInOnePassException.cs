using System;

namespace DiffGen.Generator.Differentiation;

/// <summary>A method cannot be differentiated in one pass: see <see cref="OnePassAdjoint"/>.</summary>
internal sealed class NotInOnePassException : Exception;
