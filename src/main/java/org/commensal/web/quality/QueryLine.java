package org.commensal.web.quality;

import java.util.Map;
import java.util.function.Function;
import org.commensal.protocol.Study;
import org.commensal.quality.DataQuery;
import org.commensal.quality.DataQuery.State;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;

/**
 * A query as lists show it.
 *
 * @param state where it stands, in a word
 * @param about the visit, form and question
 * @param origin whether a rule or a person raised it
 * @param raised the day
 * @param since the day on which it came into its state
 */
public record QueryLine(
        String code,
        String href,
        String state,
        Tone tone,
        String about,
        String text,
        String site,
        String origin,
        String raised,
        String since) {

    private static final Map<State, Tone> TONES =
            Map.of(State.OPEN, Tone.ROSE, State.ANSWERED, Tone.AMBER, State.CLOSED, Tone.TEAL);

    /** @param study in force; {@code versions} those that queries may have been raised on */
    public static Function<DataQuery, QueryLine> in(Study study, Map<String, Study> versions, Texts texts) {
        Function<String, DatumWords> words = DatumWords.byVersion(versions, study, texts);
        return query -> new QueryLine(
                query.participant().value(),
                href(study.id(), query),
                texts.get("query.state." + Words.code(query.state())),
                TONES.getOrDefault(query.state(), Tone.PLAIN),
                words.apply(query.version()).about(query.about()),
                texts.in(query.text()),
                study.site(query.site()).name(),
                texts.get(query.rule().isPresent() ? "query.origin.rule" : "query.origin.hand"),
                texts.dayOfYear(query.raised().atZone(study.zone()).toLocalDate()),
                texts.dayOfYear(query.last().at().atZone(study.zone()).toLocalDate()));
    }

    static String href(String study, DataQuery query) {
        return "/studies/" + study + "/participants/" + query.participant() + "/queries/" + query.id();
    }
}
