using System;
using System.Linq;
using DiffGen.Benchmarks;
using DiffGen.Benchmarks.Suite;

const string Usage = $"""
    dotnet run -c Release --project benchmarks -- WHAT
      figures    single figures of generated code and of the generator; this where nothing is said
      math       functions of vectors against those of numbers
      spellings [OBJECTIVE ...]
                 objectives written in different ways
      generator  what the generator costs a build
      growth [objective ...] [--output FOLDER]
                 time and memory over the size of each objective: growth.md and growth.svg
      {SuiteOptions.Usage}
    """;

string what = args.FirstOrDefault() ?? "figures";
switch (what)
{
    case "figures":
        Figures.Write();
        return 0;
    case "math":
        VectorMathematics.Write();
        return 0;
    case "spellings":
        SpellingTable.Write(args[1..]);
        return 0;
    case "generator":
        BuildTime.Write(Console.Out);
        return 0;
    case "suite" or "growth":
        if (!SuiteOptions.TryParse(args[1..], [.. Objective.All.Select(objective => objective.Name)], out SuiteOptions? options, out string? error))
            return Refuse(error);
        if (what == "suite")
            SuiteRun.Run(options, Console.Out);
        else
            GrowthRun.Run(options, Console.Out);
        return 0;
    default:
        return Refuse($"Unknown benchmark '{what}'.\n{Usage}");
}

static int Refuse(string error)
{
    Console.Error.WriteLine(error);
    return 2;
}
