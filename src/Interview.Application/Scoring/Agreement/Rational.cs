using System.Globalization;
using System.Numerics;

namespace Interviewing.Application.Scoring.Agreement;

/// <summary>
/// An exact fraction in lowest terms, its denominator above 0. Scores are whole numbers and means of them, so everything whose definition is rational can be
/// worked out without rounding; a double is made of it only at the very end. <c>default</c> is 0.
/// </summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger denominator;

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException();
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (Numerator, this.denominator) = (numerator / divisor, denominator / divisor);
    }

    public static Rational Zero => default;
    public static Rational One => new(1, 1);

    public BigInteger Numerator { get; }
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    public bool IsZero => Numerator.IsZero;
    public int Sign => Numerator.Sign;

    public static implicit operator Rational(int whole) => new(whole, 1);

    /// <summary>Exactly the decimal as it stands: 0.1 is 1/10.</summary>
    public static Rational Of(decimal value)
    {
        var bits = decimal.GetBits(value);
        var digits = (new BigInteger((uint)bits[2]) << 64) | (new BigInteger((uint)bits[1]) << 32) | (uint)bits[0];
        return new(value < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0x7F));
    }

    public static Rational operator +(Rational a, Rational b) => new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);
    public static Rational operator -(Rational a, Rational b) => new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);
    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);
    public static Rational operator *(Rational a, Rational b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);
    public static Rational operator /(Rational a, Rational b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);
    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;
    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;
    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;
    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;
    public static bool operator ==(Rational a, Rational b) => a.Equals(b);
    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static Rational Sum(IEnumerable<Rational> values) => values.Aggregate(Zero, (all, one) => all + one);

    /// <summary>Of at least one value.</summary>
    public static Rational Mean(IReadOnlyCollection<Rational> values) => Sum(values) / values.Count;

    /// <summary>The sample variance (divided by n − 1) of at least two values.</summary>
    public static Rational Variance(IReadOnlyCollection<Rational> values)
    {
        var mean = Mean(values);
        return Sum(values.Select(v => (v - mean).Squared)) / (values.Count - 1);
    }

    public Rational Squared => this * this;

    /// <summary>The nearest double, also when numerator and denominator are beyond its range.</summary>
    public double ToDouble()
    {
        var excess = (int)Math.Max(0, Math.Max(BigInteger.Abs(Numerator).GetBitLength(), Denominator.GetBitLength()) - 1000);
        return (double)(Numerator >> excess) / (double)(Denominator >> excess);
    }

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);
    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);
    public override string ToString() => Denominator.IsOne ? Numerator.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
