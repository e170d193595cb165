namespace ReportGen.Tests.Cli.Checking;

/// <summary>The small kind with two rules: X-01 for the figures, X-02 for the text.</summary>
internal static class RuledKind
{
    private const string Checks = """
        checks:
          - id: X-01
            kind: expression
            severity: { default: warning, strict: error }
            table: sales
            each: column
            assert: apples <= pears
            title: { zh: 苹果不多于梨, en: No more apples than pears }
            reason: { zh: 梨卖得好, en: Pears sell better }
            message: { zh: "苹果 {left} > 梨 {right}。", en: "Apples {left} > pears {right}." }
            remedy: { zh: 核对两个数。, en: Check both figures. }
          - id: X-02
            kind: forbidden-text
            severity: error
            patterns: [Sold]
            title: { zh: 不写 Sold, en: Sold is not written }
            reason: { zh: 生硬, en: It is harsh }
            message: { zh: "不要写“{words}”。", en: "“{words}” must not stand here." }
        """;

    /// <summary>Creates the kind; its standard workbook violates both rules.</summary>
    public static ToyKind Make()
    {
        var kind = new ToyKind();
        kind.WriteTemplate("checks.yaml", Checks);
        var definition = Path.Combine(kind.Templates, "shop", "main", "kind.yaml");
        File.AppendAllText(definition, "\nchecks: [checks.yaml]\n");
        return kind;
    }
}
