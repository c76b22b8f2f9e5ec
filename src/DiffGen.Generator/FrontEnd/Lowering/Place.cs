using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Something that can be read and assigned, its receiver and indices evaluated already.</summary>
internal abstract record Place(TypeShape Shape);

/// <summary>A variable or a part of it.</summary>
internal sealed record SlotPlace(TypeShape Shape, int FirstSlot) : Place(Shape);

/// <summary>An element of a buffer or a part of it.</summary>
internal sealed record ElementPlace(TypeShape Shape, IrValue Buffer, EquatableArray<IrValue> Indices, EquatableArray<string> Path) : Place(Shape);

/// <summary>A marked property or indexer with accessors of its own: reading and assigning are calls.</summary>
internal sealed record PropertyPlace(TypeShape Shape, Place Receiver, EquatableArray<EquatableArray<IrValue>> Indices, IPropertyReferenceOperation Reference) : Place(Shape);

/// <summary>A value that has no place of its own, such as the argument of an <c>in</c> parameter; writes go nowhere.</summary>
internal sealed record TemporaryPlace(TypeShape Shape, EquatableArray<IrValue> Leaves) : Place(Shape);

/// <summary>Some of the leaves of a place, which are read and written with the whole.</summary>
/// <param name="First">The number of the first leaf, where there are no indices.</param>
/// <param name="Indices">What an indexer is given at run time.</param>
internal sealed record PartPlace(TypeShape Shape, Place Whole, int First, EquatableArray<IrValue> Indices) : Place(Shape);
