package org.commensal.export.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commensal.export.release.PrimaryAnalysis;
import org.commensal.export.release.PrimaryAnalysis.Outcome;
import org.commensal.export.release.PrimaryAnalysis.Statement;
import org.commensal.export.release.ShippedTables;
import org.commensal.export.release.Table;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the script for the analysis finds, against models and formulas that are written down here once more. */
class AnalysisFormatTest {

    private static final String CLOSED = "Closed testing: first all three groups, then each pair.";
    private static final String TOO_FEW =
            "There are too few subjects to tell the arms from the covariates: no analysis.";

    /** The data of the model, as d, read another way than the script does. */
    private static final String DATA = """
            p <- read.csv("participants.csv"); e <- read.csv("endpoints.csv"); f <- read.csv("factors.csv")
            e <- e[e$at_baseline == "false", ]
            d <- merge(merge(p[p$stage == "randomised", ], e, by = "subject"), f, by = "subject")
            d <- d[!is.na(d$change), ]
            m <- lm(change ~ baseline + site + aura + arm, d)
            """;

    @TempDir
    Path folder;

    @Test
    void withoutEndpointsItSaysSo() throws Exception {
        unpack(plan("parallel", "change-from-baseline", ""), SampleTable.NO_ROWS);

        assertThat(run()).anyMatch(line -> line.contains("no table of endpoints and participants"));
    }

    @Test
    void withoutParticipantsItSaysSo() throws Exception {
        make(MadeTrial.of(0), CLOSED);

        assertThat(run()).contains("Nobody was randomised: no analysis.");
        assertThat(result("flow")).contains("\"randomised\",0\n");
    }

    @Test
    void withoutArmsItDescribesAndSaysWhatAComparisonNeeds() throws Exception {
        make(MadeTrial.of(30).onArms(), CLOSED);

        assertThat(run()).anyMatch(line -> line.startsWith("This release tells no arms. A comparison needs"));
        assertThat(result("primary-observed")).startsWith("\"variable\",\"event\",\"what\",\"all\"\n");
        assertThat(folder.resolve("results/primary-differences.csv")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "n-of-1, value, the design is n-of-1 and the outcome a value",
        "crossover, change-from-baseline, the design is crossover",
        "'', change-from-baseline, the design is not stated",
        "parallel, time-to-event, the outcome a time-to-event",
        "parallel, count, the outcome a count"
    })
    void whatHasNoComparisonOfItsOwnIsDescribedAlone(String structure, String metric, String why) throws Exception {
        unpack(plan(structure, metric, ""), MadeTrial.of(30).tables());

        assertThat(run()).anyMatch(line -> line.startsWith("No comparison of primary: ") && line.contains(why));
        assertThat(script()).doesNotContain("ancova", "newcombe");
        assertThat(result("primary-observed")).contains("mean (SD)");
    }

    @Test
    void differencesAndMeansAreThoseOfTheLinearModel() throws Exception {
        make(MadeTrial.of(90), CLOSED);
        run();

        assertThat(asked(DATA + """
                check <- function(arms) {
                  d$arm <- factor(d$arm, levels = arms)
                  m <- lm(change ~ baseline + site + aura + arm, d)
                  s <- summary(m)$coefficients[paste0("arm", arms[-1]), , drop = FALSE]
                  data.frame(comparison = paste(arms[-1], "-", arms[1]), estimate = s[, 1], se = s[, 2],
                    lower = confint(m)[rownames(s), 1], upper = confint(m)[rownames(s), 2], p = s[, 4])
                }
                own <- rbind(check(c("A", "B", "C")), check(c("B", "C", "A"))[1, ])
                found <- read.csv("results/primary-differences.csv")
                found <- found[match(own$comparison, found$comparison), ]
                global <- anova(lm(change ~ baseline + site + aura, d), m)$`Pr(>F)`[2]
                means <- sapply(c("A", "B", "C"), function(a) mean(predict(m, transform(d, arm = a))))
                off <- c(unlist(own[-1]) - unlist(found[names(own)[-1]]), found$p_adjusted - pmax(found$p, global),
                  means - read.csv("results/primary-means.csv")$estimate)
                cat(nrow(found), nrow(d), length(off), max(abs(off)) < 1e-8, found$df[1] == df.residual(m), "\\n")
                cat(abs(found$estimate - c(-2, -3, -1)) < 1, "\\n")
                """)).containsExactly("3 82 21 TRUE TRUE ", "TRUE TRUE TRUE ");
        assertThat(folder.resolve("results/primary-residuals.pdf")).isNotEmptyFile();
    }

    @Test
    void sensitivityIsWithoutFactorsAndWithStandardErrorsOfHc3() throws Exception {
        make(MadeTrial.of(60), "");
        run();

        assertThat(asked(DATA + """
                found <- read.csv("results/primary-sensitivity.csv")
                simple <- coef(lm(change ~ baseline + arm, d))[["armB"]]
                X <- model.matrix(m)
                inverse <- solve(t(X) %*% X)
                e2 <- resid(m)^2 / (1 - diag(X %*% inverse %*% t(X)))^2
                V <- inverse %*% t(X) %*% diag(e2) %*% X %*% inverse
                cat(abs(simple - found$estimate[1]) < 1e-8, abs(sqrt(V["armB", "armB"]) - found$se[4]) < 1e-8, "\\n")
                """)).containsExactly("TRUE TRUE ");
        assertThat(result("primary-differences")).doesNotContain("p_adjusted");
    }

    @Test
    void holmIsTakenWhereThePlanNamesIt() throws Exception {
        make(MadeTrial.of(60), "The three pairs by the method of Holm.");
        run();

        assertThat(asked("""
                found <- read.csv("results/primary-differences.csv")
                cat(max(abs(found$p_adjusted - p.adjust(found$p, "holm"))) < 1e-12, "\\n")
                """)).containsExactly("TRUE ");
    }

    @Test
    void aPlanThatNamesTwoMethodsIsTakenForNone() throws Exception {
        make(MadeTrial.of(9), CLOSED + " Or by Holm.");

        assertThat(script()).contains("adjust <- \"none\"", "#   multiplicity: " + CLOSED);
    }

    @Test
    void aSubjectWithoutAnArmIsCountedAndNotCompared() throws Exception {
        make(MadeTrial.of(60).withoutArm(5), CLOSED);

        assertThat(run())
                .contains("Randomised without an arm in this release: 5")
                .anyMatch(line -> line.startsWith("ANCOVA of primary: 50 of 60 randomised"));
    }

    @Test
    void oneArmIsNoComparison() throws Exception {
        make(MadeTrial.of(30).onArms("A"), CLOSED);

        assertThat(run()).contains("A comparison needs two arms with values: no analysis.");
    }

    @Test
    void anArmWithoutValuesIsInTheFlowAndNotInTheComparison() throws Exception {
        make(MadeTrial.of(60).silent("C"), CLOSED);
        run();

        assertThat(result("primary-differences").lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("\"B - A\"");
        assertThat(result("flow")).contains("\"with primary\",18,18,0,36\n");
    }

    @Test
    void aFactorOfOneLevelIsNotInTheModel() throws Exception {
        make(MadeTrial.of(60).sites(1), CLOSED);

        assertThat(run())
                .contains("Not in the model, since it is the same for all: factor.site")
                .anyMatch(line -> line.startsWith("Model: y ~ baseline + factor.aura + arm;"));
    }

    @Test
    void anArmThatIsAlsoASiteCannotBeToldApart() throws Exception {
        make(MadeTrial.of(60).withASiteForEachArm(), CLOSED);

        assertThat(run()).contains(TOO_FEW);
    }

    @Test
    void aFewSubjectsAreTooFew() throws Exception {
        make(MadeTrial.of(6), CLOSED);

        assertThat(run()).contains(TOO_FEW);
    }

    /** Newcombe 1998, Statistics in Medicine 17:873, table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void differencesOfProportionsAreThoseOfNewcombe(int x1, int n1, int x2, int n2, double lower, double upper)
            throws Exception {
        List<String> participants = new ArrayList<>();
        List<String> endpoints = new ArrayList<>();
        for (int i = 0; i < n1 + n2; i++) {
            participants.add(MadeTrial.row("s" + i, "randomised", i < n1 ? "B" : "A"));
            String reached = (i < n1 ? i < x1 : i - n1 < x2) ? "1" : "0";
            endpoints.add(MadeTrial.row("s" + i, "primary", "better", "V4", "false", reached, "", "", "", ""));
        }
        unpack(
                plan("parallel", "responder", ""),
                MadeTrial.table("participants", "subject stage arm", Set.of(), participants),
                MadeTrial.table(
                        "endpoints",
                        "subject outcome variable event at_baseline value value_missing baseline change change_missing",
                        Set.of(),
                        endpoints));
        run();

        String[] cells = result("primary-differences").lines().toList().get(1).split(",");
        assertThat(Double.parseDouble(cells[1])).isCloseTo((double) x1 / n1 - (double) x2 / n2, within(1e-12));
        assertThat(Double.parseDouble(cells[2])).isCloseTo(lower, within(0.00006));
        assertThat(Double.parseDouble(cells[3])).isCloseTo(upper, within(0.00006));
    }

    @Test
    void aResponderWhoseValueIsANumberOfDaysIsNoProportion() throws Exception {
        unpack(plan("parallel", "responder", ""), MadeTrial.of(30).tables());

        assertThat(run()).anyMatch(line -> line.startsWith("The values are not 0 and 1"));
    }

    @ParameterizedTest
    @CsvSource({
        "gutbrain-migraine-3arm, 0, Nobody was randomised: no analysis.",
        "gutbrain-migraine-3arm, 9, ANCOVA of mmd-change: 0 of 9 randomised subjects have outcome",
        "probiotic-placebo-2arm, 4, ANCOVA of mmd-change: 0 of 4 randomised subjects have outcome",
        "nof1-gluten-dairy, 8, No comparison of challenge-difference: the design is n-of-1 and the outcome a value"
    })
    void itRunsForEachShippedStudy(String study, int subjects, String says) throws Exception {
        unpack(ShippedTables.analysis(study), ShippedTables.masked(study, subjects));

        assertThat(run()).anyMatch(line -> line.startsWith(says));
        assertThat(script()).contains("#   primary model: Mixed model ");
    }

    @Test
    void aStatementWithTheCodeOfAnArmInItIsNotQuoted() throws Exception {
        unpack(ShippedTables.analysis("gutbrain-migraine-3arm"), ShippedTables.masked("gutbrain-migraine-3arm", 3));

        assertThat(script())
                .contains("#   sensitivity: Imputation with", "#   sensitivity: (not quoted, since it has the code")
                .doesNotContain("BMC Med Res");
    }

    private static PrimaryAnalysis plan(String structure, String metric, String multiplicity) {
        return new PrimaryAnalysis(
                structure,
                "superiority",
                Optional.of("0.05"),
                List.of(new Outcome("primary", new Text("Change in \"days\"", "Verandering"), metric)),
                multiplicity.isEmpty()
                        ? List.of()
                        : List.of(new Statement(PrimaryAnalysis.MULTIPLICITY, new Text(multiplicity, "Toetsen"))));
    }

    private void make(MadeTrial trial, String multiplicity) throws IOException {
        unpack(plan("parallel", "change-from-baseline", multiplicity), trial.tables());
    }

    private void unpack(PrimaryAnalysis plan, Table... tables) throws IOException {
        for (String format : List.of(Formats.CSV, "analysis")) {
            for (Format.File file : Formats.of(format).orElseThrow().files(SampleTable.dataset(plan, tables))) {
                try (var out = Files.newOutputStream(folder.resolve(file.name()))) {
                    file.content().write(out);
                }
            }
        }
    }

    /** What it prints when it is run as it is; a warning is a failure. */
    private List<String> run() throws Exception {
        return asked("options(warn = 2); source(\"analysis.R\")");
    }

    private List<String> asked(String script) throws Exception {
        return Program.R.that("quit()", folder).says(script, folder);
    }

    private String script() throws IOException {
        return Files.readString(folder.resolve("analysis.R"));
    }

    private String result(String name) throws IOException {
        return Files.readString(folder.resolve("results/" + name + ".csv"));
    }
}
