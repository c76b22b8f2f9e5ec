using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace DiffGen.Benchmarks.Suite;

/// <summary>A Python process with PyTorch, which computes and times on request, one line to and fro; arrays pass through a file.</summary>
internal sealed class Torch : IDisposable
{
    private readonly Process _process;
    private readonly string _exchange = Path.Combine(Path.GetTempPath(), $"diffgen-torch-{Environment.ProcessId}");
    private Problem? _loaded;

    private Torch(string python)
    {
        string script = Path.Combine(AppContext.BaseDirectory, "python", "torch_twins.py");
        var start = new ProcessStartInfo(python, [script]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["OMP_NUM_THREADS"] = "1";
        _process = Process.Start(start)!;
    }

    /// <summary>The first Python that has PyTorch.</summary>
    public static Torch? Start(Action<string> tell)
    {
        if (new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(HasTorch) is { } python)
            return new(python);
        tell($"{Names.PyTorch} is not installed: its rows are left out.");
        return null;
    }

    /// <summary>Loads a problem, unless it is the one that was used last, and sends a command.</summary>
    /// <exception cref="InvalidOperationException">Python failed.</exception>
    public string Ask(Problem problem, string command)
    {
        if (_loaded != problem)
        {
            Save(problem.Inputs);
            Send(JsonSerializer.Serialize(new
            {
                objective = problem.Objective,
                file = _exchange,
                ints = problem.Inputs.Ints.Select(a => a.Length),
                reals = problem.Inputs.Reals.Select(a => a.Length),
            }));
            _loaded = problem;
        }
        return Send(command);
    }

    /// <summary>Reads the outputs that Python has just saved.</summary>
    public void Read(Buffers outputs)
    {
        using FileStream file = File.OpenRead(_exchange);
        foreach (int[] array in outputs.Ints)
            file.ReadExactly(MemoryMarshal.AsBytes(array.AsSpan()));
        foreach (double[] array in outputs.Reals)
            file.ReadExactly(MemoryMarshal.AsBytes(array.AsSpan()));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(_exchange);
    }

    private static bool HasTorch(string python)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(python, ["-c", "import torch"]) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private void Save(Buffers inputs)
    {
        using FileStream file = File.Create(_exchange);
        foreach (int[] array in inputs.Ints)
            file.Write(MemoryMarshal.AsBytes<int>(array));
        foreach (double[] array in inputs.Reals)
            file.Write(MemoryMarshal.AsBytes<double>(array));
    }

    private string Send(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        string answer = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Python has ended.");
        return answer.StartsWith("ok", StringComparison.Ordinal) ? answer[2..].Trim() : throw new InvalidOperationException(answer);
    }
}

/// <summary>A derivative by PyTorch.</summary>
internal sealed class TorchCandidate(Torch torch, Problem problem) : Candidate(Names.PyTorch, Role.Derivative)
{
    private readonly Buffers _outputs = problem.Derivative.Fresh();

    public override bool IsWarm => true;

    public override Buffers Compute()
    {
        torch.Ask(problem, "compute");
        torch.Read(_outputs);
        return _outputs;
    }

    public override double Time(int calls) => double.Parse(torch.Ask(problem, string.Create(CultureInfo.InvariantCulture, $"time {calls}")), CultureInfo.InvariantCulture);
}
