using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Interviewing.Application.Scoring.Agreement;

/// <summary>Tails and quantiles. The F quantile is found on the logarithm of F, so that it is as exact for one degree of freedom (where F runs into the thousands) as for many.</summary>
internal static class Distributions
{
    private const double Tail = 0.025;

    /// <summary>The value that |z| exceeds with probability 5 %.</summary>
    public static double QuantileOfZ { get; } = Normal.InvCDF(0, 1, 1 - Tail);

    /// <summary>P(F ≥ f) with d1 and d2 degrees of freedom.</summary>
    public static double UpperTailOfF(double f, double d1, double d2) => f <= 0 ? 1 : SpecialFunctions.BetaRegularized(d2 / 2, d1 / 2, d2 / (d2 + (d1 * f)));

    /// <summary>The value that F exceeds with probability 2.5 %.</summary>
    public static double QuantileOfF(double d1, double d2) => Quantile(d1, d2, Tail);

    /// <summary>The value that |t| exceeds with probability 5 %: t² is F with 1 and n degrees of freedom.</summary>
    public static double QuantileOfT(int degrees) => Math.Sqrt(Quantile(1, degrees, 2 * Tail));

    /// <summary>Both tails together.</summary>
    public static double TailsOfZ(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    private static double Quantile(double d1, double d2, double tail)
    {
        var (low, high) = (-60.0, 60.0);
        for (var i = 0; i < 200 && high - low > 1e-14; i++)
        {
            var middle = (low + high) / 2;
            if (UpperTailOfF(Math.Exp(middle), d1, d2) > tail) low = middle;
            else high = middle;
        }
        return Math.Exp((low + high) / 2);
    }
}
