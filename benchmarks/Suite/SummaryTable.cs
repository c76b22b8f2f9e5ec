using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DiffGen.Benchmarks.Suite;

/// <summary>The results as Markdown: one line per problem, then one table per problem with every candidate.</summary>
internal static class SummaryTable
{
    private static readonly string[] Columns = [Names.Strict, Names.Fast, Names.CSharpByHand, Names.CppByHand, Names.AdolC, Names.PyTorch];

    public static string Summary(IReadOnlyList<Result> results)
    {
        string[] columns = [.. Columns.Where(column => results.Any(result => result.Fastest(column) != null))];
        var text = new StringBuilder();
        text.Append("| objective | size | fastest C++ primal, ms | C# primal |").AppendJoin("", columns.Select(column => $" {column} |")).AppendLine();
        text.Append("|---|---|--:|--:|").AppendJoin("", columns.Select(_ => "--:|")).AppendLine();
        foreach (Result result in results)
        {
            Row? primal = result.Rows.FirstOrDefault(row => row.Name == Names.CSharp);
            text.Append(CultureInfo.InvariantCulture, $"| {result.Objective} | {result.Size} | {Number(result.Baseline?.Time?.Median)} | {Ratio(result, primal)} |");
            text.AppendJoin("", columns.Select(column => $" {Ratio(result, result.Fastest(column))} |")).AppendLine();
        }
        return text.ToString();
    }

    public static string Details(Result result)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"### {result.Objective} {result.Size}").AppendLine();
        text.AppendLine("| candidate | computes | median, ms | minimum, ms | ratio | difference |");
        text.AppendLine("|---|---|--:|--:|--:|--:|");
        foreach (Row row in result.Rows.OrderBy(row => row.Role))
        {
            string role = row.Role == Role.Primal ? "value" : "derivative";
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.Name} | {role} | {Number(row.Time?.Median)} | {Number(row.Time?.Minimum)} | {Ratio(result, row)} | {row.Difference:0.0E+0} |");
        }
        return text.ToString();
    }

    private static string Ratio(Result result, Row? row) =>
        row == null ? "–" : row.Time == null ? "wrong" : result.Ratio(row)?.ToString("F2", CultureInfo.InvariantCulture) ?? "–";

    private static string Number(double? milliseconds) => milliseconds switch
    {
        null => "–",
        < 0.1 => milliseconds.Value.ToString("F5", CultureInfo.InvariantCulture),
        < 10 => milliseconds.Value.ToString("F3", CultureInfo.InvariantCulture),
        _ => milliseconds.Value.ToString("F1", CultureInfo.InvariantCulture),
    };
}
