package org.commensal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateAllocationTest {

    @TempDir
    private Path folder = Path.of("");

    private static Ran simulate(String line) {
        return Ran.command(("simulate " + line).split(" ", -1));
    }

    private static double figure(Ran ran, String name) {
        String after = ran.out().substring(ran.out().indexOf("\"" + name + "\": ") + name.length() + 4);
        return Double.parseDouble(after.split("[,}]", 2)[0]);
    }

    @Test
    void saysEveryFaultAtOnce() {
        Ran wrong = simulate("--n 48 --arms two --method block-urn --lambda 0 --method efron --trials -3");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err().lines())
                .containsExactly(
                        "--arms is two. Write a number from 2 to 20.",
                        "--method block-urn: \"lambda\" is 0. Write a whole number from 1 to 100.",
                        "--method efron: \"probability\" is missing. Add --probability.",
                        "--trials is -3. Write a number from 1 to 1000000.");
        assertThat(Ran.command("simulate").err()).contains("There is nothing to simulate.", "--n is missing.");
        assertThat(simulate("--n 20 --method coin").err())
                .startsWith("--method coin: \"coin\" is not an allocation method.");
        assertThat(simulate("nowhere").exitCode()).isEqualTo(66);
        assertThat(simulate("--factors 2,3 --n 12 --method efron --probability 2/3 --exact")
                        .exitCode())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prevalences 1:2 | give a number for each level of --factors, as 1:1,3:1,2:1:1 for 2,2,3.",
                "--prevalences 1:2,1:1 | give a number for each level of --factors",
                "--prevalences 1:2,1:0:1 | --prevalences is 0. Write a number from 1 to 1000000.",
                "--prevalences 1:2,1:-4:1 | --prevalences is -4. Write a number from 1 to 1000000.",
                "--prevalences 1:2,1:1:1 --exact | Leave one out."
            })
    void prevalencesThatDoNotFitAreRefused(String option, String said) {
        Ran wrong = simulate("--n 20 --factors 2,3 --method complete-randomisation " + option);

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains(said);
        assertThat(Ran.command("simulate", Ran.FLAGSHIP, "--prevalences", "1:1").exitCode())
                .isEqualTo(2);
    }

    @Test
    void prevalencesAreWhatIsSimulated() {
        String blocks = "--n 20 --trials 500 --factors 2,3 --method permuted-blocks --block-size 2 --json";
        Ran equal = simulate(blocks);

        assertThat(simulate(blocks + " --prevalences 5:5,1:1:1").out()).isEqualTo(equal.out());
        assertThat(figure(simulate(blocks + " --prevalences 19:1,8:1:1"), "marginal-range"))
                .isLessThan(figure(equal, "marginal-range"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--arms 2 --n 48 --method block-urn --lambda 3 | .628316 | .055940",
                "--arms 3 --n 36 --method block-urn --lambda 2 | .506012 | .059313",
                "--n 48 --method big-stick --limit 3 | .578704 | .157407",
                "--n 48 --method chen --probability 2/3 --limit 3 | .639668 | .067602",
                "--n 48 --method efron --probability 2/3 | .621542 | 0",
                "--n 48 --method wei-urn --alpha 0 --beta 1 | .560998 | .010417",
                "--n 48 --method maximal-procedure --limit 3 | .632366 | .095320",
                "--n 48 --method permuted-blocks --block-size 6 | .683333 | .25",
                "--ratio 2:1:1 --n 48 --method permuted-blocks --block-size 8 | .602083 | .171429"
            })
    void givesExactFiguresAndSimulatesTheSame(String line, double guess, double certain) {
        Ran exact = simulate(line.strip() + " --exact --json");
        assertThat(exact.exitCode()).as(exact.err()).isZero();
        assertThat(figure(exact, "correct-guess")).isCloseTo(guess, within(5.1e-7));
        if (!line.contains("wei-urn")) {
            assertThat(figure(exact, "deterministic-share")).isCloseTo(certain, within(5.1e-7));
        }

        Ran simulated = simulate(line.strip() + " --trials 4000 --seed 5 --json");
        for (String name : new String[] {"correct-guess", "deterministic-share", "mean-range", "mean-running-range"}) {
            double error =
                    figure(new Ran(0, simulated.out().substring(simulated.out().indexOf("standard-errors")), ""), name);
            assertThat(figure(simulated, name)).as(name).isCloseTo(figure(exact, name), within(3.5 * error + 1e-4));
        }
    }

    @Test
    void putsMethodsSideBySideAndSaysHowFarItIs() {
        Ran both = simulate("--n 24 --trials 100 --tests --method block-urn --lambda 3"
                + " --method permuted-blocks --block-size 2,4 --method complete-randomisation");

        assertThat(both.lines().get(0).strip().split(" +"))
                .containsExactly("block-urn", "permuted-blocks", "complete-randomisation");
        assertThat(both.lines()).anyMatch(line -> line.startsWith("incomplete-blocks") && line.contains(" - "));
        assertThat(both.lines()).anyMatch(line -> line.startsWith("type-one-re-randomisation-step"));
        assertThat(both.err()).contains("block-urn: 50%", "complete-randomisation: 100%");
        assertThat(simulate("--n 24 --trials 50 --method minimisation --factors 2,2 --json --probability 0.85")
                        .out())
                .contains("probability 17/20", "\"marginal-range\": ", "\"within-stratum-range\": ");
    }

    @Test
    void simulatesAStudyBesideAnAlternativeAndWritesAReport() throws IOException {
        Path page = folder.resolve("report.html");
        Ran study = Ran.command(
                "simulate",
                Ran.FLAGSHIP,
                "--n",
                "60",
                "--trials",
                "50",
                "--method",
                "block-urn",
                "--lambda",
                "3",
                "--report",
                page.toString(),
                "--lang",
                "nl");

        assertThat(study.exitCode()).as(study.err()).isZero();
        assertThat(study.lines().get(0).strip().split(" +")).containsExactly("minimisation", "block-urn");
        assertThat(study.lines()).anyMatch(line -> line.startsWith("correct-guess-site "));
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>\n<html lang=\"nl\">")
                .contains("gutbrain-migraine-3arm 0.4", "probability 4/5", "<svg");
        assertThat(Ran.command("simulate", Ran.FLAGSHIP, "--arms", "2").exitCode())
                .isEqualTo(2);
        assertThat(Ran.command("simulate", Ran.FLAGSHIP, "--trials", "1", "--report", "/nowhere/at/all")
                        .exitCode())
                .isEqualTo(73);
    }

    @Test
    void theSameSeedPrintsTheSame() {
        String[] twice = {"--threads 1", "--threads 3"};
        assertThat(Arrays.stream(twice)
                        .map(threads -> simulate("--n 30 --trials 200 --method efron --probability 3/4 " + threads)
                                .out())
                        .distinct())
                .hasSize(1);
    }
}
