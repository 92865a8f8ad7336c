package org.commensal.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.commensal.access.People;
import org.commensal.enrolment.IdentityVault;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.mail.Message;
import org.commensal.mail.Reason;
import org.commensal.mail.Written;
import org.commensal.protocol.Reminders;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Tasks;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/**
 * Writes a reminder at the moment of sending, or says why it is not sent any more: what was done or ended since it was
 * planned counts.
 */
@ApplicationScoped
class ReminderLetters {

    static final String KIND = "reminder";

    private static final Text FOOTER = new Text(
            "You get this mail because you take part in %s. No more reminders? %s",
            "U krijgt deze e-mail omdat u meedoet aan %s. Geen herinneringen meer? %s");

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    Tasks tasks;

    @Inject
    ReminderLedger choices;

    @Inject
    IdentityVault vault;

    @Inject
    People people;

    @Inject
    ParticipantLinks links;

    @Inject
    Clock clock;

    Written write(Message message) {
        ParticipantCode code = new ParticipantCode(message.participant());
        Participant participant = participants.find(message.study(), code);
        PublishedStudy published = studies.at(message.study(), participant.site());
        Study study = published.study();
        Optional<Reminders> reminders = study.conduct().reminders();
        Optional<Occasion> occasion = reminders.flatMap(
                rules -> Occasion.all(rules, study.schedule(), participant.anchors(), study.zone()).stream()
                        .filter(one -> one.about().equals(message.about()))
                        .findFirst());
        if (occasion.isEmpty()) {
            return new Written.Withheld(Reason.NO_LONGER_PLANNED);
        }
        return withheld(published, participant, occasion.get())
                .or(() -> later(reminders.orElseThrow(), study))
                .orElseGet(() -> letter(study, reminders.orElseThrow(), participant, occasion.get()));
    }

    private Optional<Written> withheld(PublishedStudy published, Participant participant, Occasion occasion) {
        Study study = published.study();
        if (!published.state().collects()) {
            return Optional.of(new Written.Withheld(Reason.STUDY_ENDED));
        }
        if (!choices.wants(study.id(), participant.code())) {
            return Optional.of(new Written.Withheld(Reason.NOT_WANTED));
        }
        if (participant.withdrawn().containsKey(Part.FOLLOW_UP)) {
            return Optional.of(new Written.Withheld(Reason.STOPPED));
        }
        return occasion.isDone(PlanReminders.done(tasks.of(published, participant)))
                ? Optional.of(new Written.Withheld(Reason.DONE))
                : Optional.empty();
    }

    private Optional<Written> later(Reminders reminders, Study study) {
        Instant now = clock.instant();
        ZonedDateTime allowed = reminders.notQuiet(now.atZone(study.zone()).toLocalDateTime(), study.zone());
        return allowed.toInstant().isAfter(now)
                ? Optional.of(new Written.Later(Reason.QUIET_HOURS, allowed.toInstant()))
                : Optional.empty();
    }

    private Written letter(Study study, Reminders reminders, Participant participant, Occasion occasion) {
        Optional<String> address = vault.address(study.id(), participant.code());
        if (address.isEmpty()) {
            return new Written.Withheld(Reason.NO_ADDRESS);
        }
        Language language = people.language(participant.code()).orElse(Language.EN);
        URI stop = links.unsubscribe(study.id(), participant.code());
        String name = reminders.name().in(language);
        String footer = String.format(FOOTER.in(language), name, stop);
        return new Written.Letter(
                address.get(),
                language,
                filled(occasion.rule().subject().in(language), name, occasion, language),
                filled(occasion.rule().body().in(language), name, occasion, language)
                                .stripTrailing()
                        + "\n\n-- \n" + footer + "\n",
                Optional.of(stop));
    }

    private String filled(String words, String name, Occasion occasion, Language language) {
        return words.replace("{study}", name)
                .replace("{link}", links.today().toString())
                .replace("{until}", day(occasion.lastDay(), language));
    }

    private static String day(LocalDate day, Language language) {
        Locale locale = language == Language.NL ? Locale.forLanguageTag("nl-NL") : Locale.UK;
        return DateTimeFormatter.ofPattern("EEEE d MMMM", locale).format(day);
    }
}
