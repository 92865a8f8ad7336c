package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Leaks planted one at a time by somebody who sees arms: each is typed in, withholds the dataset, and is corrected, after
 * which it is released. What no answer can tell, as when somebody was randomised, has no place in a dataset.
 */
@TestMethodOrder(OrderAnnotation.class)
class PlantedLeaksIT {

    private static final TestStudy STUDY = TestStudy.PLANTED;
    private static final String CALL = "C1";
    private static final TwoNodes NODES = TwoNodes.running();
    private static final TestTrial TRIAL = NODES.trial();
    private static final Map<String, UUID> FILLED = new LinkedHashMap<>();
    private static ArmedTrial armed;

    /** What whoever fills in the form of somebody of the first arm does with it. */
    enum Leak {
        AN_ITEM_OF_ONE_ARM("wholesale check.taste skipped") {
            @Override
            void plant(JsonObjectBuilder answers, boolean first, int turn) {
                without(answers, "taste", !first);
            }
        },
        MORE_MISSING_IN_ONE_ARM("association check.sleep skipped") {
            @Override
            void plant(JsonObjectBuilder answers, boolean first, int turn) {
                without(answers, "sleep", first && turn % 5 != 0);
            }
        },
        A_QUESTION_THAT_NAMES_AN_ARM("wholesale check.plan_days = 7") {
            @Override
            void plant(JsonObjectBuilder answers, boolean first, int turn) {
                answers.add("plan_days", first ? 7 : turn % 3);
            }
        },
        A_SCALE_OF_ONE_SITE("wholesale check.weight, decimals") {
            @Override
            void plant(JsonObjectBuilder answers, boolean first, int turn) {
                if (first) {
                    answers.add("weight", 60.5 + turn % 30);
                }
            }
        },
        A_KIT_NUMBER("kit-number check.steps") {
            @Override
            void plant(JsonObjectBuilder answers, boolean first, int turn) {
                if (turn == 3) {
                    answers.add("steps", kit());
                }
            }
        };

        private final String found;

        Leak(String found) {
            this.found = found;
        }

        abstract void plant(JsonObjectBuilder answers, boolean first, int turn);

        private static void without(JsonObjectBuilder answers, String item, boolean left) {
            if (left) {
                answers.addNull(item);
            }
        }
    }

    /** Six blocks, and a form of everybody. */
    @BeforeAll
    static void fill() {
        TRIAL.stock(STUDY, "P1", TRIAL.as(Cast.SANNE), "north", 30);
        armed = ArmedTrial.randomised(TRIAL, STUDY, 24);
        int turn = 0;
        for (String code : armed.first().keySet()) {
            FILLED.put(code, armed.fill(code, CALL, honest(turn++).build()));
        }
    }

    @Test
    @Order(1)
    void honestDataAreReleasedWithoutOrderOrTimeOfDay() throws Exception {
        byte[] first = TestTrial.dataset(TRIAL.as(Cast.NOOR), STUDY, TRIAL.released(STUDY, "honest"));
        byte[] second = TestTrial.dataset(TRIAL.as(Cast.NOOR), STUDY, TRIAL.released(STUDY, "honest again"));

        List<String> randomised =
                IntStream.range(0, 24).mapToObj(PlantedLeaksIT::steps).toList();
        List<String> turned = new ArrayList<>(randomised);
        Collections.reverse(turned);
        assertThat(steps(first))
                .containsExactlyInAnyOrderElementsOf(randomised)
                .isNotEqualTo(randomised)
                .isNotEqualTo(turned)
                .isNotEqualTo(steps(second));
        Unzipped.texts(first).forEach((name, text) -> {
            if (name.endsWith(".csv")) {
                assertThat(text).as(name).doesNotContainPattern("[0-9]T?[ :]?[0-9]{2}:[0-9]{2}");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    @Order(2)
    void aLeakWithholdsItUntilItIsCorrected(Leak leak) {
        correct(leak, true);

        JsonObject refused = armed.asked("with " + leak, "refused");

        assertThat(refused.getJsonArray("files")).isEmpty();
        assertThat(armed.found()).anySatisfy(found -> assertThat(found).startsWith(leak.found));
        correct(leak, false);
        TRIAL.released(STUDY, "without " + leak);
    }

    private static void correct(Leak leak, boolean planted) {
        int turn = 0;
        for (Map.Entry<String, Boolean> one : armed.first().entrySet()) {
            JsonObjectBuilder answers = honest(turn);
            if (planted) {
                leak.plant(answers, one.getValue(), turn);
            }
            turn++;
            UUID id = UUID.randomUUID();
            JsonObject correction = TestTrial.correction(
                    CALL + "/check", answers.build(), FILLED.get(one.getKey()).toString(), "typed wrongly");
            TRIAL.as(Cast.SANNE)
                    .put(TestTrial.path(STUDY, one.getKey()) + "/responses/" + id, correction)
                    .expect(201);
            FILLED.put(one.getKey(), id);
        }
    }

    /** The same of every arm: nothing follows from whose turn it is. */
    private static JsonObjectBuilder honest(int turn) {
        return Json.createObjectBuilder()
                .add("attacks", turn * 5 % 11)
                .add("sleep", turn * 7 % 11)
                .add("taste", turn * 3 % 11)
                .add("steps", Integer.parseInt(steps(turn)))
                .add("plan_days", turn * 3 % 8)
                .add("weight", 60 + turn * 7 % 31);
    }

    /** By which a row is known again. */
    private static String steps(int turn) {
        return Integer.toString(4000 + turn);
    }

    private static List<String> steps(byte[] zip) throws Exception {
        return new ReleasedCells(Unzipped.files(zip)).column("check", "steps");
    }

    /** The number of the kit that the fourth was handed. */
    private static int kit() {
        String code = armed.first().keySet().stream().skip(3).findFirst().orElseThrow();
        String number = TRIAL.as(Cast.SANNE)
                .get(TestTrial.path(STUDY, code) + "/kits")
                .expect(200)
                .list()
                .getJsonObject(0)
                .getString("number");
        return Integer.parseInt(number.substring(number.indexOf('-') + 1));
    }
}
