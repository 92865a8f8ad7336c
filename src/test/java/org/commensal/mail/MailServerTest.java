package org.commensal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.Language;
import org.commensal.mail.MailServer.Undelivered;
import org.commensal.mail.Written.Letter;
import org.commensal.server.FixedConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail server is handed, and what is said where it takes nothing. */
class MailServerTest {

    private static final Letter LETTER = new Letter(
            "wim@example.org",
            Language.NL,
            "Buik en brein: één dag",
            "Goedenavond, één vraag.\n",
            Optional.of(URI.create("https://trials.example.org/unsubscribe/x")));

    private static MailServer server(Map<String, String> settings) {
        MailServer server = new MailServer();
        server.config = new FixedConfig(settings);
        server.wall = () -> Instant.parse("2026-11-23T18:30:00Z");
        return server;
    }

    private static Map<String, String> at(int port) {
        return Map.of(
                "mail.host", "127.0.0.1",
                "mail.port", Integer.toString(port),
                "mail.security", "none",
                "mail.from", "trials@example.org");
    }

    private static GreenMail greenMail() {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    @Test
    void withoutSettingsOrInADemonstrationNothingIsSent() {
        assertThat(server(Map.of()).silence()).contains(Reason.NOT_CONFIGURED);
        assertThat(server(Map.of("app.mode", "demo", "mail.host", "mail")).silence())
                .contains(Reason.DEMONSTRATION);
        assertThat(server(at(25)).silence()).isEmpty();
    }

    @Test
    void aLetterArrivesWithItsIdAndTheWayToEndSuchLetters() throws Exception {
        GreenMail mail = greenMail();
        try (MailServer.Connection connection =
                server(at(mail.getSmtp().getPort())).connection()) {
            connection.send("<one@trials.example.org>", LETTER);
            connection.send("<two@trials.example.org>", LETTER);

            Message received = mail.getReceivedMessages()[0];
            assertThat(mail.getReceivedMessages()).hasSize(2);
            assertThat(received.getHeader("Message-ID")).containsExactly("<one@trials.example.org>");
            assertThat(received.getSubject()).isEqualTo("Buik en brein: één dag");
            assertThat(received.getContent().toString()).startsWith("Goedenavond, één vraag.");
            assertThat(received.getAllRecipients()).hasSize(1);
            assertThat(received.getHeader("List-Unsubscribe"))
                    .containsExactly("<https://trials.example.org/unsubscribe/x>");
            assertThat(received.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        } finally {
            mail.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@example.org, b@example.org", "Wim <wim@example.org>", "all: a@example.org;", "wim"})
    void whatIsNotOnePlainAddressIsRefused(String address) {
        Letter letter = new Letter(address, Language.EN, "Today", "", Optional.empty());
        try (MailServer.Connection connection = server(at(1)).connection()) {
            Undelivered failed =
                    catchThrowableOfType(Undelivered.class, () -> connection.send("<x@example.org>", letter));

            assertThat(failed.reason()).isEqualTo(Reason.REFUSED);
            assertThat(failed).hasMessageNotContaining("example.org");
        }
    }

    @Test
    void aMailServerThatIsNotThereIsSaidToBeUnreachable() {
        GreenMail mail = greenMail();
        int port = mail.getSmtp().getPort();
        mail.stop();
        try (MailServer.Connection connection = server(at(port)).connection()) {
            Undelivered failed =
                    catchThrowableOfType(Undelivered.class, () -> connection.send("<x@example.org>", LETTER));

            assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failed).hasMessageNotContaining("wim");
        }
    }

    /** The mail server of the test speaks no TLS: nothing is sent to it unless it is said that it need not. */
    @Test
    void nothingIsSentInTheClearUnlessItIsSaid() {
        GreenMail mail = greenMail();
        Map<String, String> settings = new HashMap<>(at(mail.getSmtp().getPort()));
        settings.remove("mail.security");
        try (MailServer.Connection connection = server(settings).connection()) {
            Undelivered failed =
                    catchThrowableOfType(Undelivered.class, () -> connection.send("<x@example.org>", LETTER));

            assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(mail.getReceivedMessages()).isEmpty();
        } finally {
            mail.stop();
        }
    }
}
