package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;

/** A short form with a gate, two questions behind it, a free remark and a computed value. */
class QuestionnaireTest {

    private static final Map<String, String> HOURS = Map.of("least", "0", "most", "24", "decimals", "1");

    private final Questionnaire form = new Questionnaire(
            "day",
            Text.same("Day"),
            Optional.empty(),
            Optional.empty(),
            1,
            List.of(
                    item("headache", "boolean", Map.of(), null, true),
                    item("hours", "number", HOURS, "headache", true),
                    item("long", "boolean", Map.of(), "hours > 12", false),
                    item("remark", "text", Map.of("max-length", "10"), null, false),
                    item("minutes", "computed", Map.of("formula", "hours * 60"), "headache", false)),
            List.of(
                    new Questionnaire.Score("twice", Text.same("Twice"), Expression.parse("hours * 2")),
                    new Questionnaire.Score("four_times", Text.same("4x"), Expression.parse("twice * 2"))));

    private static Item item(
            String code,
            String type,
            Map<String, String> settings,
            @org.jspecify.annotations.Nullable String askIf,
            boolean required) {
        return new Item(
                code,
                type,
                Text.same(code + "?"),
                Optional.empty(),
                List.of(),
                settings,
                Optional.ofNullable(askIf).map(Expression::parse),
                required,
                "normal");
    }

    @Test
    void refusesEveryFaultAtOnceEachAtItsAnswer() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("headache", "yes, terribly");
        given.put("remark", "far too long a remark");
        given.put("minutes", "30");
        given.put("colour/1", "blue");
        given.put("headach", null);

        assertThatThrownBy(() -> form.accept(given)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.INVALID);
            assertThat(refusal.violations())
                    .extracting(Refusal.Violation::pointer)
                    .containsExactly("/answers/colour~11", "/answers/headach", "/answers/headache", "/answers/remark");
        });
        given.put("headache", "true");
        assertThatThrownBy(() -> form.accept(given))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::pointer)
                        .contains("/answers/hours", "/answers/minutes"));
    }

    @Test
    void refusesToSkipARequiredQuestionOnlyWhereItIsAsked() {
        Map<String, Object> skipped = new HashMap<>();
        skipped.put("headache", null);

        assertThatThrownBy(() -> form.accept(skipped)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> form.accept(Map.of("headache", ""))).isInstanceOf(Refusal.class);
        assertThat(form.accept(Map.of("headache", "false")).get("hours")).isEqualTo(Value.Missing.NOT_APPLICABLE);
    }

    @Test
    void givesEveryItemAValueAndKeepsApartWhyOneIsMissing() {
        Map<String, Object> given = new HashMap<>();
        given.put("headache", true);
        given.put("hours", new BigDecimal("12.5"));
        given.put("remark", null);

        assertThat(form.accept(given).values())
                .containsExactly(
                        Map.entry("headache", new Value.Bool(true)),
                        Map.entry("hours", new Value.Num(new BigDecimal("12.5"))),
                        Map.entry("long", Value.Missing.UNKNOWN),
                        Map.entry("remark", Value.Missing.SKIPPED),
                        Map.entry("minutes", new Value.Num(new BigDecimal("750.0"))));
    }

    @Test
    void noAnswerWherePeopleMayRefuseIsARefusal() {
        Item remark = form.items().get(3).with(Map.of(Item.MAY_REFUSE, "true"));
        Map<String, Object> given = new HashMap<>();
        given.put("remark", null);

        assertThat(new Filling(List.of(remark), given).answers().get("remark")).isEqualTo(Value.Missing.REFUSED);
        assertThat(new Filling(List.of(remark), Map.of()).answers().get("remark"))
                .as("not reached")
                .isEqualTo(Value.Missing.UNKNOWN);
    }

    @Test
    void dropsAnAnswerWhoseQuestionDoesNotApply() {
        Answers answers = form.accept(Map.of("headache", "false", "hours", "7", "long", "not even a boolean"));

        assertThat(answers.get("hours")).isEqualTo(Value.Missing.NOT_APPLICABLE);
        assertThat(answers.get("minutes")).isEqualTo(Value.Missing.NOT_APPLICABLE);
        assertThat(answers.get("long")).isEqualTo(Value.Missing.UNKNOWN);
    }

    @Test
    void asksOnwardsFromTheAnswersSoFar() {
        assertThat(form.asked(Map.of())).extracting(Item::code).containsExactly("headache", "remark");
        assertThat(form.asked(Map.of("headache", "true", "hours", "13")))
                .extracting(Item::code)
                .containsExactly("headache", "hours", "long", "remark");
        assertThat(form.asked(Map.of("headache", "nonsense"))).hasSize(2);
    }

    @Test
    void saysWhatIsWrongWithOneAnswer() {
        Item hours = form.items().get(1);

        assertThat(form.fault(hours, "25").orElseThrow().en()).contains("from 0 to 24", "\"25\"");
        assertThat(form.fault(hours, null).orElseThrow().nl()).startsWith("Beantwoord deze vraag");
        assertThat(form.fault(hours, "7,5")).isEmpty();
        assertThat(form.fault(form.items().get(3), null)).isEmpty();
        assertThat(form.fault(form.items().get(3), "x".repeat(20_000))
                        .orElseThrow()
                        .en())
                .isEqualTo("This answer is too long.");
    }

    @Test
    void scoresFromAnswersAndFromTheScoresBefore() {
        assertThat(form.score(form.accept(Map.of("headache", "true", "hours", "2"))))
                .containsExactly(Map.entry("twice", Value.Num.of(4)), Map.entry("four_times", Value.Num.of(8)));
        assertThat(form.score(form.accept(Map.of("headache", "false"))).get("four_times"))
                .isEqualTo(Value.Missing.UNKNOWN);
    }

    private final Questionnaire measured = new Questionnaire(
            "measured",
            Text.same("Measured"),
            Optional.empty(),
            Optional.empty(),
            1,
            List.of(
                    item("weight_kg", "number", usual("35", "160"), null, false),
                    item("visit_time", "time", Map.of("usual-most", "18:00"), null, false),
                    item("born", "date", Map.of("usual-least", "1920-01-01"), null, false)),
            List.of());

    private static Map<String, String> usual(String least, String most) {
        return Map.of(
                "least", "0", "most", "300", "decimals", "1", "unit", "kg", "usual-least", least, "usual-most", most);
    }

    @Test
    void refusesAnUnusualAnswerUntilItIsConfirmedAndSaysHow() {
        Answers unusual = measured.accept(Map.of("weight_kg", "210", "visit_time", "18:01", "born", "1919-12-31"));

        assertThatThrownBy(() -> measured.confirm(unusual, Set.of("visit_time", "born")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.INVALID);
                    assertThat(refusal.violations())
                            .containsExactly(new Refusal.Violation(
                                    "/answers/weight_kg",
                                    new Text(
                                            "You filled in 210 kg. Usually this is from 35 to 160. Is it right?"
                                                    + " If so, send \"weight_kg\" in \"confirmed\".",
                                            "U vulde 210 kg in. Meestal is dit 35 tot en met 160. Klopt het?"
                                                    + " Zo ja, stuur \"weight_kg\" mee in \"confirmed\".")));
                });
        assertThatThrownBy(() -> measured.confirm(unusual, Set.of()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.violations())
                        .hasSize(3));
        assertThat(measured.confirm(unusual, Set.of("weight_kg", "visit_time", "born", "never_asked")))
                .containsExactly("weight_kg", "visit_time", "born");
    }

    @Test
    void whatIsUsualOrMissingNeedsNoConfirmation() {
        for (String usual : List.of("35", "160", "70,5", "")) {
            Answers answers = measured.accept(Map.of("weight_kg", usual, "visit_time", "18:00", "born", "1920-01-01"));

            assertThat(measured.confirm(answers, Set.of("weight_kg"))).isEmpty();
        }
    }
}
