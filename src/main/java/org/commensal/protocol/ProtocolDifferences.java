package org.commensal.protocol;

import static org.commensal.protocol.Compared.whole;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commensal.kernel.Text;
import org.commensal.protocol.StudyDifference.Comparison;
import org.commensal.protocol.StudyDifference.Kind;

/** What a protocol says in words, part by part: that it changed, not each word of it. */
final class ProtocolDifferences {

    static final List<Comparison> TABLE = List.of(
            part(
                    Kind.EVENT_FORM,
                    study -> study.schedule().events(),
                    "The forms that are filled in when something happens are others, or are asked otherwise.",
                    "De formulieren voor als er iets gebeurt zijn andere, of worden anders gevraagd."),
            part(
                    Kind.INTERVENTION,
                    study -> study.protocol().interventions(),
                    "The protocol says otherwise what participants of an arm receive.",
                    "Het protocol beschrijft anders wat deelnemers van een arm krijgen."),
            ProtocolDifferences::kits,
            part(
                    Kind.IMPORTS,
                    study -> study.conduct().imports(),
                    "Results from files are read otherwise. What was imported stays as it is.",
                    "Uitslagen uit bestanden worden anders gelezen. Wat is ingelezen, blijft zoals het is."),
            part(
                    Kind.DOUBLE_ENTRY,
                    study -> study.conduct().doubleEntry(),
                    "Other forms are entered by two people. What was filled in before is not entered again.",
                    "Twee mensen voeren andere formulieren in. Wat al was ingevuld, wordt niet nog eens ingevoerd."),
            part(
                    Kind.SOURCE_VERIFICATION,
                    study -> study.conduct().sourceVerification(),
                    "Other data are to be compared with their source. What was compared stays so.",
                    "Andere gegevens moeten met de bron vergeleken worden. Wat vergeleken is, blijft dat."),
            part(
                    Kind.OWN_DIARY,
                    study -> study.conduct().ownDiary(),
                    "Participants see other things of their own diary.",
                    "Deelnemers zien andere dingen van hun eigen dagboek."),
            part(
                    Kind.SAFETY,
                    study -> study.conduct().safety(),
                    "The alerts or other safety rules are others.",
                    "De alarmen of andere veiligheidsregels zijn anders."),
            part(
                    Kind.QUERIES,
                    study -> study.conduct().queries(),
                    "The queries that answers raise are others.",
                    "De query's bij antwoorden zijn anders."),
            part(
                    Kind.ANALYSIS,
                    study -> study.protocol().analysis(),
                    "The outcomes, estimands, sample size or statistics are others.",
                    "De uitkomsten, estimands, steekproefgrootte of statistiek zijn anders."),
            part(
                    Kind.PROTOCOL_TEXT,
                    ProtocolDifferences::otherWords,
                    "Some other parts of the protocol have other words.",
                    "Sommige andere delen van het protocol hebben andere woorden."));

    private ProtocolDifferences() {}

    private static List<Object> otherWords(Study study) {
        Protocol protocol = study.protocol();
        Conduct conduct = study.conduct();
        return List.of(
                protocol.administration(),
                protocol.rationale(),
                protocol.armsNotUsed(),
                protocol.blinding(),
                protocol.limitations(),
                conduct.recruitment(),
                conduct.monitoring(),
                conduct.ethics(),
                conduct.data(),
                conduct.dissemination());
    }

    /** What is printed on boxes stays; what is done with them may change. */
    private static Stream<StudyDifference> kits(Study old, Study amended) {
        Optional<String> before = old.conduct().kits().map(Conduct.Kits::prefix);
        Optional<String> after = amended.conduct().kits().map(Conduct.Kits::prefix);
        if (before.isPresent() && !before.equals(after)) {
            return Stream.of(new StudyDifference(
                    Kind.KIT_NUMBERS,
                    StudyReader.STUDY,
                    amended.id(),
                    new Text(
                            "Kits are gone, or their numbers begin otherwise than those on the boxes.",
                            "Er zijn geen verpakkingen meer, of hun nummers beginnen anders dan die op de dozen.")));
        }
        return told(
                Kind.KITS,
                old.conduct().kits(),
                amended.conduct().kits(),
                amended.id(),
                new Text(
                        "Kits are handed out, kept or sent otherwise.",
                        "Verpakkingen worden anders meegegeven, bewaard of verstuurd."));
    }

    private static Comparison part(Kind kind, Function<Study, Object> part, String en, String nl) {
        return (old, amended) -> told(kind, part.apply(old), part.apply(amended), amended.id(), new Text(en, nl));
    }

    /** Compared as they are written, since an expression is equal to itself alone. */
    private static Stream<StudyDifference> told(Kind kind, Object old, Object amended, String study, Text sentence) {
        return whole(kind, StudyReader.STUDY, study, old.toString(), amended.toString(), sentence);
    }
}
