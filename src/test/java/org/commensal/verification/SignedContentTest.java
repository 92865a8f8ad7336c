package org.commensal.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.commensal.freezing.FreezeState;
import org.commensal.freezing.Scope;
import org.junit.jupiter.api.Test;

class SignedContentTest {

    private static final UUID ID = UUID.fromString("6f1c2b1e-4b7a-4c55-9d59-0c7d3f2a9b10");
    private static final FormRecord SCREENING = form("SCR/screening", ID, 1, "aa", Standing.NONE);
    private static final FormRecord CALL = form("C1/check", new UUID(1, 1), 2, "bb", Standing.NONE);

    /** As {@code printf 'SCR/screening 1 6f1c2b1e-4b7a-4c55-9d59-0c7d3f2a9b10 aa\n' | sha256sum} says it. */
    @Test
    void oneFormIsItsKeyRevisionIdAndDigest() {
        assertThat(SignedContent.sha256(List.of(SCREENING)))
                .isEqualTo("30ff34ce546fba4481eb57e36524206a42be47bafd50ce4c78a68b2aefb5c323");
    }

    @Test
    void theOrderInWhichFormsWereFilledInDoesNotMatter() {
        List<FormRecord> turned = new ArrayList<>(List.of(SCREENING, CALL));
        Collections.reverse(turned);

        assertThat(SignedContent.sha256(turned)).isEqualTo(SignedContent.sha256(List.of(SCREENING, CALL)));
    }

    @Test
    void anyOtherRevisionOrAnswerIsOtherContent() {
        String signed = SignedContent.sha256(List.of(SCREENING));

        assertThat(List.of(
                        List.of(form("SCR/screening", ID, 2, "aa", Standing.NONE)),
                        List.of(form("SCR/screening", new UUID(2, 2), 1, "aa", Standing.NONE)),
                        List.of(form("SCR/screening", ID, 1, "ab", Standing.NONE)),
                        List.of(form("SCR/other", ID, 1, "aa", Standing.NONE)),
                        List.of(SCREENING, CALL),
                        List.<FormRecord>of()))
                .allSatisfy(other -> assertThat(SignedContent.sha256(other)).isNotEqualTo(signed));
    }

    @Test
    void thatAFormIsVerifiedOrSignedIsNoPartOfIt() {
        assertThat(SignedContent.sha256(List.of(form("SCR/screening", ID, 1, "aa", Standing.STANDS))))
                .isEqualTo(SignedContent.sha256(List.of(SCREENING)));
    }

    private static FormRecord form(String task, UUID response, int revision, String digest, Standing standing) {
        return new FormRecord(
                new Scope("north", "NOR-0001-0", task.replaceFirst("/.*", ""), task),
                task.replaceFirst(".*/", ""),
                response,
                revision,
                digest,
                FreezeState.OPEN,
                standing,
                standing,
                new SourceCheck(List.of(), List.of(), Set.of()));
    }
}
