package org.commensal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComputePowerTest {

    @Test
    void saysEveryFaultAtOnce() {
        Ran wrong = Ran.command(
                "power", "--endpoint", "ancova", "--delta", "0", "--arms", "one", "--test", "normal", "--alpha", "5");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err().lines())
                .containsExactly(
                        "--test: not a setting of ancova. Leave it out.",
                        "--arms is one. Write a number from 2 to 20.",
                        "--sd is missing. Write a number from 0.000001 to 1000000.",
                        "--delta is 0. Write the difference that the trial is to show.",
                        "--alpha is 5. Write a number from 0.000001 to 0.5.");
    }

    @Test
    void refusesWhatCannotBeComputed() {
        assertThat(Ran.command("power").err()).startsWith("--endpoint is missing. Write one of: ancova,");
        assertThat(Ran.command("power", "--endpoint", "proportions", "--control", "0.3", "--treatment", "0.3")
                        .err())
                .startsWith("--control and --treatment are the same.");
        assertThat(Ran.command("power", "--endpoint", "ancova", "--delta", "1,2", "--sd", "3", "--ratio", "2:1:1:1")
                        .err())
                .startsWith("--delta has 2 differences for 3 arms");
        assertThat(Ran.command(
                                "power",
                                "--endpoint",
                                "ancova",
                                "--delta",
                                "1",
                                "--sd",
                                "3",
                                "--ratio",
                                "2:1:1",
                                "--comparison",
                                "tukey")
                        .err())
                .startsWith("--comparison tukey is for arms of the same size.");
        assertThat(Ran.command(
                                "power",
                                "--endpoint",
                                "proportions",
                                "--control",
                                "0.3",
                                "--treatment",
                                "0.5",
                                "--n",
                                "90",
                                "--power",
                                "0.8")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void sizesThreeArmsAgainstAControl() {
        Ran sized = Ran.command(
                "power",
                "--endpoint",
                "ancova",
                "--delta",
                "1.5",
                "--sd",
                "4.5",
                "--correlation",
                "0.5",
                "--arms",
                "3",
                "--comparison",
                "dunnett",
                "--dropout",
                "0.15",
                "--json");

        assertThat(sized.exitCode()).isZero();
        assertThat(sized.out())
                .contains("\"comparison\": \"dunnett\"", "\"normal-n-per-arm\": 164.77", "\"recruited-per-arm\": 19")
                .contains("\"normal-critical-value\": 2.212");
    }

    @Test
    void givesThePowerOfASize() {
        assertThat(Ran.command(
                                "power",
                                "--endpoint",
                                "proportions",
                                "--control",
                                "0.3",
                                "--treatment",
                                "0.5",
                                "--n",
                                "123.99861")
                        .lines())
                .anyMatch(line -> line.matches("power +0\\.9"));
        assertThat(Ran.command(
                                "power",
                                "--endpoint",
                                "negative-binomial",
                                "--control",
                                "8",
                                "--treatment",
                                "6.4",
                                "--dispersion",
                                "0.35",
                                "--n",
                                "207.06524")
                        .lines())
                .anyMatch(line -> line.matches("power +0\\.9"));
        assertThat(Ran.command("power", "--endpoint", "ancova", "--delta", "1.5", "--sd", "4.5", "--n", "190.09913")
                        .lines())
                .anyMatch(line -> line.matches("power +0\\.9"));
    }
}
