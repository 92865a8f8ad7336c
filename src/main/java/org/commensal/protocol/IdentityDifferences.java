package org.commensal.protocol;

import static org.commensal.protocol.Compared.whole;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study.ConsentQuestion;
import org.commensal.protocol.StudyDifference.Comparison;
import org.commensal.protocol.StudyDifference.Kind;

/** What a study is called, how large it is, and what is agreed to. */
final class IdentityDifferences {

    private static final String CONSENT = "consent.yaml";

    static final List<Comparison> TABLE = List.of(
            IdentityDifferences::id,
            IdentityDifferences::title,
            IdentityDifferences::target,
            IdentityDifferences::zone,
            IdentityDifferences::consent);

    private IdentityDifferences() {}

    private static Stream<StudyDifference> id(Study old, Study amended) {
        return whole(
                Kind.STUDY_ID,
                StudyReader.STUDY,
                amended.id(),
                old.id(),
                amended.id(),
                Sentence.of(
                        "This is another study: %s, not %s. A running study keeps its id.",
                        "Dit is een ander onderzoek: %s, niet %s. Een lopend onderzoek houdt zijn id.",
                        amended.id(),
                        old.id()));
    }

    private static Stream<StudyDifference> title(Study old, Study amended) {
        return whole(
                Kind.STUDY_TEXT,
                StudyReader.STUDY,
                amended.id(),
                List.of(old.title(), old.summary(), old.notice()),
                List.of(amended.title(), amended.summary(), amended.notice()),
                new Text(
                        "The title, summary or notice of the study has other words.",
                        "De titel, samenvatting of melding van het onderzoek heeft andere woorden."));
    }

    private static Stream<StudyDifference> target(Study old, Study amended) {
        return whole(
                Kind.TARGET,
                StudyReader.STUDY,
                amended.id(),
                old.target(),
                amended.target(),
                Sentence.of(
                        "%s participants will be randomised instead of %s.",
                        "Er worden %s deelnemers gerandomiseerd in plaats van %s.", amended.target(), old.target()));
    }

    private static Stream<StudyDifference> zone(Study old, Study amended) {
        return whole(
                Kind.TIME_ZONE,
                StudyReader.STUDY,
                amended.id(),
                old.zone(),
                amended.zone(),
                Sentence.of(
                        "Diary days begin and end by the clock of %s instead of %s.",
                        "Dagboekdagen beginnen en eindigen volgens de klok van %s in plaats van %s.",
                        amended.zone(),
                        old.zone()));
    }

    /** Who signed which words must stay known: other words are another version. */
    private static Stream<StudyDifference> consent(Study old, Study amended) {
        String code = amended.consent().version();
        if (!old.consent().version().equals(code)) {
            return Stream.of(new StudyDifference(
                    Kind.CONSENT_VERSION,
                    CONSENT,
                    code,
                    Sentence.of(
                            "The consent document is version %s instead of %s: participants must be asked to consent again."
                                    + " Its questions: %s instead of %s.",
                            "Het toestemmingsformulier is versie %s in plaats van %s: deelnemers moeten opnieuw om"
                                    + " toestemming worden gevraagd. De vragen: %s in plaats van %s.",
                            code,
                            old.consent().version(),
                            questions(amended),
                            questions(old))));
        }
        return whole(
                Kind.CONSENT_TEXT,
                CONSENT,
                code,
                old.consent(),
                amended.consent(),
                Sentence.of(
                        "The consent document has other words and is still version %s. Give it another version.",
                        "Het toestemmingsformulier heeft andere woorden en is nog steeds versie %s. Geef het een andere"
                                + " versie.",
                        code));
    }

    private static List<String> questions(Study study) {
        return study.consent().questions().stream().map(ConsentQuestion::code).toList();
    }

    /** A version is published once: what differs needs a version of its own. */
    static Stream<StudyDifference> sameVersion(Study old, Study amended, boolean differs) {
        boolean same = differs
                && Objects.equals(old.id(), amended.id())
                && old.version().equals(amended.version());
        return !same
                ? Stream.of()
                : Stream.of(new StudyDifference(
                        Kind.SAME_VERSION,
                        StudyReader.STUDY,
                        amended.id(),
                        Sentence.of(
                                "Both are version %s. Give the amended study another version.",
                                "Beide zijn versie %s. Geef het gewijzigde onderzoek een andere versie.",
                                amended.version())));
    }
}
