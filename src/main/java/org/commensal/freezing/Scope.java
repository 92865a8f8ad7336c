package org.commensal.freezing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.enrolment.Participant;

/**
 * A part of the data of a study: all of it, or that of a site, a participant, a visit of a participant, or one form of it.
 * What is not said is {@code *}.
 *
 * @param event the visit, block of the diary or event
 * @param task the key of the form, such as {@code V1/phq-9}
 */
public record Scope(String site, String participant, String event, String task) {

    public static final String ALL = "*";

    /** What a scope is, the widest first. */
    public enum Kind {
        STUDY,
        SITE,
        PARTICIPANT,
        VISIT,
        FORM
    }

    public static Scope study() {
        return site(ALL);
    }

    public static Scope site(String site) {
        return new Scope(site, ALL, ALL, ALL);
    }

    public static Scope of(Participant participant) {
        return visit(participant, ALL);
    }

    public static Scope visit(Participant participant, String event) {
        return form(participant, event, ALL);
    }

    public static Scope form(Participant participant, String event, String task) {
        return new Scope(participant.site(), participant.code().value(), event, task);
    }

    public Kind kind() {
        if (!task.equals(ALL)) {
            return Kind.FORM;
        }
        if (!event.equals(ALL)) {
            return Kind.VISIT;
        }
        if (!participant.equals(ALL)) {
            return Kind.PARTICIPANT;
        }
        return site.equals(ALL) ? Kind.STUDY : Kind.SITE;
    }

    /** Every scope that this one lies in, itself among them. */
    public List<Scope> around() {
        return Stream.of(
                        study(),
                        site(site),
                        new Scope(site, participant, ALL, ALL),
                        new Scope(site, participant, event, ALL),
                        this)
                .distinct()
                .toList();
    }

    /** Whether the other one lies in this one, or is it. */
    public boolean contains(Scope other) {
        return other.around().contains(this);
    }

    /** What it is called where a participant, a site or a study is named: never an answer. */
    public Optional<String> subject() {
        return Stream.of(participant, site).filter(name -> !name.equals(ALL)).findFirst();
    }
}
