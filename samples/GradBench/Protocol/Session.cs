using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GradBench.Protocol;

/// <summary>Answers the messages of the suite's protocol, one line of JSON each.</summary>
public sealed class Session(string tool, IEnumerable<Module> modules)
{
    // Answers go to a program, not into a page: quotes in messages stay as they are.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, Module> _modules = modules.ToDictionary(module => module.Name);

    /// <summary>Whether a message could not be served.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The answer to a message: one line of JSON, always, whatever is wrong with the message.</summary>
    public ReadOnlyMemory<byte> Answer(string line)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line);
        }
        catch (JsonException exception)
        {
            return Fail(null, $"The line is not JSON: {exception.Message}");
        }
        using (document)
        {
            long? id = null;
            try
            {
                var message = new Input(document.RootElement, "message");
                id = ReadId(document.RootElement, message);
                return Answer(id.Value, message);
            }
            catch (InputException exception)
            {
                return Fail(id, exception.Message);
            }
            catch (Exception exception)
            {
                // The session outlives whatever one message sets off, memory that is not there included.
                return Fail(id, $"{exception.GetType().Name}: {exception.Message}");
            }
        }
    }

    private ReadOnlyMemory<byte> Answer(long id, Input message) => message["kind"].Text() switch
    {
        "start" => Respond(id, writer => writer.WriteString("tool", tool)),
        "define" => Define(id, message),
        "evaluate" => Evaluate(id, message),
        _ => Respond(id, _ => { }),
    };

    private ReadOnlyMemory<byte> Define(long id, Input message)
    {
        Find(message);
        return Respond(id, writer => writer.WriteBoolean("success", true));
    }

    private ReadOnlyMemory<byte> Evaluate(long id, Input message)
    {
        Input input = message["input"];
        Evaluation evaluation = Find(message).Prepare(message["function"].Text(), input);
        int leastRuns = 1;
        double leastSeconds = 0;
        if (input.IsObject)
        {
            leastRuns = input.Find("min_runs")?.Integer(1) ?? 1;
            leastSeconds = input.Find("min_seconds")?.Number() ?? 0;
        }
        List<long> times = Timer.Run(evaluation.Run, leastRuns, leastSeconds);

        // First the result: where it cannot be written, the answer is another.
        ReadOnlyMemory<byte> output = Write(evaluation.Write);
        return Respond(id, writer =>
        {
            writer.WriteBoolean("success", true);
            writer.WritePropertyName("output");
            writer.WriteRawValue(output.Span, skipInputValidation: true);
            writer.WriteStartArray("timings");
            foreach (long time in times)
            {
                writer.WriteStartObject();
                writer.WriteString("name", "evaluate");
                writer.WriteNumber("nanoseconds", time);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        });
    }

    private Module Find(Input message)
    {
        string name = message["module"].Text();
        return _modules.TryGetValue(name, out Module? module)
            ? module
            : throw new InputException($"There is no module '{name}'. There are: {string.Join(", ", _modules.Keys)}.");
    }

    private static long ReadId(JsonElement root, Input message)
        => message.Find("id") is not null && root.GetProperty("id") is { ValueKind: JsonValueKind.Number } id && id.TryGetInt64(out long value)
            ? value
            : throw new InputException("The message has no integer 'id'.");

    private ReadOnlyMemory<byte> Fail(long? id, string error)
    {
        HasFailed = true;
        return Respond(id, writer =>
        {
            writer.WriteBoolean("success", false);
            writer.WriteString("error", error);
        });
    }

    private static ReadOnlyMemory<byte> Respond(long? id, Action<Utf8JsonWriter> writeRest) => Write(writer =>
    {
        writer.WriteStartObject();
        if (id is { } number)
            writer.WriteNumber("id", number);
        else
            writer.WriteNull("id");
        writeRest(writer);
        writer.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
            write(writer);
        return buffer.WrittenMemory;
    }
}
