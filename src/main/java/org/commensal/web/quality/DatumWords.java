package org.commensal.web.quality;

import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.instrument.Item;
import org.commensal.instrument.Value;
import org.commensal.protocol.Study;
import org.commensal.quality.Datum;
import org.commensal.questionnaires.Response;
import org.commensal.web.Labels;
import org.commensal.web.Texts;
import org.commensal.web.Words;

/**
 * What a query is about and what was answered there, as people read it.
 *
 * @param study the version that the query was raised on
 */
record DatumWords(Study study, Texts texts) {

    /** So many decimals of what was computed are shown. */
    private static final int DECIMALS = 2;

    /** The visit, form and question; that it is the participant as a whole where there is none. */
    String about(Datum about) {
        return about.event().isEmpty()
                ? texts.get("query.participant")
                : Stream.of(event(about), form(about), item(about))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("\u00a0· "));
    }

    private Optional<String> event(Datum about) {
        String day = about.task().replaceFirst(".*/", "");
        boolean daily = study.schedule().blocks().stream()
                .anyMatch(block -> block.code().equals(about.event()));
        if (about.task().isEmpty()) {
            return Optional.of(texts.in(Labels.event(study, about.event())));
        }
        return Optional.of(
                daily
                        ? texts.in(Labels.event(study, about.event())) + ", " + day
                        : texts.in(Labels.event(study, about.event(), about.task())));
    }

    private Optional<String> form(Datum about) {
        return Optional.ofNullable(study.questionnaires().get(about.form())).map(form -> texts.in(form.title()));
    }

    private Optional<String> item(Datum about) {
        return about.item().isEmpty()
                ? Optional.empty()
                : Labels.variables(study, List.of(about.item())).stream()
                        .map(texts::in)
                        .findFirst();
    }

    /** What a response answers to an item or has as a score; a dash where that is nothing. */
    String answer(Response response, String code) {
        Optional<Value> value = Optional.ofNullable(response.answers().values().get(code))
                .or(() -> Optional.ofNullable(response.scores().get(code)));
        Map<String, String> options = options(response.form(), code);
        return value.map(given -> written(given, options)).orElse("–");
    }

    private String written(Value given, Map<String, String> options) {
        if (given instanceof Value.Num number && number.value().scale() > DECIMALS) {
            return Words.of(new Value.Num(number.value().setScale(DECIMALS, RoundingMode.HALF_EVEN)), texts);
        }
        if (given instanceof Value.Words several) {
            return several.value().stream()
                    .map(word -> options.getOrDefault(word, word))
                    .collect(Collectors.joining(", "));
        }
        return given instanceof Value.Word word
                ? options.getOrDefault(word.value(), word.value())
                : Words.of(given, texts);
    }

    private Map<String, String> options(String form, String code) {
        return Optional.ofNullable(study.questionnaires().get(form)).stream()
                .flatMap(known -> known.items().stream())
                .filter(item -> item.code().equals(code))
                .map(Item::options)
                .flatMap(List::stream)
                .collect(Collectors.toMap(Item.Option::value, option -> texts.in(option.label()), (one, other) -> one));
    }

    /** Words for queries that were raised on different versions of a study. */
    static Function<String, DatumWords> byVersion(Map<String, Study> versions, Study otherwise, Texts texts) {
        return version -> new DatumWords(versions.getOrDefault(version, otherwise), texts);
    }
}
