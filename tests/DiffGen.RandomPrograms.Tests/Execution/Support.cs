namespace DiffGen.RandomPrograms.Tests.Execution;

/// <summary>What the drivers of a batch share, compiled into the same assembly.</summary>
internal static class Support
{
    public const string Source = """
        using System;
        using System.Collections.Generic;

        namespace RandomSupport;

        /// <summary>Reads flattened inputs, derivatives or cotangents in order.</summary>
        public sealed class Reader(double[] data)
        {
            private int _at;

            public int Position => _at;

            public double Next() => data[_at++];
        }

        public sealed class Writer
        {
            private readonly List<double> _data = [];

            public void Add(double value) => _data.Add(value);

            public double[] ToArray() => _data.ToArray();
        }

        /// <summary>Replays values whose derivative is cut as they were at the base point.</summary>
        public static class Frozen
        {
            [ThreadStatic]
            private static List<double> s_values;

            [ThreadStatic]
            private static int s_at;

            [ThreadStatic]
            private static bool s_replaying;

            public static bool Diverged => s_replaying && s_at != s_values.Count;

            public static void Record()
            {
                s_values = [];
                s_replaying = false;
            }

            public static void Replay()
            {
                s_at = 0;
                s_replaying = true;
            }

            public static double Value(double value)
            {
                if (!s_replaying)
                {
                    s_values.Add(value);
                    return value;
                }
                return s_at < s_values.Count ? s_values[s_at++] : value;
            }
        }
        """;
}
