namespace Interviewing.Application.Shared;

/// <summary>Sentences in the languages of the product, by key. Mail and documents are written in their reader's language, not in the current one.</summary>
public interface IWords
{
    string In(string language, string key, params object?[] args);
}
