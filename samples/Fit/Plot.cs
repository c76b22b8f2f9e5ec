using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

/// <summary>Data and fitted curve as SVG.</summary>
internal static class Plot
{
    private const double Width = 640, Height = 400, Left = 76, Right = 20, Top = 44, Bottom = 54;
    private const int CurvePoints = 200;

    public static void Write(string path, Problem problem, double[] b)
    {
        double Curve(double at) => problem.Law(b, at);

        (double lowX, double highX, double stepX) = Axis(problem.X.Min(), problem.X.Max());
        double[] curveX = [.. Enumerable.Range(0, CurvePoints + 1).Select(i => problem.X.Min() + (problem.X.Max() - problem.X.Min()) * i / CurvePoints)];
        double[] curveY = [.. curveX.Select(Curve)];
        (double lowY, double highY, double stepY) = Axis(Math.Min(0, problem.Y.Min()), Math.Max(problem.Y.Max(), curveY.Max()));
        double X(double x) => Left + (x - lowX) / (highX - lowX) * (Width - Left - Right);
        double Y(double y) => Height - Bottom - (y - lowY) / (highY - lowY) * (Height - Top - Bottom);

        var svg = new StringBuilder();
        void Add(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">");
        Add($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>");
        for (double x = lowX; x <= highX + stepX / 2; x += stepX)
        {
            Add($"<path d=\"M{X(x):F1} {Top}V{Height - Bottom}\" stroke=\"#e4e4e4\"/>");
            Add($"<text x=\"{X(x):F1}\" y=\"{Height - Bottom + 17}\" text-anchor=\"middle\">{Label(x, stepX)}</text>");
        }
        for (double y = lowY; y <= highY + stepY / 2; y += stepY)
        {
            Add($"<path d=\"M{Left} {Y(y):F1}H{Width - Right}\" stroke=\"#e4e4e4\"/>");
            Add($"<text x=\"{Left - 7}\" y=\"{Y(y) + 4:F1}\" text-anchor=\"end\">{Label(y, stepY)}</text>");
        }
        Add($"<path d=\"M{Left} {Top}V{Height - Bottom}H{Width - Right}\" fill=\"none\" stroke=\"#222\"/>");
        Add($"<path d=\"M{string.Join("L", curveX.Zip(curveY, (x, y) => FormattableString.Invariant($"{X(x):F1} {Y(y):F1}")))}\" fill=\"none\" stroke=\"#1f6fb4\" stroke-width=\"2\"/>");
        for (int i = 0; i < problem.X.Length; i++)
            Add($"<circle cx=\"{X(problem.X[i]):F1}\" cy=\"{Y(problem.Y[i]):F1}\" r=\"3.5\" fill=\"#d1495b\" stroke=\"#fff\"/>");
        Add($"<text x=\"{Left}\" y=\"20\" font-size=\"15\" font-weight=\"bold\">{problem.Name}</text>");
        Add($"<text x=\"{Left}\" y=\"36\">{problem.Formula}</text>");
        Add($"<text x=\"{Width - Right}\" y=\"20\" text-anchor=\"end\" fill=\"#666\">{problem.Source.Replace("&", "&amp;")}</text>");
        Add($"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 14}\" text-anchor=\"middle\">{problem.XLabel}</text>");
        Add($"<text transform=\"translate(18 {(Top + Height - Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">{problem.YLabel}</text>");
        svg.Append("</svg>\n");
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        File.WriteAllText(path, svg.ToString());
    }

    /// <summary>Round limits around a range, and the distance of ticks: 1, 2 or 5 times a power of ten.</summary>
    private static (double Low, double High, double Step) Axis(double low, double high)
    {
        double rough = (high - low) / 6;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10);
        return (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    private static string Label(double value, double step)
        => value.ToString("F" + Math.Max(0, (int)-Math.Floor(Math.Log10(step))), CultureInfo.InvariantCulture).Replace("-", "−");
}
