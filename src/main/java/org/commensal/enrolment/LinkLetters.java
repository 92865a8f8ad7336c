package org.commensal.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.PersonalLink;
import org.commensal.access.PersonalLinks;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.mail.EmptyOutbox;
import org.commensal.mail.Message;
import org.commensal.mail.Reason;
import org.commensal.mail.Written;
import org.commensal.mail.Written.Letter;
import org.commensal.mail.Written.Withheld;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes the mail with a personal link at the moment of sending: nothing of the link is kept meanwhile.
 *
 * <p>It names neither the study nor the site, since either may tell of an illness to whoever sees the mail.
 */
@ApplicationScoped
public class LinkLetters {

    static final String KIND = "personal-link";

    private static final Text SUBJECT = new Text("Your personal link", "Uw persoonlijke link");
    private static final Text BODY = new Text("""
            Hello,

            You take part in a study. With this link you reach what you fill in:
            %s

            The first time, you choose a PIN of 5 or 6 digits. From then on you need both, the link and the PIN.
            Keep this mail, and show it to nobody. An earlier link of yours works no more.

            Does the page say that a PIN was chosen before, and you did not? Or do you not take part in a study?
            Then tell the study team.
            """, """
            Hallo,

            U doet mee aan een onderzoek. Met deze link komt u bij wat u invult:
            %s

            De eerste keer kiest u een pincode van 5 of 6 cijfers. Daarna hebt u allebei nodig: de link en de pincode.
            Bewaar deze e-mail en laat hem aan niemand zien. Een eerdere link van u werkt niet meer.

            Staat er dat er al een pincode is gekozen, en hebt u dat niet gedaan? Of doet u niet mee aan een onderzoek?
            Meld dat dan bij het onderzoeksteam.
            """);

    @Inject
    EmptyOutbox outbox;

    @Inject
    PersonalLinks links;

    @Inject
    IdentityVault vault;

    @Inject
    @ConfigProperty(name = "app.origin")
    String origin;

    /** Sends every link that waits to be sent. */
    public void send() {
        outbox.of(KIND, this::write);
    }

    private Written write(Message message) {
        Optional<PersonalLink> link = links.mailed(UUID.fromString(message.about()));
        Optional<String> address = vault.address(message.study(), new ParticipantCode(message.participant()));
        if (link.isEmpty()) {
            return new Withheld(Reason.REPLACED);
        }
        return address.<Written>map(to -> letter(to, link.get())).orElseGet(() -> new Withheld(Reason.NO_ADDRESS));
    }

    private Letter letter(String to, PersonalLink link) {
        Language language = link.language();
        String text = String.format(BODY.in(language), link.address(origin));
        return new Letter(to, language, SUBJECT.in(language), text, Optional.empty());
    }
}
