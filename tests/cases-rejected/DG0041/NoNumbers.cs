// There is nothing to add or to scale in the type.
// expect: DG0041 at NoNumbers
using DiffGen;

namespace Rejected;

[Differentiable]
public partial class NoNumbers
{
    public int Count { get; set; }
}
