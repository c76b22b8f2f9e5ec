// foreach over a ref struct enumerator whose Current is a reference.
// point: x: [0.3, -1.2, 0.8, 2.0]
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class EnumeratorOverSpan
{
    [Differentiable]
    public static double F(Span<double> x)
    {
        foreach (ref double v in new Every(x, 2))
            v = Math.Sin(v) * x[0];
        double s = 0;
        foreach (double v in new Every(x, 1))
            s += v * v;
        return s;
    }

    private ref struct Every
    {
        private readonly Span<double> _items;
        private readonly int _step;
        private int _index;

        public Every(Span<double> items, int step)
        {
            _items = items;
            _step = step;
            _index = -step;
        }

        public readonly ref double Current => ref _items[_index];

        public readonly Every GetEnumerator() => this;

        public bool MoveNext()
        {
            _index += _step;
            return _index < _items.Length;
        }
    }
}
