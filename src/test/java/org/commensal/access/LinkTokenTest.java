package org.commensal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.commensal.access.Passwords.Strength;
import org.commensal.kernel.Language;
import org.junit.jupiter.api.Test;

class LinkTokenTest {

    private static final Strength QUICK = new Strength(8, 1);

    @Test
    void noTwoAreTheSame() {
        Set<LinkToken> tokens = Stream.generate(LinkToken::fresh).limit(10_000).collect(Collectors.toSet());
        assertThat(tokens).hasSize(10_000);
    }

    @Test
    void isWrittenInGroupsWithoutLettersThatLookLikeDigits() {
        assertThat(LinkToken.fresh().written())
                .matches("([0-9a-z]{4}-){6}[0-9a-z]{4}")
                .doesNotContain("i", "l", "o", "u");
    }

    @Test
    void isUnderstoodAsItIsTypedFromPaper() {
        LinkToken token = LinkToken.typed("0a1b-cdef");
        assertThat(LinkToken.typed(" OAIB CDEF ")).isEqualTo(token);
        assertThat(LinkToken.typed("oalbcdef").digest()).isEqualTo(token.digest());
    }

    @Test
    void neverSaysItself() {
        LinkToken token = LinkToken.fresh();
        PersonalLink link = new PersonalLink(new java.util.UUID(0, 7), token.written(), Language.NL);
        assertThat(token.toString() + link).doesNotContain(token.written(), token.value());
        assertThat(token.countedAs()).doesNotContain(token.value()).hasSizeLessThan(20);
        assertThat(link.address("https://trials.example.org"))
                .isEqualTo("https://trials.example.org/p/" + token.written());
    }

    /** Not even where both chose the same PIN: a verifier is made of the link and the PIN together. */
    @Property(tries = 50)
    void aLinkNeverVerifiesThePinOfAnother(@ForAll @IntRange(max = 999_999) int number) {
        Pin pin = Pin.typed(String.format(java.util.Locale.ROOT, "%06d", number));
        LinkToken one = LinkToken.fresh();
        LinkToken other = LinkToken.fresh();
        String verifier = Passwords.verifier(one.with(pin), QUICK);

        assertThat(Passwords.fits(one.with(pin), verifier)).isTrue();
        assertThat(Passwords.fits(other.with(pin), verifier)).isFalse();
        assertThat(Passwords.fits(pin.digits(), verifier)).isFalse();
    }
}
