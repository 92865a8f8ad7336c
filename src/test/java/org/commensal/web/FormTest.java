package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;

/** A faulty form comes back filled in, with every fault at its field. */
class FormTest {

    @Test
    void refusesWithEveryFaultAtOnce() {
        Form form = Form.of(sent("name", " ", "birth-date", "31-12-1980"));
        form.required("name");
        form.day("birth-date");
        Refusal refusal = catchThrowableOfType(Refusal.class, form::complete);
        assertThat(refusal.reason()).isEqualTo(Reason.INVALID);
        assertThat(refusal.violations()).extracting(Violation::pointer).containsExactly("/name", "/birth-date");
        assertThat(refusal.violations().get(1).message().nl()).contains("31-12-1980");
    }

    @Test
    void saysOfAnEmptyDateThatItIsEmpty() {
        Form form = Form.of(sent());
        form.day("signed-on");
        assertThat(form.fault("signed-on").orElseThrow().en()).isEqualTo("Fill this in.");
    }

    @Test
    void refusesADateOfNoYearInWhichPeopleLive() {
        for (String date : List.of("+999999-01-01", "-0001-01-01", "9999-12-31", "2026-02-30")) {
            Form form = Form.of(sent("expiry", date));
            form.day("expiry");
            assertThat(form.fault("expiry")).as(date).isPresent();
        }
    }

    @Test
    void leavesOutWhatNoDatabaseKeeps() {
        Form form = Form.of(sent("reason", "a\u0000b\ud800c \ud83d\ude00"));
        assertThat(form.value("reason")).isEqualTo("abc \ud83d\ude00");
    }

    @Test
    void keepsWhatWasTyped() {
        Form form = Form.of(sent("email", "nobody@", "name", "Sanne"));
        Text why = new Text("Fill in an address.", "Vul een adres in.");
        Refusal refusal = new Refusal(Reason.INVALID, why, List.of(new Violation("/identity/email", why)));
        form.refused(refusal);
        assertThat(form.value("email")).isEqualTo("nobody@");
        assertThat(form.value("name")).isEqualTo("Sanne");
        assertThat(form.fault("email")).contains(why);
        assertThat(form.refusal()).contains(why);
        assertThat(form.described("email", true)).isEqualTo("email-hint email-fault");
        assertThat(form.described("name", false)).isNull();
    }

    @Test
    void findsTheFieldOfANameThatTheUseCaseGave() {
        Text why = new Text("Too late.", "Te laat.");
        Form form = Form.of(sent(), Map.of("signedOn", "signed-on"));
        form.refused(new Refusal(Reason.INVALID, why, List.of(new Violation("/signedOn", why))));
        assertThat(form.fault("signed-on")).contains(why);
    }

    @Test
    void readsADateAndATick() {
        Form form = Form.of(sent("signed-on", "2026-11-23", "agrees", "yes"));
        assertThat(form.day("signed-on")).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(form.ticked("agrees")).isTrue();
        assertThat(form.ticked("other")).isFalse();
        form.complete();
        assertThat(form.faults()).isEmpty();
    }

    private static MultivaluedMap<String, String> sent(String... pairs) {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            sent.add(pairs[i], pairs[i + 1]);
        }
        return sent;
    }
}
