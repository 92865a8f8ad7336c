package org.commensal.questionnaires;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyDifference;

/** How much was answered of each item, form and visit of a study. Reads which items have an answer, never the answer. */
@ApplicationScoped
class AnsweredRegister {

    private static final JsonFactory JSON = new JsonFactory();

    @PersistenceContext
    EntityManager database;

    /** Current responses by the item that they answer, by their form and by their visit or block; drafts by their form. */
    record Counts(
            Map<String, Long> items, Map<String, Long> forms, Map<String, Long> events, Map<String, Long> drafts) {

        /** How many current responses a change is about: those with the item, of the form, or of the visit or block. */
        long kept(StudyDifference difference, Study before) {
            if (asks(before, difference.code())) {
                return of(items, difference.code());
            }
            return forms.containsKey(difference.file()) ? of(forms, difference.file()) : of(events, difference.code());
        }

        long begun(StudyDifference difference) {
            return of(drafts, difference.file());
        }

        private static boolean asks(Study study, String code) {
            return study.questionnaires().values().stream()
                    .flatMap(form -> form.items().stream())
                    .anyMatch(item -> item.code().equals(code));
        }

        private static long of(Map<String, Long> counts, String name) {
            return counts.getOrDefault(name, 0L);
        }
    }

    /** The key of a task holds the form and the visit or day, in whichever order; a draft is counted for both. */
    @SuppressWarnings("unchecked")
    Counts count(String study) {
        Counts counts = new Counts(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        database.createNativeQuery("select r.form, r.event, cast(r.answers as varchar) from responses r"
                        + " where r.study = ? and not exists (select 1 from responses n where n.study = r.study"
                        + " and n.participant = r.participant and n.task = r.task and n.revision > r.revision)")
                .setParameter(1, study)
                .getResultStream()
                .forEach(found -> {
                    Object[] row = (Object[]) found;
                    counts.forms().merge((String) row[0], 1L, Long::sum);
                    counts.events().merge((String) row[1], 1L, Long::sum);
                    answered((String) row[2], counts.items());
                });
        database.createNativeQuery("select d.task from drafts d where d.study = ?")
                .setParameter(1, study)
                .getResultStream()
                .forEach(task -> Stream.of(((String) task).split("/", -1))
                        .forEach(part -> counts.drafts().merge(part, 1L, Long::sum)));
        return counts;
    }

    /** Counts each member of a stored document but the reasons for what is missing. */
    private static void answered(String json, Map<String, Long> items) {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String item = parser.currentName();
                parser.nextToken();
                parser.skipChildren();
                if (!item.equals(AnswersJson.MISSING)) {
                    items.merge(item, 1L, Long::sum);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
