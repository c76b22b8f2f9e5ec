namespace GradBench.Objectives.Inputs;

/// <summary>The sizes at which derivatives are timed.</summary>
public static class TimedInputs
{
    /// <summary>Small Gaussians: 10 dimensions, 25 components, 1000 points.</summary>
    public static GmmInput GmmSmall() => GmmInput.Create(10, 25, 1000);

    /// <summary>Large Gaussians: 64 dimensions, 100 components, 1000 points.</summary>
    public static GmmInput GmmLarge() => GmmInput.Create(64, 100, 1000);

    /// <summary>Ten cameras that see 2000 points 8000 times.</summary>
    public static BaInput Ba() => BaInput.Create(10, 2000, 8000);

    /// <summary>As many cameras, points and observations as the suite's tenth set has: 1197, 126327 and 563734.</summary>
    public static BaInput BaSuiteTenth() => BaInput.Create(1197, 126_327, 563_734);

    /// <summary>Four layers over a sequence of 1024.</summary>
    public static LstmInput Lstm() => LstmInput.Create(4, 1024);

    /// <summary>The big model, 10000 vertices and 100 points, in triangles.</summary>
    public static HtInput Ht() => HtInput.CreateComplicated(10_000, 100);

    /// <summary>100 centroids, 10000 points, 16 dimensions.</summary>
    public static KmeansInput Kmeans() => KmeansInput.Create(100, 10_000, 16);

    /// <summary>40000 numbers.</summary>
    public static LseInput Lse() => LseInput.Create(40_000);

    /// <summary>1000 components, 100 steps.</summary>
    public static OdeInput Ode() => OdeInput.Create(1000, 100);

    /// <summary>Nine rows.</summary>
    public static DetInput Det() => DetInput.Create(9);

    /// <summary>2048 points, 128 coefficients.</summary>
    public static LlsqInput Llsq() => LlsqInput.Create(2048, 128);

    /// <summary>Layers of 64, 128, 128 and 10, a batch of 32.</summary>
    public static MlpInput Mlp() => MlpInput.Create([64, 128, 128, 10], 32);
}
