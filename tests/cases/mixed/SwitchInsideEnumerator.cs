// A struct enumerator with a switch and state of its own, inside a local function, broken out of.
// point: x: [0.3, 1.2, 0.8, 0.5, 2.0]
using System;
using DiffGen;

namespace Cases.Mixed;

public static partial class SwitchInsideEnumerator
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double total = Sum(x, 0.1) * Sum(x[1..], 3);
        return total + Sum(x[..2], total);

        static double Sum(ReadOnlySpan<double> items, double scale)
        {
            double s = 0;
            foreach (double v in new Zigzag(items))
            {
                s += v * scale;
                if (s > 2)
                    break;
                scale *= v;
            }
            return s;
        }
    }

    private ref struct Zigzag(ReadOnlySpan<double> items)
    {
        private readonly ReadOnlySpan<double> _items = items;
        private int _low = 0;
        private int _high = items.Length - 1;
        private int _step = 0;
        private double _last = 1;

        public double Current { get; private set; } = 0;

        public readonly Zigzag GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_low > _high)
                return false;
            switch (_step++ % 3)
            {
                case 0:
                    Current = _items[_low++] * _last;
                    break;
                case 1:
                    Current = _items[_high--] + _last;
                    break;
                default:
                    Current = _last * _last;
                    break;
            }
            _last = Current;
            return true;
        }
    }
}
