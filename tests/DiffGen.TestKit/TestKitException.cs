using System;

namespace DiffGen.TestKit;

/// <summary>A check of the test kit failed. The kit throws its own exception so that it depends on no test framework.</summary>
public sealed class TestKitException(string message) : Exception(message);
