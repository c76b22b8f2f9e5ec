using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DiffGen.CompilerServices;

/// <summary>Collects what a loop on several threads uses from outside it: spans, references and numbers are counted apart. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ParallelArguments
{
    private readonly ParallelJob _job;
    private int _spans;
    private int _references;
    private int _numbers;
    internal ref byte R0, R1, R2, R3, R4, R5, R6, R7, R8, R9, R10, R11, R12, R13, R14, R15, R16, R17, R18, R19, R20, R21, R22, R23;

    /// <summary>None yet.</summary>
    public ParallelArguments() => _job = ParallelJob.Rent();

    internal readonly ParallelJob Job => _job;

    /// <summary>Adds a span, whose memory the threads share.</summary>
    public void Add<T>(ReadOnlySpan<T> span)
        where T : unmanaged
    {
        ref byte first = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(span));
        _job.State.SetLength(_spans, span.Length);
        switch (_spans++)
        {
            case 0: R0 = ref first; break;
            case 1: R1 = ref first; break;
            case 2: R2 = ref first; break;
            case 3: R3 = ref first; break;
            case 4: R4 = ref first; break;
            case 5: R5 = ref first; break;
            case 6: R6 = ref first; break;
            case 7: R7 = ref first; break;
            case 8: R8 = ref first; break;
            case 9: R9 = ref first; break;
            case 10: R10 = ref first; break;
            case 11: R11 = ref first; break;
            case 12: R12 = ref first; break;
            case 13: R13 = ref first; break;
            case 14: R14 = ref first; break;
            case 15: R15 = ref first; break;
            case 16: R16 = ref first; break;
            case 17: R17 = ref first; break;
            case 18: R18 = ref first; break;
            case 19: R19 = ref first; break;
            case 20: R20 = ref first; break;
            case 21: R21 = ref first; break;
            case 22: R22 = ref first; break;
            default: R23 = ref first; break;
        }
    }

    /// <summary>Adds an array or object.</summary>
    public void AddReference(object? reference) => _job.State.SetReference(_references++, reference);

    /// <summary>Adds a number.</summary>
    public void AddDouble(double value) => _job.State.SetNumber(_numbers++, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Adds a number of single precision.</summary>
    public void AddSingle(float value) => _job.State.SetNumber(_numbers++, BitConverter.SingleToInt32Bits(value));

    /// <summary>Adds an integer.</summary>
    public void AddInteger(long value) => _job.State.SetNumber(_numbers++, value);
}
