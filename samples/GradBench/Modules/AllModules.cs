using System.Collections.Generic;
using GradBench.Protocol;

namespace GradBench.Modules;

/// <summary>All evaluations of the suite.</summary>
public static class AllModules
{
    /// <summary>One module per evaluation.</summary>
    public static IReadOnlyList<Module> Create() =>
    [
        HelloModule.Create(), GmmModule.Create(), BaModule.Create(), HtModule.Create(), LstmModule.Create(), KmeansModule.Create(), LseModule.Create(),
        OdeModule.Create(), DetModule.Create(), LlsqModule.Create(), ParticleModule.Create(), SaddleModule.Create(),
    ];
}
