using System.Collections;
using System.Globalization;
using ReportGen.Templating.Functions;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating;

public partial class TemplateContext
{
    /// <summary>Whether a value is an empty text, array or object, or null.</summary>
    public static bool IsEmpty(object? value) => Unwrap(value) switch
    {
        null or EmptyScriptObject => true,
        string text => text.Length == 0,
        HtmlString html => html.Html.Length == 0,
        IList list => list.Count == 0,
        IScriptObject members => members.Count == 0,
        ICollection collection => collection.Count == 0,
        ScriptRange range => range.Count == 0,
        _ => false,
    };

    /// <summary>
    /// Reads a member of an object, dictionary, array (<c>size</c>), text (<c>size</c>), date or duration. Nothing else
    /// of the host is visible.
    /// </summary>
    /// <returns>False where there is no such member.</returns>
    public bool TryGetMember(SourceSpan span, object? target, string member, out object? value)
    {
        target = Unwrap(target);
        if (member == "empty?")
        {
            value = IsEmpty(target);
            return true;
        }

        if (target is IScriptObject members)
            return members.TryGetValue(this, span, member, out value);
        if (target is IDictionary dictionary)
            return TryGetEntry(dictionary, member, out value);
        value = target switch
        {
            string text when member == "size" => text.Length,
            HtmlString when member == "size" => ObjectToString(target).Length,
            ICollection list when member == "size" => list.Count,
            ScriptRange range when member == "size" => range.Count,
            DateTime date => DateMembers.Read(date, member),
            TimeSpan span1 => DateMembers.Read(span1, member),
            _ => null,
        };
        return value is not null;
    }

    /// <summary>A member, or null or a mistake where there is none, as the settings say.</summary>
    internal object? GetMember(SourceSpan span, object? target, string member)
    {
        if (TryGetMember(span, target, member, out var value))
            return value;
        if (!StrictVariables)
            return null;
        var known = NamesOfMembers(Unwrap(target));
        throw new ScriptRuntimeException(
            span, RuntimeMessages.UnknownMember(member, TypeName(target), Suggestions.For(member, known)));
    }

    /// <summary>Sets a member of an object or array.</summary>
    internal void SetMember(SourceSpan span, object? target, string member, object? value)
    {
        if (Unwrap(target) is not IScriptObject members)
            throw new ScriptRuntimeException(span, RuntimeMessages.CannotSetMember(member, TypeName(target)));
        if (!members.Contains(member))
            CheckCount(span, members.Count + 1L);
        if (!members.TrySetValue(this, span, member, value, false))
            throw new ScriptRuntimeException(span, RuntimeMessages.ReadOnlyMember(member));
    }

    /// <summary>Reads <c>target[index]</c>.</summary>
    internal object? GetIndexed(SourceSpan span, object target, object? index, bool strict)
    {
        target = Unwrap(target) ?? "";
        index = Unwrap(index) ?? throw new ScriptRuntimeException(span, RuntimeMessages.NullIndex());
        if (target is ScriptRange range)
            target = Gather(span, range);
        else if (target is HtmlString)
            target = ObjectToString(target);
        if (target is IList && index is string name)
            return strict ? GetMember(span, target, name) : TryGetMember(span, target, name, out var named) ? named : null;
        if (target is IList or string)
            return GetItem(span, target, index, strict);
        if (target is not (IScriptObject or IDictionary))
            throw new ScriptRuntimeException(span, RuntimeMessages.NotAList(TypeName(target), Excerpt(target)));
        var member = ObjectToString(index);
        if (strict)
            return GetMember(span, target, member);
        return TryGetMember(span, target, member, out var value) ? value : null;
    }

    /// <summary>Sets <c>target[index]</c>.</summary>
    internal void SetIndexed(SourceSpan span, object? target, object? index, object? value)
    {
        target = Unwrap(target);
        index = Unwrap(index) ?? throw new ScriptRuntimeException(span, RuntimeMessages.NullIndex());
        if (target is not ScriptArray array || index is string)
        {
            SetMember(span, target, ObjectToString(index), value);
            return;
        }

        var position = ToInt(span, index);
        position = position < 0 ? array.Count + position : position;
        if (array.IsReadOnly || position < 0)
            throw new ScriptRuntimeException(span, RuntimeMessages.CannotSetMember(ObjectToString(index), "array"));
        CheckCount(span, position + 1L);
        Charge(span, Math.Max(0, position - array.Count));
        array[position] = value;
    }

    private object? GetItem(SourceSpan span, object target, object index, bool strict)
    {
        var position = ToInt(span, index);
        var count = target is string text ? text.Length : ((IList)target).Count;
        position = position < 0 ? count + position : position;
        if (position >= 0 && position < count)
            return target is string whole ? whole[position].ToString() : ((IList)target)[position];
        if (strict)
            throw new ScriptRuntimeException(span, RuntimeMessages.IndexOutside(ObjectToString(index), count));
        return null;
    }

    private static bool TryGetEntry(IDictionary dictionary, string member, out object? value)
    {
        var found = dictionary.Contains(member);
        value = found ? dictionary[member] : null;
        return found;
    }

    private static IEnumerable<string> NamesOfMembers(object? target) => target switch
    {
        FunctionLibrary library => library.AllMembers.Concat(library.GetMembers()),
        IScriptObject members => members.GetMembers(),
        IDictionary entries => entries.Keys.Cast<object>()
            .Select(key => Convert.ToString(key, CultureInfo.InvariantCulture) ?? ""),
        DateTime or TimeSpan => DateMembers.NamesOf(target),
        _ => ["size"],
    };
}
