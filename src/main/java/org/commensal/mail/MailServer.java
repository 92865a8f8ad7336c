package org.commensal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.commensal.mail.Written.Letter;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The mail server that everything is handed to, where one is configured; by TLS unless it is said otherwise. */
@ApplicationScoped
public class MailServer {

    private static final String PATIENCE = "30000";
    private static final String ORDINARY_PORT = "587";

    /** What the mail server did not take. Its message tells no address. */
    static final class Undelivered extends Exception {
        private final transient Reason reason;

        private Undelivered(Reason reason, @Nullable Throwable cause) {
            super("the mail server did not take a message: " + reason.code()
                    + (cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")"));
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    @Inject
    Config config;

    @Inject
    InstantSource wall;

    /** Why this server sends nothing at all; empty where it does. */
    public Optional<Reason> silence() {
        if (value("app.mode").filter("demo"::equals).isPresent()) {
            return Optional.of(Reason.DEMONSTRATION);
        }
        return value("mail.host").isPresent() ? Optional.empty() : Optional.of(Reason.NOT_CONFIGURED);
    }

    /** A connection that is opened with the first letter and used for those that follow. */
    Connection connection() {
        return new Connection(Session.getInstance(properties()));
    }

    private Properties properties() {
        String security = value("mail.security").orElse("starttls");
        Properties properties = new Properties();
        properties.put("mail.smtp.host", value("mail.host").orElse("localhost"));
        properties.put("mail.smtp.port", value("mail.port").orElse(ORDINARY_PORT));
        properties.put("mail.smtp.auth", Boolean.toString(value("mail.user").isPresent()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(security.equals("starttls")));
        properties.put("mail.smtp.starttls.required", Boolean.toString(security.equals("starttls")));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(security.equals("tls")));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", PATIENCE);
        properties.put("mail.smtp.timeout", PATIENCE);
        properties.put("mail.smtp.writetimeout", PATIENCE);
        return properties;
    }

    private Optional<String> value(String key) {
        return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }

    /** One conversation with the mail server. */
    public final class Connection implements AutoCloseable {

        private final Session session;
        private @Nullable Transport transport;

        private Connection(Session session) {
            this.session = session;
        }

        /** Hands one letter over. */
        void send(String messageId, Letter letter) throws Undelivered {
            MimeMessage message = message(messageId, letter);
            Transport open = open();
            try {
                open.sendMessage(message, message.getAllRecipients());
            } catch (SendFailedException refused) {
                close();
                throw new Undelivered(isForGood(refused) ? Reason.REFUSED : Reason.DEFERRED, refused);
            } catch (MessagingException failed) {
                close();
                throw new Undelivered(Reason.UNREACHABLE, failed);
            }
        }

        private Transport open() throws Undelivered {
            Transport known = transport;
            if (known != null && known.isConnected()) {
                return known;
            }
            try {
                Transport opened = session.getTransport("smtp");
                opened.connect(
                        value("mail.user").orElse(null), value("mail.password").orElse(null));
                transport = opened;
                return opened;
            } catch (MessagingException failed) {
                throw new Undelivered(Reason.UNREACHABLE, failed);
            }
        }

        private MimeMessage message(String messageId, Letter letter) throws Undelivered {
            try {
                MimeMessage message = new WithOwnId(session, messageId);
                message.setFrom(new InternetAddress(value("mail.from").orElseThrow(), true));
                message.setRecipient(RecipientType.TO, address(letter));
                message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
                message.setText(letter.text(), StandardCharsets.UTF_8.name());
                message.setContentLanguage(new String[] {letter.language().code()});
                message.setSentDate(Date.from(wall.instant()));
                message.setHeader("Auto-Submitted", "auto-generated");
                if (letter.unsubscribe().isPresent()) {
                    message.setHeader(
                            "List-Unsubscribe", "<" + letter.unsubscribe().get() + ">");
                    message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
                }
                message.saveChanges();
                return message;
            } catch (MessagingException malformed) {
                throw new Undelivered(Reason.REFUSED, malformed);
            }
        }

        @Override
        public void close() {
            try (Transport ended = transport) {
                transport = null;
            } catch (MessagingException gone) {
                transport = null;
            }
        }
    }

    /** One plain address and nothing else, whatever was typed. */
    private static Address address(Letter letter) throws AddressException {
        InternetAddress address = new InternetAddress(letter.to(), true);
        if (!letter.to().equals(address.getAddress()) || address.isGroup()) {
            throw new AddressException("not one plain address");
        }
        return address;
    }

    /** Whether the mail server said a number of 500 and more, after which it wants to hear no more of it. */
    private static boolean isForGood(SendFailedException refused) {
        for (Exception next = refused; next instanceof MessagingException told; next = told.getNextException()) {
            Optional<Integer> code = code(told);
            if (code.isPresent()) {
                return code.get() >= 500;
            }
        }
        return false;
    }

    /** The number that the mail server answered with. Its classes belong to whatever implements Jakarta Mail here. */
    private static Optional<Integer> code(MessagingException told) {
        try {
            return Optional.of(
                    (Integer) told.getClass().getMethod("getReturnCode").invoke(told));
        } catch (ReflectiveOperationException noNumber) {
            return Optional.empty();
        }
    }

    /** A message that keeps the id that it was given. */
    private static final class WithOwnId extends MimeMessage {
        private final String id;

        WithOwnId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
