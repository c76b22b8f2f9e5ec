using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>Numbers the contents of memory: two loads of one element give the same if its class has the same version at both.</summary>
internal sealed class MemoryVersions
{
    private readonly AliasClasses? _classes;
    private readonly Dictionary<int, int> _versions = new();
    private int _everything;
    private int _next;

    public MemoryVersions(Region root)
    {
        // References that pass through mutable locals or the tape come back from anywhere: then all memory counts as one class.
        bool hidden = OpShape.AllOps(root).Any(op => op is GetSlotOp { Result.Type: BufferType } or TapePopOp { Result.Type: BufferType { Element: BufferType } });
        _classes = hidden ? null : new AliasClasses([], root);
    }

    public int Of(IrValue reference) => _versions.TryGetValue(ClassOf(reference), out int version) ? System.Math.Max(version, _everything) : _everything;

    /// <summary>Notes what an operation without regions can write.</summary>
    public void After(Op op)
    {
        switch (op)
        {
            case StoreOp o:
                Write(o.Buffer);
                break;
            case AccumulateOp o:
                Write(o.Buffer);
                break;
            case LaneScatterOp o:
                Write(o.Buffer);
                break;
            case LaneStoreOp o:
                Write(o.Buffer);
                break;
            case FillOp { Buffer.Type: not BufferType { IsObject: true } } o:
                Write(o.Buffer);
                break;
            case FillOp:
                _everything = ++_next;
                break;
            case CopyOp o:
                Write(o.Destination);
                break;
            case CallOp or ForeignOp { IsPure: false } or TapePushOp or TapePopOp or ScratchReleaseOp:
                _everything = ++_next;
                break;
        }
    }

    /// <summary>Notes what a structured operation can write, whichever way it goes and however often.</summary>
    public void Written(Op structured)
    {
        foreach (var region in OpShape.Regions(structured))
        {
            foreach (var op in OpShape.AllOps(region))
                After(op);
        }
    }

    public (Dictionary<int, int> Versions, int Everything) Snapshot() => (new(_versions), _everything);

    public void Restore((Dictionary<int, int> Versions, int Everything) snapshot)
    {
        _versions.Clear();
        foreach (var pair in snapshot.Versions)
            _versions[pair.Key] = pair.Value;
        _everything = snapshot.Everything;
    }

    private void Write(IrValue reference) => _versions[ClassOf(reference)] = ++_next;

    private int ClassOf(IrValue reference) => _classes?.ClassOf(reference) ?? 0;
}
