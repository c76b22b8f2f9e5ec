using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Analysis;

namespace DiffGen.Generator.Optimization.Adjoints;

/// <summary>Elements of memory from one index to another, that one not included.</summary>
/// <param name="Base">The value that the memory was made or given as.</param>
internal sealed record Section(int Base, LinearForm From, LinearForm To)
{
    public static Section Element(int memory, LinearForm place) => new(memory, place, place.Plus(LinearForm.OfConstant(1)));
}

/// <summary>
/// What can be said of unions of sections. A set of sections speaks of elements that exist, so the start and the end of the memory bound
/// everything; a section whose end lies in front of its start has no elements.
/// </summary>
internal sealed class Sections
{
    // More pieces of one memory than code has that a proof can be found for.
    private const int MostPieces = 8;

    private readonly LinearForms _forms;
    private readonly IReadOnlyDictionary<int, LinearForm> _lengths;

    /// <param name="lengths">The length of each memory.</param>
    public Sections(LinearForms forms, IReadOnlyDictionary<int, LinearForm> lengths)
    {
        _forms = forms;
        _lengths = lengths;
    }

    public static ImmutableList<Section> None => ImmutableList<Section>.Empty;

    public Section Whole(int memory) => new(memory, LinearForm.OfConstant(0), _lengths[memory]);

    /// <summary>Whether every element of a section is among some.</summary>
    public bool Covers(ImmutableList<Section> sections, Section wanted) => sections.Any(section => Covers(section, wanted));

    public ImmutableList<Section> Add(ImmutableList<Section> sections, Section added)
    {
        if (Covers(sections, added))
            return sections;
        for (int i = 0; i < sections.Count; i++)
        {
            var other = sections[i];
            if (other.Base != added.Base)
                continue;
            var joined = Covers(added, other) ? added
                : other.To.Same(added.From) ? added with { From = other.From }
                : added.To.Same(other.From) ? added with { To = other.To } : null;
            if (joined is not null)
                return Add(sections.RemoveAt(i), joined);
        }
        return sections.Count(section => section.Base == added.Base) < MostPieces ? sections.Add(added) : sections;
    }

    public ImmutableList<Section> Remove(ImmutableList<Section> sections, Section removed)
    {
        var rest = None;
        foreach (var section in sections)
        {
            if (section.Base != removed.Base)
            {
                rest = rest.Add(section);
                continue;
            }
            var before = section with { To = removed.From };
            if ((ReachesEnd(section) || IsNotAfter(removed.From, section.To)) && !IsEmpty(before))
                rest = rest.Add(before);
            var behind = section with { From = removed.To };
            if ((ReachesStart(section) || IsNotAfter(section.From, removed.To)) && !IsEmpty(behind))
                rest = rest.Add(behind);
        }
        return rest;
    }

    public static ImmutableList<Section> Without(ImmutableList<Section> sections, int memory) => sections.RemoveAll(section => section.Base == memory);

    /// <summary>Sections that lie in both.</summary>
    public ImmutableList<Section> Meet(ImmutableList<Section> a, ImmutableList<Section> b)
    {
        var both = None;
        foreach (var section in a)
        {
            if (Covers(b, section))
                both = both.Add(section);
            else
                both = b.Where(other => Covers(section, other)).Aggregate(both, Add);
        }
        return both;
    }

    private bool Covers(Section section, Section wanted) => section.Base == wanted.Base
        && (ReachesStart(section) || IsNotAfter(section.From, wanted.From)) && (ReachesEnd(section) || IsNotAfter(wanted.To, section.To));

    private bool IsEmpty(Section section) => IsNotAfter(section.To, section.From);

    private static bool ReachesStart(Section section) => section.From.Same(LinearForm.OfConstant(0));

    private bool ReachesEnd(Section section) => section.To.Same(_lengths[section.Base]);

    private bool IsNotAfter(LinearForm a, LinearForm b) => _forms.IsNotNegative(b.Plus(a, -1));
}
