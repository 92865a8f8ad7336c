package org.commensal.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commensal.access.SealingKey;
import org.commensal.access.SealingKey.Purpose;
import org.commensal.kernel.ParticipantCode;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Addresses that open one thing of one participant without signing in. They are signed with a key that is not in the
 * database, so that nobody can make one who was not given it.
 */
@ApplicationScoped
class ParticipantLinks {

    private static final Pattern TOKEN = Pattern.compile("([A-Za-z0-9_-]{1,200})\\.([A-Za-z0-9_-]{43})");
    private static final Pattern OWNER = Pattern.compile("([a-z0-9-]{1,80})/([A-Z0-9-]{1,20})/([0-9]{1,9})");

    /** Whose address it is. */
    record Owner(String study, ParticipantCode code, int number) {

        private String text() {
            return study + "/" + code + "/" + number;
        }
    }

    @Inject
    SealingKey keys;

    @Inject
    @ConfigProperty(name = "app.origin")
    String origin;

    /** Where somebody ends reminders, or has them sent again. */
    URI unsubscribe(String study, ParticipantCode code) {
        return URI.create(origin + "/unsubscribe/" + token("unsubscribe", new Owner(study, code, 0)));
    }

    URI calendar(String study, ParticipantCode code, int number) {
        return URI.create(origin + "/calendar/" + token("calendar", new Owner(study, code, number)) + ".ics");
    }

    URI today() {
        return URI.create(origin + "/today");
    }

    /** An id of a thing of a participant that tells nothing of the participant: {@code 3f…@trials.example.org}. */
    String id(String study, ParticipantCode code, String thing) {
        String signature = keys.sign(Purpose.VAULT, String.join("/", "id", study, code.value(), thing));
        return signature.substring(0, 22) + "@" + URI.create(origin).getHost();
    }

    Optional<Owner> unsubscribing(String token) {
        return owner("unsubscribe", token);
    }

    Optional<Owner> ofCalendar(String token) {
        return owner("calendar", token);
    }

    private String token(String use, Owner owner) {
        String text = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(owner.text().getBytes(StandardCharsets.UTF_8));
        return text + "." + keys.sign(Purpose.VAULT, use + "/" + owner.text());
    }

    private Optional<Owner> owner(String use, String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String text = decoded(parts.group(1));
        Matcher owner = OWNER.matcher(text);
        return owner.matches() && keys.signed(Purpose.VAULT, use + "/" + text, parts.group(2))
                ? Optional.of(new Owner(
                        owner.group(1), new ParticipantCode(owner.group(2)), Integer.parseInt(owner.group(3))))
                : Optional.empty();
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
