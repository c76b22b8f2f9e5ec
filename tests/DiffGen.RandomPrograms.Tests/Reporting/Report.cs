using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DiffGen.RandomPrograms.Tests.Execution;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Reporting;

/// <summary>What a run reached, refused and found.</summary>
internal sealed class Report
{
    private readonly SortedDictionary<string, int> _productions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _verdicts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Count, string Example)> _rejections = new(StringComparer.Ordinal);
    private readonly PointCounts _points = new();

    public int Programs { get; private set; }

    public int Rejected { get; private set; }

    public PointCounts Points => _points;

    public IReadOnlyDictionary<string, int> Productions => _productions;

    public void Add(Outcome outcome)
    {
        Programs++;
        _points.Add(outcome.Points);
        string verdict = outcome.Verdict.ToString();
        _verdicts[verdict] = _verdicts.GetValueOrDefault(verdict) + 1;
        foreach (Node node in outcome.Program.Methods.SelectMany(m => m.DescendantsAndSelf()))
            _productions[node.Production] = _productions.GetValueOrDefault(node.Production) + 1;
        if (outcome.Verdict == Verdict.Rejected)
        {
            Rejected++;
            (int count, string example) = _rejections.GetValueOrDefault(outcome.Id, (0, $"seed {outcome.Program.Seed}: {outcome.Detail}"));
            _rejections[outcome.Id] = (count + 1, example);
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append($"programs {Programs}: ").AppendJoin(", ", _verdicts.Select(v => $"{v.Key} {v.Value}")).Append('\n');
        text.Append($"points: {_points.Checked} checked, {_points.Kinks} near a kink, {_points.Discarded} discarded\n");
        foreach ((string id, (int count, string example)) in _rejections)
            text.Append($"rejected {id}: {count}, such as {example}\n");
        text.Append($"{_productions.Count} productions: ").AppendJoin(", ", _productions.Select(p => $"{p.Key} {p.Value}")).Append('\n');
        return text.ToString();
    }
}
