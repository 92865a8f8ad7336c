package org.commensal.mail;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commensal.kernel.Language;

/** What its use case makes of a message at the moment of sending: a letter, or why there is none. */
public sealed interface Written {

    /** Control characters would end a header and begin another. */
    Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /**
     * A letter to one address. Its text tells nothing, so that no log does.
     *
     * @param text plain, with line breaks
     * @param unsubscribe where its reader ends such letters with one click, without signing in
     */
    record Letter(String to, Language language, String subject, String text, Optional<URI> unsubscribe)
            implements Written {

        public Letter {
            if (CONTROL.matcher(to).find() || CONTROL.matcher(subject).find()) {
                throw new IllegalArgumentException("an address or a subject has a line break");
            }
        }

        @Override
        public String toString() {
            return "letter withheld";
        }
    }

    /** It is not sent, now or later. */
    record Withheld(Reason reason) implements Written {}

    /** It is not sent before this moment. */
    record Later(Reason reason, Instant at) implements Written {}
}
