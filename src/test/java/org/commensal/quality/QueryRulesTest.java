package org.commensal.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Value;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Conduct.QueryRule;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;
import org.commensal.questionnaires.Response;
import org.junit.jupiter.api.Test;

/** Q1 within a form, Q2 over two forms, Q3 against the weight at screening, Q4 against the diary. */
class QueryRulesTest {

    private static final String RULES = """

            safety:
              baseline:
                - {code: weight_v0, of: weight_kg, visit: SCR, label: {en: "Weight", nl: "Gewicht"}}
            queries:
              - {id: Q1, text: {en: "Heavy?", nl: "Zwaar?"}, when: weight_kg >= 150, about: weight_kg}
              - {id: Q2, text: {en: "Thin and sad?", nl: "Mager en somber?"}, when: phq9_09 >= 1 and weight_kg < 50, about: phq9_09}
              - {id: Q3, text: {en: "More?", nl: "Meer?"}, when: weight_kg >= weight_v0 * 1.2, about: weight_kg}
              - {id: Q4, text: {en: "Diary?", nl: "Dagboek?"}, when: diary_days_completed_runin < 2 and weight_kg >= 1, about: weight_kg}
            """;

    private static final Study STUDY = study();
    private static final Participant JOHANNA =
            new Participant(ParticipantCode.of("LEI", 1), "leiden", Map.of(Stage.SCREENED, LocalDate.of(2026, 11, 1)));
    private static final QueryRules QUERIES = new QueryRules(STUDY, JOHANNA);

    private static Study study() {
        Map<String, byte[]> files =
                new TreeMap<>(StudyFolder.of(Path.of("src", "test", "resources", "studies", "published-earlier"))
                        .files());
        files.computeIfPresent("study.yaml", (name, yaml) -> (new String(yaml, StandardCharsets.UTF_8) + RULES)
                .getBytes(StandardCharsets.UTF_8));
        return StudyReader.read(files);
    }

    @Test
    void whatIsMissingMakesNoRuleHold() {
        Response skipped = weight("V1", Value.Missing.SKIPPED);

        assertThat(holding(skipped, skipped)).isEmpty();
        assertThat(holding(phq("V1", 1), phq("V1", 1))).isEmpty();
    }

    @Test
    void aFormTouchesTheRulesThatNameSomethingOfIt() {
        assertThat(ids(QUERIES.touching("measurements"))).containsExactly("Q1", "Q2", "Q3", "Q4");
        assertThat(ids(QUERIES.touching("phq-9"))).containsExactly("Q2");
        assertThat(ids(QUERIES.touching("diary"))).containsExactly("Q4");
        assertThat(ids(QUERIES.touching("changes"))).isEmpty();
    }

    @Test
    void aRuleIsJudgedOfEachResponseByItself() {
        Response heavy = weight("SCR", 160);
        Response usual = weight("V1", 80);

        assertThat(holding(heavy, heavy, usual)).contains("Q1");
        assertThat(holding(usual, heavy, usual)).doesNotContain("Q1");
    }

    @Test
    void anotherFormIsReadAtTheSameVisitAndElseTheNewestOfIt() {
        Response sad = phq("V1", 1);
        Response thin = weight("V1", 45);
        Response later = weight("V4", 70);

        assertThat(holding(sad, sad, thin, later)).containsExactly("Q2");
        assertThat(holding(sad, sad, weight("V2", 45))).containsExactly("Q2");
        assertThat(holding(sad, sad, thin(), later)).isEmpty();
    }

    @Test
    void aLaterVisitIsComparedWithTheBaselineThatStandsNow() {
        Response now = weight("V2", 96);

        assertThat(holding(now, weight("SCR", 80), now)).contains("Q3");
        assertThat(holding(now, weight("SCR", 81), now)).doesNotContain("Q3");
    }

    /** So that what is asked depends on the answers, and never on the order in which they came in. */
    @Property(seed = "20261129", tries = 100)
    void theOrderOfVisitsChangesNothingWithinAForm(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 40, max = 200) Integer> weights) {
        List<Response> current = new ArrayList<>();
        weights.forEach(kilograms -> current.add(weight("V" + current.size(), kilograms)));
        List<Response> reversed = new ArrayList<>(current);
        Collections.reverse(reversed);
        QueryRule heavy = STUDY.conduct().queries().get(0);

        for (int i = 0; i < current.size(); i++) {
            assertThat(QUERIES.holds(heavy, current, current.get(i)))
                    .isEqualTo(QUERIES.holds(heavy, reversed, current.get(i)))
                    .isEqualTo(weights.get(i) >= 150);
        }
    }

    private static Response thin() {
        return weight("V0", 45);
    }

    private static List<String> holding(Response response, Response... current) {
        return ids(STUDY.conduct().queries().stream()
                .filter(rule -> QUERIES.form(rule).equals(response.form()))
                .filter(rule -> !rule.id().equals("Q4"))
                .filter(rule -> QUERIES.holds(rule, List.of(current), response))
                .toList());
    }

    private static List<String> ids(List<QueryRule> rules) {
        return rules.stream().map(QueryRule::id).toList();
    }

    private static Response phq(String visit, int item9) {
        return response("phq-9", visit, Map.of("phq9_09", Value.Num.of(item9)));
    }

    private static Response weight(String visit, int kilograms) {
        return weight(visit, Value.Num.of(kilograms));
    }

    private static Response weight(String visit, Value kilograms) {
        return response("measurements", visit, Map.of("weight_kg", kilograms));
    }

    private static Response response(String form, String event, Map<String, Value> answers) {
        Instant at = Instant.parse("2026-11-20T10:00:00Z");
        return new Response(
                UUID.nameUUIDFromBytes((form + event).getBytes(StandardCharsets.UTF_8)),
                STUDY.version(),
                form,
                event,
                event + "/" + form,
                Optional.empty(),
                1,
                "",
                at,
                at,
                false,
                new Answers(answers),
                Map.of());
    }
}
