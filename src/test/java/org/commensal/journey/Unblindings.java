package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.journey.TestTrial.path;

import java.util.Map;
import java.util.regex.Pattern;

/** What the journeys of code breaks and of unblindings share: a code is broken, and no arm is told elsewhere. */
final class Unblindings {

    static final TestStudy STUDY = TestStudy.BLOCKS;
    static final Pattern ARM = Pattern.compile(TestStudy.ARM);

    private Unblindings() {}

    static Map<String, String> emergency(String password) {
        return Map.of("category", "medical-care", "reason", "treatment depends on it", "password", password);
    }

    /** Breaks the code of a participant, in an emergency. */
    static Answer breakCode(Visitor who, String code, String password) {
        return who.post(path(STUDY, code) + "/code-break", emergency(password));
    }

    /** Of one entry of the register, as somebody sees it. */
    static String state(Visitor who, String id) {
        return who.get(path(STUDY) + "/unblindings").expect(200).first("id", id).getString("state");
    }

    static Visitor onSecondNode(Visitor who) {
        return who.movedTo(TwoNodes.running().second().base());
    }

    /** Of a participant, as the database has it. */
    static String arm(String code) {
        return (String) TwoNodes.running()
                .database()
                .rows("select arm from allocations where participant = '" + code + "'")
                .get(0)[0];
    }

    /** No arm stands in the audit trail or in the log of a node. */
    static void toldNowhere() {
        assertThat(TwoNodes.running()
                        .database()
                        .rows("select concat(action, subject, reason, cast(changes as text)) from audit_entries"))
                .allSatisfy(row -> assertThat((String) row[0]).doesNotContainPattern(ARM));
        assertThat(TwoNodes.running().first().log()).doesNotContainPattern(ARM);
        assertThat(TwoNodes.running().second().log()).doesNotContainPattern(ARM);
    }
}
