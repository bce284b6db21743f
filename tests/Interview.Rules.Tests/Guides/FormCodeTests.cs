using Interviewing.Application.Guides;

namespace Interviewing.Rules.Tests.Guides;

public class FormCodeTests
{
    [Fact]
    public void It_is_read_back_in_any_writing_and_only_for_its_own_guide()
    {
        for (var i = 0; i < 300; i++)
        {
            var (hash, other, member) = (FrozenGuide.HashOf($"a{i}"), FrozenGuide.HashOf($"b{i}"), i % 7);
            var code = FormCode.Of(hash, member);
            code.ShouldMatch("^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{2}$");
            FormCode.MemberOf(code.ToLowerInvariant().Replace("-", " "), hash).ShouldBe(member);
            FormCode.MemberOf(code, other).ShouldBeNull();
        }
    }

    [Fact]
    public void One_wrong_character_or_two_exchanged_are_noticed()
    {
        const string letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
        for (var i = 0; i < 40; i++)
        {
            var hash = FrozenGuide.HashOf($"{i}");
            var code = FormCode.Of(hash, i % 7).Replace("-", "");
            for (var at = 0; at < code.Length; at++)
            {
                foreach (var wrong in letters.Where(l => l != code[at])) FormCode.MemberOf(code[..at] + wrong + code[(at + 1)..], hash).ShouldBeNull();
                if (at > 0 && code[at] != code[at - 1]) FormCode.MemberOf(code[..(at - 1)] + code[at] + code[at - 1] + code[(at + 1)..], hash).ShouldBeNull();
            }
        }
        foreach (var nonsense in new[] { "", "AAAA", "0000-0000-00", "AAAA-AAAA-AAA" }) FormCode.MemberOf(nonsense, FrozenGuide.HashOf("x")).ShouldBeNull();
    }
}
