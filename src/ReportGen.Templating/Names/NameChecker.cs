namespace ReportGen.Templating.Names;

/// <summary>
/// Finds names that no rendering could resolve: unknown variables, functions and members, and files that do not exist. Looks at
/// every branch of a template and of all that it includes, without running them, so that an error in a rarely taken branch is
/// found too. What cannot be known without running is not reported.
/// </summary>
/// <param name="scopes">
/// The variables that the program provides, later ones first: built-in functions, then objects with an example of every value.
/// </param>
/// <param name="files">The files that templates can include.</param>
public sealed class NameChecker(IReadOnlyList<IScriptObject> scopes, ITemplateFiles files)
{
    private const int MaxIncludes = 200;

    // Names that exist in loops, and the object of all variables.
    private static readonly ImmutableHashSet<string> s_always = 
        ["for", "while", "tablerow", "this", "empty", "blank", "continue"];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The paths of the templates checked so far.</summary>
    public IReadOnlySet<string> Seen => _seen;

    /// <summary>Checks a template and all templates that it includes. Not thread-safe.</summary>
    /// <returns>The errors in the order of their places; those of an included template once.</returns>
    public ImmutableArray<TemplateError> Check(ReportTemplate template)
    {
        if (template.HasErrors) return template.Errors;
        var run = new Run(this, template);
        run.CheckAll();
        _seen.UnionWith(run.Paths);
        return
        [
            .. run.Errors.DistinctBy(e => (e.Span.FileName, e.Span.Start.Offset, e.Reason.English))
                .OrderBy(e => e.Span.FileName == template.Source.Path ? 0 : 1)
                .ThenBy(e => e.Span.FileName, StringComparer.Ordinal).ThenBy(e => e.Span.Start.Offset),
        ];
    }

    /// <summary>The value of a variable that the program provides.</summary>
    internal bool TryGetProvided(string name, out object? value)
    {
        foreach (var scope in scopes.Reverse())
        {
            if (scope.TryGetValue(null!, default, name, out value)) return true;
        }

        value = null;
        return false;
    }

    /// <summary>One template with all that it includes; they share their global variables.</summary>
    private sealed class Run(NameChecker names, ReportTemplate root)
    {
        private readonly Dictionary<string, ReportTemplate> _parsed = new(StringComparer.Ordinal)
            { [root.Source.Path] = root };
        private readonly HashSet<(string Path, string Arguments)> _done = [];
        private HashSet<string> _globals = [];
        private bool _importsNames;

        public IEnumerable<string> Paths => _parsed.Keys;

        public List<TemplateError> Errors { get; } = [];

        public void CheckAll()
        {
            Collect();
            var nodes = _parsed.Values.SelectMany(t => SyntaxTree.Walk(t.Parsed!.Page!)).Select(n => n.Node).ToList();
            _globals = [.. nodes.OfType<ScriptVariableGlobal>().Where(SyntaxTree.IsAssigned).Select(v => v.Name)];
            _importsNames = nodes.OfType<ScriptImportStatement>().Any();
            var values = new StaticValues(names, nodes);
            foreach (var template in _parsed.Values) Check(template, values.In(template.Parsed!.Page!, null));
            CheckIncludes(root, values.In(root.Parsed!.Page!, []));
        }

        /// <summary>Reads all templates that may be included, directly or through others.</summary>
        private void Collect()
        {
            var open = new Queue<ReportTemplate>([root]);
            while (open.TryDequeue(out var next) && _parsed.Count < MaxIncludes)
            {
                foreach (var file in Calls(next).SelectMany(c => IncludedBy(c)).Distinct())
                {
                    if (names.FindFile(file) is not { } path || _parsed.ContainsKey(path)) continue;
                    var included = ReportTemplate.Parse(names.TextOf(path), path, root.IsHtml);
                    if (included.HasErrors)
                    {
                        Errors.AddRange(included.Errors);
                        continue;
                    }

                    _parsed[path] = included;
                    open.Enqueue(included);
                }
            }
        }

        private static IEnumerable<ScriptFunctionCall> Calls(ReportTemplate template) =>
            SyntaxTree.Walk(template.Parsed!.Page!).Select(n => n.Node).OfType<ScriptFunctionCall>();

        private IEnumerable<string> IncludedBy(ScriptFunctionCall call)
        {
            if (!IsCallOf(call, "include", "include_join") || call.Arguments is not [{ } first, ..]) return [];
            return Literal(first) is { } name ? [name] : names.FilesEndingWith(EndOf(first));
        }

        // An include of a computed name, such as ($shape + "-chart.sbn-html"): any file with that end.
        private static string EndOf(ScriptExpression name) => name switch
        {
            ScriptNestedExpression { Expression: { } inner } => EndOf(inner),
            ScriptBinaryExpression { Operator: ScriptBinaryOperator.Add, Right: { } right } => EndOf(right),
            _ => Literal(name) ?? "",
        };

        /// <summary>Checks the names in one template whose arguments are unknown.</summary>
        private void Check(ReportTemplate template, StaticValues.Scope values)
        {
            var locals = SyntaxTree.Walk(template.Parsed!.Page!).Select(n => n.Node).OfType<ScriptVariableLocal>()
                .Where(SyntaxTree.IsAssigned).Select(v => v.Name).ToHashSet();
            foreach (var (node, _) in SyntaxTree.Walk(template.Parsed!.Page!))
            {
                switch (node)
                {
                    case ScriptVariableLocal { BaseName: not ("" or "$") } local
                        when IsRead(local) && !locals.Contains(local.Name):
                        Report(template, local.Span, Messages.UnknownVariable(
                            local.Name, SimilarNames.Nearest(local.Name, locals)));
                        break;
                    case ScriptVariableGlobal global when IsRead(global) && !IsKnown(global):
                        Report(template, global.Span, Messages.UnknownVariable(
                            global.Name, SimilarNames.Nearest(global.Name, names.AllNames().Concat(_globals))));
                        break;
                    case ScriptFunctionCall call:
                        CheckFile(template, call);
                        break;
                }
            }

            CheckMembers(template, values);
        }

        /// <summary>Checks the members again in each template that is included with arguments whose values are known.</summary>
        private void CheckIncludes(ReportTemplate template, StaticValues.Scope values)
        {
            foreach (var call in Calls(template).Where(c => IsCallOf(c, "include")))
            {
                var arguments = call.Arguments.Skip(1).Select(values.Of).ToArray();
                foreach (var file in IncludedBy(call))
                {
                    if (names.FindFile(file) is not { } path || !_parsed.TryGetValue(path, out var included)) continue;
                    var identity = string.Join(',', arguments.Select(StaticValues.Identity));
                    if (_done.Count > MaxIncludes || !_done.Add((path, identity))) continue;
                    var inside = values.In(included.Parsed!.Page!, arguments);
                    CheckMembers(included, inside);
                    CheckIncludes(included, inside);
                }
            }
        }

        private void CheckMembers(ReportTemplate template, StaticValues.Scope values)
        {
            foreach (var member in SyntaxTree.Walk(template.Parsed!.Page!).Select(n => n.Node).OfType<ScriptMemberExpression>())
            {
                if (member.DotToken?.TokenType == TokenType.QuestionDot || member.Member is not { } name) continue;
                if (values.Of(member.Target) is not IScriptObject owner || owner is ScriptArray) continue;
                if (owner.TryGetValue(null!, default, name.Name, out _)) continue;
                Report(template, name.Span, Messages.UnknownMember(
                    name.Name, "object", SimilarNames.Nearest(name.Name, owner.GetMembers())));
            }
        }

        private void CheckFile(ReportTemplate template, ScriptFunctionCall call)
        {
            if (call.Arguments is not [{ } first, ..] || Literal(first) is not { } file) return;
            if (IsCallOf(call, "include", "stylesheet") && names.FindFile(file) is null)
            {
                var isSheet = IsCallOf(call, "stylesheet");
                var others = names.Files().Where(f => f.EndsWith(".css", StringComparison.Ordinal) == isSheet);
                Report(template, first.Span, Messages.IncludeNotFound(file, SimilarNames.Nearest(file, others)));
            }
        }

        private bool IsKnown(ScriptVariableGlobal variable) =>
            _importsNames || _globals.Contains(variable.Name) || s_always.Contains(variable.Name)
            || names.TryGetProvided(variable.Name, out _) || Within<ScriptWithStatement>(variable);

        // Not a member, the name of an argument or of an item, nor what is assigned.
        private static bool IsRead(ScriptVariable variable) => !SyntaxTree.IsAssigned(variable) && variable.Parent switch
        {
            ScriptMemberExpression member => !ReferenceEquals(member.Member, variable),
            ScriptNamedArgument argument => !ReferenceEquals(argument.Name, variable),
            ScriptObjectMember item => !ReferenceEquals(item.Name, variable),
            _ => true,
        };

        private static bool Within<T>(ScriptNode node)
        {
            for (var parent = node.Parent; parent is not null; parent = parent.Parent)
                if (parent is T) return true;
            return false;
        }

        private void Report(ReportTemplate template, SourceSpan span, TemplateMessage reason) =>
            Errors.Add(template.Source.ErrorAt(span, reason));
    }

    private static bool IsCallOf(ScriptFunctionCall call, params ReadOnlySpan<string> functions) =>
        call.Target is ScriptVariableGlobal { Name: var name } && functions.Contains(name);

    private static string? Literal(ScriptExpression node) => (node as ScriptLiteral)?.Value as string;

    private string? FindFile(string name) => files.Find(name);

    private string TextOf(string path) => files.TextOf(path) ?? "";

    private IEnumerable<string> Files() => files.Names;

    private IEnumerable<string> FilesEndingWith(string end) =>
        end.Length == 0 ? [] : files.Names.Where(f => f.EndsWith(end, StringComparison.Ordinal));

    private IEnumerable<string> AllNames() => scopes.SelectMany(s => s.GetMembers());
}

/// <summary>The files that templates can include, by name.</summary>
public interface ITemplateFiles
{
    /// <summary>The names of all files.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>The full path of a file by name; null if none.</summary>
    string? Find(string name);

    /// <summary>The text of a file by full path; null if it was not read.</summary>
    string? TextOf(string path);
}
