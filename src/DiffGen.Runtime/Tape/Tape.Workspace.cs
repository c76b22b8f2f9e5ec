using System;

namespace DiffGen.CompilerServices;

/// <remarks>Workspace: memory for local arrays and their adjoints, a stack of its own beside the saved blocks.</remarks>
public sealed partial class Tape
{
    private Tape? _workspace;
    private int[] _workspaceWords = [];
    private int _workspaceCount;

    /// <summary>Where the workspace stands now, for <see cref="Release"/>.</summary>
    public int Mark() => _workspaceCount;

    /// <summary>Takes zeroed memory from the workspace; it is the caller's until <see cref="Release"/> or the tape's return.</summary>
    /// <exception cref="OverflowException"><paramref name="count"/> is negative, as for <c>new T[count]</c>.</exception>
    public Span<T> Scratch<T>(int count)
        where T : unmanaged
    {
        Span<T> block = Unset<T>(count);
        ZeroedMemory.Clear(block);
        return block;
    }

    /// <summary>Takes memory from the workspace whose contents are left over from earlier uses.</summary>
    /// <exception cref="OverflowException"><paramref name="count"/> is negative, as for <c>new T[count]</c>.</exception>
    public Span<T> Unset<T>(int count)
        where T : unmanaged
    {
        _workspace ??= new Tape();
        Span<T> block = _workspace.Push<T>(count);
        if (_workspaceCount == _workspaceWords.Length)
            Array.Resize(ref _workspaceWords, Math.Max(16, 2 * _workspaceCount));
        _workspaceWords[_workspaceCount++] = checked((int)(PayloadSize<T>(count) / sizeof(long)));
        return block;
    }

    /// <summary>Gives back all workspace taken since <paramref name="mark"/>. Saved blocks are not touched.</summary>
    public void Release(int mark)
    {
        while (_workspaceCount > mark)
            _workspace!.Pop<long>(_workspaceWords[--_workspaceCount]);
    }

    private void ResetWorkspace(long retainedBytes)
    {
        _workspaceCount = 0;
        _workspace?.Reset(retainedBytes);
    }
}
