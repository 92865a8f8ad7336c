package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two servers on PostgreSQL and a mail server: 500 reminders are sent once each, also when one server is killed in the
 * middle of it; and a participant ends them with one click.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemindersIT {

    private static final int PARTICIPANTS = 500;
    private static final int BEFORE_THE_KILL = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final PostgreSql DATABASE = PostgreSql.database("reminders");
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static final List<RunningServer> SERVERS = new ArrayList<>();
    private static final List<TestTrial> TRIAL = new ArrayList<>();

    @BeforeAll
    static void start() {
        MAIL.start();
        Map<String, String> mail = Map.of(
                "mail.host", "127.0.0.1",
                "mail.port", Integer.toString(MAIL.getSmtp().getPort()),
                "mail.security", "none",
                "mail.from", "trials@example.org",
                "mail.every-seconds", "1");
        Map<String, String> settings = Settings.both(Settings.both(Settings.production(), DATABASE.settings()), mail);
        SERVERS.add(RunningServer.start(Settings.folder("reminders-1"), settings));
        SERVERS.add(RunningServer.start(Settings.folder("reminders-2"), settings));
        TRIAL.add(TestTrial.on(SERVERS.get(0).base(), List.of(TestStudy.REMINDED, TestStudy.REMINDED_AGAIN)));
    }

    @AfterAll
    static void end() {
        SERVERS.forEach(RunningServer::close);
        MAIL.stop();
    }

    private static TestTrial trial() {
        return TRIAL.get(0);
    }

    @Test
    @Order(1)
    void twoServersSendEachReminderOnce() throws Exception {
        List<String> codes = enrolled(TestStudy.REMINDED, PARTICIPANTS);
        yesterday(TestStudy.REMINDED);
        awaitEmptyOutbox(TestStudy.REMINDED);

        List<MimeMessage> received = received(codes);
        assertThat(received).hasSize(PARTICIPANTS);
        assertThat(received.stream().map(RemindersIT::to)).containsExactlyInAnyOrderElementsOf(addresses(codes));
        assertThat(received.stream().map(RemindersIT::id)).doesNotHaveDuplicates();
        assertThat(steps(TestStudy.REMINDED, "sent")).isEqualTo(PARTICIPANTS);
        assertThat(SERVERS).allSatisfy(server -> assertThat(server.log()).doesNotContain("@example.org"));
    }

    @Test
    @Order(2)
    void aParticipantEndsThemWithOneClickAndTheSiteSeesWhy() throws Exception {
        String code = trial().screened(TestStudy.REMINDED, Cast.SANNE);
        enrol(TestStudy.REMINDED, trial().as(Cast.SANNE), code);
        yesterday(TestStudy.REMINDED);
        awaitEmptyOutbox(TestStudy.REMINDED);
        MimeMessage mail = received(List.of(code)).get(0);
        assertThat(mail.getSubject()).isEqualTo("Twee centra: vandaag");
        assertThat(mail.getContent().toString()).contains(Settings.ORIGIN + "/today", "/unsubscribe/");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");

        String link = path(mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", ""));
        Visitor nobody = Visitor.at(SERVERS.get(1).base()).with("Accept", "text/html");
        nobody.get(link + "x").expect(404);
        assertThat(nobody.get(link).expect(200).text()).contains("value=\"off\"");
        assertThat(nobody.postForm(link, Map.of("List-Unsubscribe", "One-Click"))
                        .expect(200)
                        .text())
                .contains("value=\"on\"");

        Visitor sanne = trial().as(Cast.SANNE);
        assertThat(reminders(sanne, code)).satisfies(all -> {
            assertThat(all.stream().map(one -> one.getString("state"))).contains("sent");
            assertThat(all.get(0).getString("state")).isEqualTo("planned");
            assertThat(all.get(0).getString("reason")).isEqualTo("not-wanted");
        });
        nobody.postForm(link, Map.of("reminders", "on")).expect(200);
        assertThat(reminders(sanne, code).get(0).getString("reason")).isEqualTo("total-limit");
    }

    @Test
    @Order(3)
    void aVisitIsInTheCalendarUntilItsAddressIsClosed() {
        String code = trial().screened(TestStudy.REMINDED, Cast.SANNE);
        Visitor participant = trial().participant(trial().enrol(TestStudy.REMINDED, Cast.SANNE, code));
        Visitor browser = participant.browsing();
        browser.postForm("/reminders/calendar", Map.of("calendar", "open")).expect(303);
        String page = browser.get("/reminders").expect(200).text();
        String address = path(page.replaceAll("(?s).*<code class=\"address\">([^<]*)<.*", "$1"));

        Visitor program = Visitor.at(SERVERS.get(1).base());
        Answer calendar = program.get(address).expect(200);
        assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
        assertThat(calendar.text())
                .contains("SUMMARY;LANGUAGE=nl:Twee centra: Stemming")
                .doesNotContain(code);
        program.with("If-None-Match", calendar.header("ETag")).get(address).expect(304);

        browser.postForm("/reminders/calendar", Map.of("calendar", "open")).expect(303);
        program.get(address).expect(404);
    }

    @Test
    @Order(3)
    void aLinkThatIsMailedOpensOnceItIsHereAndEndsTheOneBefore() throws Exception {
        Visitor sanne = trial().as(Cast.SANNE);
        String code = trial().screened(TestStudy.REMINDED, Cast.SANNE);
        String card = enrol(TestStudy.REMINDED, sanne, code);
        Visitor nobody = Visitor.at(SERVERS.get(1).base());
        String mail = TestTrial.path(TestStudy.REMINDED, code) + "/link/mail";
        sanne.send("POST", mail, BodyPublishers.noBody()).expect(202);
        nobody.get("/p/" + TestTrial.token(card)).expect(404);
        await("a link is mailed", () -> linksTo(code).size() == 1);
        sanne.send("POST", mail, BodyPublishers.noBody()).expect(202);
        await("another is mailed", () -> linksTo(code).size() == 2);

        List<String> tokens = linksTo(code);
        assertThat(tokens.get(1)).isNotEqualTo(tokens.get(0));
        nobody.get("/p/" + tokens.get(0)).expect(404);
        nobody.post("/api/links/pin", Map.of("token", tokens.get(1), "pin", Cast.PIN))
                .expect(204);
        nobody.post("/api/links/session", Map.of("token", tokens.get(1), "pin", Cast.PIN))
                .expect(204);
        assertThat(SERVERS).allSatisfy(server -> assertThat(server.log()).doesNotContain(tokens));
        assertThat(sanne.with("Accept", "text/html")
                        .with("Accept-Language", "en")
                        .get("/studies/" + TestStudy.REMINDED.id() + "/participants/" + code)
                        .expect(200)
                        .text())
                .contains("Link by e-mail: Sent");
    }

    /** The tokens of the links that were mailed to a participant, oldest first. */
    private static List<String> linksTo(String code) {
        String address = addresses(List.of(code)).get(0);
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(message -> to(message).equals(address))
                .map(RemindersIT::text)
                .filter(text -> text.contains("/p/"))
                .map(text -> text.replaceAll("(?s).*/p/([0-9a-z-]+).*", "$1"))
                .toList();
    }

    @Test
    @Order(4)
    void whenOneIsKilledAtMostTheMessageInFlightIsRepeated() {
        List<String> codes = enrolled(TestStudy.REMINDED_AGAIN, PARTICIPANTS);
        int before = MAIL.getReceivedMessages().length;
        yesterday(TestStudy.REMINDED_AGAIN);
        await("the reminders begin to be sent", () -> MAIL.getReceivedMessages().length >= before + BEFORE_THE_KILL);
        SERVERS.get(0).kill();
        assertThat(steps(TestStudy.REMINDED_AGAIN, "sent")).isLessThan(PARTICIPANTS);
        awaitEmptyOutbox(TestStudy.REMINDED_AGAIN);

        List<MimeMessage> received = received(codes);
        Map<String, List<MimeMessage>> byId = received.stream().collect(Collectors.groupingBy(RemindersIT::id));
        assertThat(byId).hasSize(PARTICIPANTS);
        assertThat(received).hasSizeBetween(PARTICIPANTS, PARTICIPANTS + 1);
        assertThat(received.stream().map(RemindersIT::to).distinct())
                .containsExactlyInAnyOrderElementsOf(addresses(codes));
        assertThat(steps(TestStudy.REMINDED_AGAIN, "sent")).isEqualTo(PARTICIPANTS);
    }

    @Test
    @Order(5)
    void whileTheMailServerIsDownNothingIsSaidToBeSent() {
        Visitor sanne = trial().as(Cast.SANNE).movedTo(SERVERS.get(1).base());
        String code = sanne.post(TestTrial.path(TestStudy.REMINDED) + "/participants", Map.of("site", Cast.SANNE.site))
                .expect(201)
                .field("code");
        enrol(TestStudy.REMINDED, sanne, code);
        MAIL.stop();
        yesterday(TestStudy.REMINDED);

        await("it failed", () -> reminders(sanne, code).stream()
                .anyMatch(one -> one.getString("state").equals("failed")
                        && one.getString("reason").equals("unreachable")
                        && one.containsKey("again")));
        assertThat(reminders(sanne, code).stream().map(one -> one.getString("state")))
                .doesNotContain("sent");
    }

    private static List<String> enrolled(TestStudy study, int count) {
        List<Callable<String>> journeys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Cast coordinator = i % 2 == 0 ? Cast.SANNE : Cast.TOM;
            journeys.add(() -> {
                String code = trial().screened(study, coordinator);
                enrol(study, trial().as(coordinator), code);
                return code;
            });
        }
        return new Crowd(8).each(journeys);
    }

    /** @return the personal link */
    private static String enrol(TestStudy study, Visitor visitor, String code) {
        visitor.put(TestTrial.path(study, code) + "/consent", TestTrial.consent())
                .expect(200);
        return visitor.post(
                        TestTrial.path(study, code) + "/enrolment",
                        Settings.both(TestTrial.identity(), Map.of("email", address(code))))
                .expect(201)
                .field("link");
    }

    private static String address(String code) {
        return code.toLowerCase(Locale.ROOT) + "@example.org";
    }

    private static List<String> addresses(List<String> codes) {
        return codes.stream().map(RemindersIT::address).toList();
    }

    /** Everybody enrolled today was enrolled a day ago, as only somebody can arrange who rules over the database. */
    private static void yesterday(TestStudy study) {
        DATABASE.tamper("alter table milestones disable trigger append_only;"
                + " update milestones set on_day = on_day - 1, at = at - interval '1 day' where study = '" + study.id()
                + "' and at > now() - interval '1 day';"
                + " alter table milestones enable trigger append_only");
    }

    /** Until every participant has a message and none waits. */
    private static void awaitEmptyOutbox(TestStudy study) {
        await("nothing waits", () -> waiting(study) == 0);
    }

    private static void await(String what, BooleanSupplier happened) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static long waiting(TestStudy study) {
        return count(
                        "select count(*) from participants p where p.study = '" + study.id() + "' and exists (select 1"
                                + " from milestones m where m.study = p.study and m.participant = p.code and m.stage = 2"
                                + " and m.at < now() - interval '12 hours') and not exists (select 1 from mail_messages m join mail_steps s"
                                + " on s.message = m.id where m.study = p.study and m.participant = p.code and s.state = 'sent')")
                + count("select count(*) from mail_queue");
    }

    private static long steps(TestStudy study, String state) {
        return count("select count(*) from mail_steps s join mail_messages m on m.id = s.message where m.study = '"
                + study.id() + "' and s.state = '" + state + "'");
    }

    private static long count(String query) {
        return (Long) DATABASE.rows(query).get(0)[0];
    }

    private static List<MimeMessage> received(List<String> codes) {
        List<String> addresses = addresses(codes);
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(message -> addresses.contains(to(message)))
                .toList();
    }

    private static String to(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMessage message) {
        try {
            return message.getContent().toString();
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String path(String address) {
        return URI.create(address).getPath();
    }

    private static List<JsonObject> reminders(Visitor visitor, String code) {
        return visitor.get(TestTrial.path(TestStudy.REMINDED, code) + "/reminders")
                .expect(200)
                .list()
                .getValuesAs(JsonObject.class);
    }
}
