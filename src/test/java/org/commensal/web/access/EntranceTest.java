package org.commensal.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.commensal.access.Appearance;
import org.commensal.kernel.Language;
import org.junit.jupiter.api.Test;

class EntranceTest {

    private static final Appearance DUTCH_DARK = new Appearance(Optional.of(Language.NL), Optional.of(true));
    private static final Appearance ENGLISH_BRIGHT = new Appearance(Optional.of(Language.EN), Optional.of(false));

    @Test
    void whatThePersonChoseComesBackOnAnotherPhone() {
        assertThat(Entrance.joined(DUTCH_DARK, Appearance.NEVER_CHOSEN)).isEqualTo(DUTCH_DARK);
        assertThat(Entrance.joined(DUTCH_DARK, ENGLISH_BRIGHT)).isEqualTo(DUTCH_DARK);
    }

    @Test
    void whatThisPhoneShowsStaysWhereThePersonNeverChose() {
        assertThat(Entrance.joined(Appearance.NEVER_CHOSEN, ENGLISH_BRIGHT)).isEqualTo(ENGLISH_BRIGHT);
    }

    @Test
    void signingInNeverTurnsADarkPageBright() {
        assertThat(Entrance.joined(ENGLISH_BRIGHT, DUTCH_DARK))
                .isEqualTo(new Appearance(Optional.of(Language.EN), Optional.of(true)));
    }
}
