using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Reflection;

namespace Digits;

/// <summary>Images of handwritten digits (28 x 28 bytes each) and what they show.</summary>
internal sealed class DigitSet(byte[] images, byte[] labels)
{
    public const int Pixels = 28 * 28;

    public byte[] Images { get; } = images;

    public byte[] Labels { get; } = labels;

    public int Count => Labels.Length;

    /// <summary>A part of the set that travels with the program.</summary>
    public static DigitSet Embedded(string name)
        => new(ReadImages(Resource(name + "-images-idx3-ubyte.gz")), ReadLabels(Resource(name + "-labels-idx1-ubyte.gz")));

    /// <summary>The whole set, unpacked in a directory.</summary>
    public static DigitSet FromDirectory(string directory, string name)
        => new(ReadImages(File.ReadAllBytes(Path.Combine(directory, name + "-images-idx3-ubyte"))),
            ReadLabels(File.ReadAllBytes(Path.Combine(directory, name + "-labels-idx1-ubyte"))));

    /// <summary>The images and labels at the given places, copied into a batch.</summary>
    public void CopyBatch(ReadOnlySpan<int> places, byte[] images, byte[] labels)
    {
        for (int i = 0; i < places.Length; i++)
        {
            Images.AsSpan(places[i] * Pixels, Pixels).CopyTo(images.AsSpan(i * Pixels));
            labels[i] = Labels[places[i]];
        }
    }

    private static byte[] Resource(string name)
    {
        using Stream packed = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"The program lacks its data {name}.");
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unpacked.CopyTo(bytes);
        return bytes.ToArray();
    }

    // The idx format: a magic number, the sizes as big-endian integers, then the bytes.
    private static byte[] ReadImages(byte[] file)
    {
        int count = Header(file, magic: 0x803, offset: 16);
        int rows = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(8));
        int columns = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(12));
        if (rows * columns != Pixels || file.Length != 16 + count * Pixels)
            throw new InvalidDataException("The images are not 28 by 28, or some are missing.");
        return file[16..];
    }

    private static byte[] ReadLabels(byte[] file)
    {
        int count = Header(file, magic: 0x801, offset: 8);
        if (file.Length != 8 + count)
            throw new InvalidDataException("Some labels are missing.");
        return file[8..];
    }

    private static int Header(byte[] file, int magic, int offset)
    {
        if (file.Length < offset || BinaryPrimitives.ReadInt32BigEndian(file) != magic)
            throw new InvalidDataException("This is no idx file.");
        return BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(4));
    }
}
