using System;

namespace DiffGen;

/// <summary>
/// The reverse sweep runs the method again in place of saving its intermediate values: only its inputs are kept. For loops
/// see <see cref="Checkpoint"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class CheckpointAttribute : Attribute;
