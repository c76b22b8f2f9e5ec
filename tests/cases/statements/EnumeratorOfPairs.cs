// foreach over a struct whose enumerator is a struct of this project.
// point: x: [0.3, -1.2, 0.8]
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class EnumeratorOfPairs
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 1;
        foreach ((double a, double b) in new Pairs(x))
        {
            if (a > 0.5)
                continue;
            s *= a + (b * b);
            x[0] *= s;
            if (s > 100)
                break;
        }
        foreach (int i in new Countdown(3))
            s += x[0] * i;
        return s;
    }

    private readonly struct Pairs
    {
        private readonly double[] _items;

        public Pairs(double[] items) => _items = items;

        public Enumerator GetEnumerator() => new Enumerator(_items);

        public struct Enumerator
        {
            private readonly double[] _items;
            private int _index;

            public Enumerator(double[] items)
            {
                _items = items;
                _index = -1;
            }

            public (double First, double Second) Current => (_items[_index], _items[_index + 1]);

            public bool MoveNext() => ++_index < _items.Length - 1;
        }
    }

    private struct Countdown
    {
        private int _left;

        public Countdown(int count) => _left = count + 1;

        public readonly int Current => _left;

        public readonly Countdown GetEnumerator() => this;

        public bool MoveNext()
        {
            _left--;
            return _left > 0;
        }
    }
}
