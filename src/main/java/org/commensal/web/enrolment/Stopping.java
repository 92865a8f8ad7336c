package org.commensal.web.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.web.Form;
import org.commensal.web.Texts;
import org.commensal.web.Words;

/**
 * What somebody can stop with, and what each means for them and their data.
 *
 * @param address where it is sent
 * @param back where to go instead
 */
public record Stopping(String code, String address, String back, List<Choice> choices) {

    /** @param since when they stopped with it, where they did */
    public record Choice(String code, String label, String means, boolean chosen, Optional<String> since) {}

    /** @param whose the beginning of the keys of the texts: to a participant is spoken otherwise than of them */
    public static Stopping of(
            Participant participant, String whose, String address, String back, Set<Part> chosen, Texts texts) {
        return new Stopping(
                participant.code().value(),
                address,
                back,
                Stream.of(Part.values())
                        .map(part -> new Choice(
                                Words.code(part),
                                texts.get("withdrawal." + Words.code(part)),
                                texts.get("withdrawal." + Words.code(part) + "." + whose),
                                chosen.contains(part),
                                Optional.ofNullable(participant.withdrawn().get(part))
                                        .map(day -> texts.get("withdrawal.since", texts.day(day)))))
                        .toList());
    }

    /** The parts that were ticked in a form. */
    public static Set<Part> chosen(Form form) {
        List<String> ticked = form.values("parts");
        return Stream.of(Part.values())
                .filter(part -> ticked.contains(Words.code(part)))
                .collect(Collectors.toSet());
    }

    public List<Choice> open() {
        return choices.stream().filter(choice -> choice.since().isEmpty()).toList();
    }

    public List<Choice> stopped() {
        return choices.stream().filter(choice -> choice.since().isPresent()).toList();
    }

    public List<Choice> chosen() {
        return choices.stream().filter(Choice::chosen).toList();
    }
}
