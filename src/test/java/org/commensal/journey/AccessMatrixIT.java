package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who gets what answer where: {@code access.csv} says it for every route of the application, every role, and the own and
 * the other site; the server must say the same. A route that is not in the table fails, and so does a row without one.
 *
 * <p>A cell is the status of a well-formed request; {@code -} where the route has no site and there is no other one. What
 * may be done and was done before is a conflict, 409.
 */
class AccessMatrixIT {

    private static final Path TABLE = Path.of("src", "test", "resources", "journey", "access.csv");
    private static final String ELSEWHERE = " elsewhere";
    private static final Set<String> BLINDED =
            Set.of("statistician", "data-manager", "monitor", "auditor", "administrator");

    private static final Set<Integer> CLOSED = Set.of(403, 404);

    private final List<String> tellArms = new ArrayList<>();
    private final Scene scene = new Scene(TwoNodes.running().trial(), TestStudy.OPEN);

    @Test
    void everyRouteAnswersEveryRoleAsTheTableSays() throws IOException {
        List<String> expected = Files.readAllLines(TABLE);
        List<String> actual = new ArrayList<>();
        actual.add("method,path," + String.join(",", visitors().keySet()));
        for (Route route : Route.all()) {
            actual.add(route.method() + "," + route.path() + "," + String.join(",", statuses(route)));
        }
        Files.write(Settings.folder("access").resolve("access.csv"), actual);

        assertThat(actual).containsExactlyElementsOf(expected);
        assertThat(tellArms).isEmpty();
    }

    @Test
    void theTableLetsNobodyIntoAnotherSite() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        List<String> columns = List.of(lines.get(0).split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            for (int i = 2; i < cells.length; i++) {
                if (columns.get(i).endsWith(ELSEWHERE) && !cells[i].equals("-")) {
                    assertThat(CLOSED).as(line).contains(Integer.valueOf(cells[i]));
                }
            }
        }
    }

    @Test
    void aCodeOfAnotherSiteIsAnsweredAsOneThatNobodyHas() throws IOException {
        Visitor sanne = TwoNodes.running().trial().as(Cast.SANNE);
        for (Route route : Route.all()) {
            if (route.path().contains("{code}")) {
                Answer theirs = scene.ask(sanne, route, true);
                Answer nobodys = scene.askAboutNobody(sanne, route);
                assertThat(nobodys.status()).as(route.path()).isEqualTo(theirs.status());
                assertThat(nobodys.text().replace(scene.nobody(), "CODE"))
                        .as(route.path())
                        .isEqualTo(theirs.text().replace(scene.there(), "CODE"));
            }
        }
    }

    private List<String> statuses(Route route) {
        return visitors().entrySet().stream()
                .map(column -> status(route, column.getKey(), column.getValue()))
                .toList();
    }

    /** No answer to whoever is blinded in this study tells an arm, whatever they send; what they read BlindnessIT knows. */
    private String status(Route route, String column, Visitor visitor) {
        boolean elsewhere = column.endsWith(ELSEWHERE);
        if (elsewhere && !route.hasASite()) {
            return "-";
        }
        Answer answer = scene.ask(visitor, route, elsewhere);
        boolean blinded = BLINDED.contains(column) && !route.method().equals("GET");
        if (blinded && BlindnessIT.ARM.matcher(BlindnessIT.said(route, answer)).find()) {
            tellArms.add(column + ": " + route);
        }
        return Integer.toString(answer.status());
    }

    /** The columns of the table. People of one site stand there twice. */
    private Map<String, Visitor> visitors() {
        TestTrial trial = TwoNodes.running().trial();
        Map<String, Visitor> visitors = new LinkedHashMap<>();
        visitors.put("nobody", Visitor.at(trial.as(Cast.RUBEN).base()));
        Stream.of("", ELSEWHERE).forEach(where -> {
            visitors.put("participant" + where, scene.participant());
            visitors.put("coordinator" + where, trial.as(Cast.SANNE));
            visitors.put("investigator" + where, trial.as(Cast.LOTTE));
        });
        Stream.of(Cast.NOOR, Cast.EVA, Cast.DAAN, Cast.BRAM, Cast.FLEUR, Cast.IRIS, Cast.RUBEN)
                .forEach(person -> visitors.put(person.role, trial.as(person)));
        return visitors;
    }
}
