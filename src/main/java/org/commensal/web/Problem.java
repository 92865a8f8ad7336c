package org.commensal.web;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.Language;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/**
 * An answer that is not the one hoped for (RFC 9457).
 *
 * @param type kebab-case, the same for ever
 * @param reference by which a fault is found in the log
 */
record Problem(
        int status, String type, Text title, Text detail, List<Violation> violations, Optional<String> reference) {

    /** The status and title of each reason to refuse. */
    private record Kind(int status, Text title) {}

    private static final Map<Reason, Kind> KINDS = Map.of(
            Reason.NOT_SIGNED_IN, new Kind(401, new Text("Not signed in", "Niet ingelogd")),
            Reason.NOT_ALLOWED, new Kind(403, new Text("Not allowed", "Niet toegestaan")),
            Reason.NOT_FOUND, new Kind(404, new Text("Not found", "Niet gevonden")),
            Reason.INVALID, new Kind(422, new Text("Not accepted", "Niet aangenomen")),
            Reason.NOT_YET, new Kind(409, new Text("Not possible yet", "Dit kan nog niet")),
            Reason.CONFLICT, new Kind(409, new Text("Done already", "Al gedaan")),
            Reason.CHANGED, new Kind(412, new Text("Changed meanwhile", "Intussen gewijzigd")),
            Reason.TOO_LARGE, new Kind(413, new Text("Too large", "Te groot")),
            Reason.TOO_MANY, new Kind(429, new Text("Too many tries", "Te veel pogingen")));

    private static final Problem OF_CLIENT = plain(
            400,
            "bad-request",
            new Text("Cannot be read", "Niet te lezen"),
            new Text(
                    "The request cannot be read. Check how it is written.",
                    "De aanvraag is niet te lezen. Controleer hoe hij is geschreven."));

    /** What the server itself answers, before any of our use cases was asked. */
    private static final Map<Integer, Problem> OF_STATUS = Map.of(
            404,
            plain(
                    404,
                    "not-found",
                    new Text("Not found", "Niet gevonden"),
                    new Text(
                            "There is nothing at this address. Check it.",
                            "Er is niets op dit adres. Controleer het.")),
            405,
            plain(
                    405,
                    "method-not-allowed",
                    new Text("Not possible here", "Dit kan hier niet"),
                    new Text(
                            "This address does not take that method. The header Allow lists those it takes.",
                            "Dit adres kent deze methode niet. In de header Allow staat welke wel.")),
            406,
            plain(
                    406,
                    "not-acceptable",
                    new Text("No such form", "Niet in deze vorm"),
                    new Text(
                            "There is no answer in a form that the header Accept allows. Allow application/json.",
                            "Er is geen antwoord in een vorm uit de header Accept. Sta application/json toe.")),
            415,
            plain(
                    415,
                    "unsupported-media-type",
                    new Text("Not this kind of content", "Niet dit soort inhoud"),
                    new Text(
                            "This address does not take this kind of content. Send the Content-Type it is documented with.",
                            "Dit adres neemt dit soort inhoud niet aan. Stuur het Content-Type uit de documentatie.")));

    private static final Text DEFECT = new Text(
            "Something went wrong here, and nothing was changed. Try again; if it stays, report it with reference %s.",
            "Er ging hier iets mis en er is niets gewijzigd. Probeer het opnieuw. Blijft het zo? Meld het met nummer %s.");

    private static final Problem OUT_OF_REACH = plain(
            503,
            "unavailable",
            new Text("Not available", "Niet bereikbaar"),
            new Text(
                    "The server cannot reach its database at the moment, and nothing was kept. Try again in a minute.",
                    "De server kan nu niet bij zijn gegevens en heeft niets bewaard. Probeer het over een minuut opnieuw."));

    static Problem of(Refusal refusal) {
        Kind kind = kind(refusal.reason());
        String type = refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Problem(kind.status(), type, kind.title(), refusal.text(), refusal.violations(), Optional.empty());
    }

    /** For a client error of this status that no refusal explains. */
    static Problem of(int status) {
        Problem known = OF_STATUS.getOrDefault(status, OF_CLIENT);
        return new Problem(status, known.type, known.title, known.detail, List.of(), Optional.empty());
    }

    /** For a fault of ours, logged under this reference. */
    static Problem defect(String reference) {
        Text title = new Text("A fault of ours", "Een fout van ons");
        return new Problem(500, "defect", title, DEFECT.with(reference), List.of(), Optional.of(reference));
    }

    static Problem unavailable() {
        return OUT_OF_REACH;
    }

    JsonObject json(Language language) {
        var object = JSON.createObjectBuilder()
                .add("type", "/problems/" + type)
                .add("title", title.in(language))
                .add("status", status)
                .add("detail", detail.in(language));
        reference.ifPresent(id -> object.add("reference", id));
        if (!violations.isEmpty()) {
            JsonArrayBuilder list = JSON.createArrayBuilder();
            violations.forEach(violation -> list.add(JSON.createObjectBuilder()
                    .add("pointer", violation.pointer())
                    .add("detail", violation.message().in(language))));
            object.add("violations", list);
        }
        return object.build();
    }

    private static Kind kind(Reason reason) {
        return Optional.ofNullable(KINDS.get(reason)).orElseThrow();
    }

    private static Problem plain(int status, String type, Text title, Text detail) {
        return new Problem(status, type, title, detail, List.of(), Optional.empty());
    }
}
