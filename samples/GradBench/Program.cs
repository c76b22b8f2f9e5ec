// Speaks the protocol of the GradBench suite: a message per line on standard input, an answer per line on standard output.
using System;
using System.IO;
using System.Text;
using GradBench.Modules;
using GradBench.Protocol;

if (args.Length > 0)
{
    Console.Error.WriteLine("GradBench takes no arguments: it reads messages of the GradBench protocol, one per line, from standard input.");
    return 2;
}
var session = new Session("diffgen", AllModules.Create());
using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
using Stream output = Console.OpenStandardOutput();
while (input.ReadLine() is { } line)
{
    if (string.IsNullOrWhiteSpace(line))
        continue;
    output.Write(session.Answer(line).Span);
    output.WriteByte((byte)'\n');
    output.Flush();
}
return session.HasFailed ? 1 : 0;
