package org.commensal.web.kits;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Tone;

/**
 * The kits of one participant.
 *
 * @param address of this page
 * @param participant the address of the participant's page
 * @param handedOut the number that was just chosen
 * @param visits at which a kit can still be handed out
 * @param instead numbers of lost, damaged or recalled kits for which no other was handed out
 * @param handles whether this person hands out and takes back
 */
public record ParticipantKitsSheet(
        String code,
        String address,
        String participant,
        String prefix,
        Optional<String> handedOut,
        List<Line> kits,
        List<Visit> visits,
        List<String> instead,
        boolean handles) {

    /** A visit of the protocol at which a kit is handed out. */
    public record Visit(String code, String name) {}

    /** @param back how many units were brought back; a dash before */
    public record Line(String number, String visit, String since, String state, Tone tone, String back) {}
}
