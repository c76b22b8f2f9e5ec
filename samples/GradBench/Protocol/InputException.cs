using System;

namespace GradBench.Protocol;

/// <summary>An input that is not what a function takes; the message says what was found where, and what is expected.</summary>
public sealed class InputException(string message) : Exception(message);
