namespace DiffGen.Generator.Diagnostics;

/// <summary>The ids of all diagnostics. 0001–0099: declarations; 0100–0199: constructs; 0200–0299: lost derivatives; 0300–0399: calls; 0900: internal.</summary>
internal static class DiagnosticIds
{
    public const string ContainingTypeNotPartial = "DG0001";
    public const string FileLocalType = "DG0002";
    public const string ParameterType = "DG0003";
    public const string ReturnType = "DG0004";
    public const string ReturnsByRef = "DG0005";
    public const string ReturnsSpan = "DG0006";
    public const string WrtUnknown = "DG0007";
    public const string WrtInactive = "DG0008";
    public const string NothingActive = "DG0009";
    public const string NoBody = "DG0010";
    public const string AsyncMethod = "DG0011";
    public const string IteratorMethod = "DG0012";
    public const string UnsafeMethod = "DG0013";
    public const string GenericMethod = "DG0014";
    public const string InstanceMethod = "DG0015";
    public const string GradientOfNonScalar = "DG0016";
    public const string DerivativeKindNotSupported = "DG0017";
    public const string OptionNotSupported = "DG0018";
    public const string LanguageVersion = "DG0019";
    public const string CompanionClash = "DG0020";
    public const string RuntimeVersion = "DG0021";
    public const string MemberKindNotSupported = "DG0022";
    public const string RuleNotSupported = "DG0023";
    public const string CompanionName = "DG0024";
    public const string NoResult = "DG0025";
    public const string BufferInStruct = "DG0026";

    public const string RuleSignature = "DG0027";

    public const string UnknownSetting = "DG0030";
    public const string LocalFunctionMark = "DG0031";
    public const string GeneratedByOther = "DG0032";
    public const string OverrideNotMarked = "DG0035";

    public const string Construct = "DG0100";
    public const string TryStatement = "DG0101";
    public const string UsingStatement = "DG0102";
    public const string LockStatement = "DG0103";
    public const string Await = "DG0104";
    public const string Yield = "DG0105";
    public const string Dynamic = "DG0106";
    public const string Decimal = "DG0107";
    public const string Query = "DG0108";
    public const string Lambda = "DG0109";
    public const string LocalFunction = "DG0110";
    public const string UnsafeCode = "DG0111";
    public const string BackwardGoto = "DG0112";
    public const string ForEachSource = "DG0113";
    public const string Nullable = "DG0114";
    public const string TypeInBody = "DG0115";
    public const string Pattern = "DG0116";
    public const string Constructor = "DG0117";
    public const string SpanOperation = "DG0118";
    public const string ArrayForm = "DG0119";
    public const string RefForm = "DG0120";
    public const string TooDeep = "DG0121";
    public const string CompanionCall = "DG0122";
    public const string DelegateCall = "DG0123";
    public const string InstanceMember = "DG0124";
    public const string ConditionalAccess = "DG0125";
    public const string CollectionElement = "DG0126";

    public const string DerivativeOfObjects = "DG0040";
    public const string VectorType = "DG0041";
    public const string BatchParameter = "DG0042";
    public const string BatchOneByOne = "DG0043";
    public const string OneThread = "DG0044";

    public const string UnmarkedCall = "DG0201";
    public const string StaticWrite = "DG0202";
    public const string CapturedWrite = "DG0203";
    public const string IntegerConversion = "DG0204";
    public const string MutableStaticRead = "DG0205";
    public const string MemberWrite = "DG0206";
    public const string NotFollowed = "DG0207";

    public const string CallAcrossAssemblies = "DG0301";
    public const string CallOfGeneric = "DG0302";
    public const string CallOfInstance = "DG0303";
    public const string CallWithRule = "DG0304";
    public const string SameVariableTwice = "DG0305";
    public const string CompanionCycle = "DG0310";

    public const string Internal = "DG0900";
}
