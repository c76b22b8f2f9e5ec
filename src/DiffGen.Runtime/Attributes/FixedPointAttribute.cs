using System;

namespace DiffGen;

/// <summary>
/// The method iterates to a fixed point: its derivative is that of the point reached (implicit function theorem), not that of
/// the iterations.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class FixedPointAttribute : Attribute;
