using System.Globalization;

namespace ReportGen.Templating.Functions;

/// <summary>Makes a culture the thread's own until disposed, for library calls that take none.</summary>
internal readonly struct CultureScope : IDisposable
{
    private readonly CultureInfo _previous;

    public CultureScope(CultureInfo culture)
    {
        _previous = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
    }

    public void Dispose() => CultureInfo.CurrentCulture = _previous;
}
