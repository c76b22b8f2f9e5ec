using DiffGen.Generator.Common;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>What a local, a parameter or <c>this</c> stands for.</summary>
internal abstract record Variable(string Name, TypeShape Shape);

/// <summary>A variable with a slot for each leaf, from <paramref name="FirstSlot"/> on.</summary>
internal sealed record StoredVariable(string Name, TypeShape Shape, int FirstSlot) : Variable(Name, Shape);

/// <summary>A <c>ref</c> local to an element of a buffer. Its slots hold the buffer and the indices, so that it can be carried and merged like any value.</summary>
internal sealed record ElementReference(string Name, TypeShape Shape, int FirstSlot, int IndexCount, EquatableArray<string> Path) : Variable(Name, Shape);

/// <summary>A <c>ref</c> local to another variable or a part of it.</summary>
internal sealed record VariableReference(string Name, TypeShape Shape, SlotPlace Target) : Variable(Name, Shape);

/// <summary>A delegate whose function is known.</summary>
internal sealed record FunctionVariable(string Name, TypeShape Shape, FunctionValue Function) : Variable(Name, Shape);
