using System;
using System.Collections.Generic;
using System.Threading;

namespace DiffGen.CompilerServices;

/// <summary>
/// The chunks that no tape holds, shared by all threads. After each full garbage collection, those that nobody has wanted
/// for <see cref="IdleMilliseconds"/> are let go; under memory pressure, all are.
/// </summary>
internal static class TapeChunkPool
{
    public const long IdleMilliseconds = 30_000;

    private static readonly Lock s_lock = new();
    private static readonly List<TapeChunk> s_chunks = [];
    private static bool s_isWatching;

    public static long IdleBytes
    {
        get
        {
            lock (s_lock)
            {
                long bytes = 0;
                foreach (TapeChunk chunk in s_chunks)
                    bytes += chunk.Capacity;
                return bytes;
            }
        }
    }

    public static TapeChunk Take(long capacity)
    {
        lock (s_lock)
        {
            for (int i = s_chunks.Count - 1; i >= 0; i--)
            {
                if (s_chunks[i].Capacity == capacity)
                {
                    TapeChunk chunk = s_chunks[i];
                    s_chunks.RemoveAt(i);
                    return chunk;
                }
            }
        }
        return new TapeChunk(capacity);
    }

    public static void Give(TapeChunk chunk)
    {
        chunk.Previous = null;
        chunk.Next = null;
        chunk.IdleSince = Environment.TickCount64;
        lock (s_lock)
        {
            s_chunks.Add(chunk);
            if (!s_isWatching)
            {
                s_isWatching = true;
                _ = new CollectionWatch();
            }
        }
    }

    public static void Trim(long now)
    {
        lock (s_lock)
            s_chunks.RemoveAll(chunk => now - chunk.IdleSince >= IdleMilliseconds);
    }

    /// <summary>Finalised, and revived, once per garbage collection: in the long run per full one.</summary>
    private sealed class CollectionWatch
    {
        ~CollectionWatch()
        {
            GCMemoryInfo memory = GC.GetGCMemoryInfo();
            bool isUnderPressure = memory.MemoryLoadBytes >= memory.HighMemoryLoadThresholdBytes;
            Trim(isUnderPressure ? long.MaxValue : Environment.TickCount64);
            GC.ReRegisterForFinalize(this);
        }
    }
}
