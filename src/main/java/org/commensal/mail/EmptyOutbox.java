package org.commensal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.commensal.mail.Outbox.Next;

/** Sends what waits, one message after the other, until nothing does or the mail server is not reached. */
@ApplicationScoped
public class EmptyOutbox {

    @Inject
    Outbox outbox;

    @Inject
    MailServer server;

    /**
     * Sends every message of this kind that waits.
     *
     * @param write makes the letter of a message of this kind, or says why there is none any more
     */
    public void of(String kind, Function<Message, Written> write) {
        if (server.silence().isPresent()) {
            return;
        }
        try (MailServer.Connection connection = server.connection()) {
            Next next = Next.GO_ON;
            while (next == Next.GO_ON) {
                next = outbox.sendNext(kind, connection, write);
            }
        }
    }
}
