package org.commensal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server keeps every rule of its architecture, and every rule can be broken: each has classes that were planted to
 * break it. A rule that no class of the server is subject to fails as well (ArchUnit calls it an empty should).
 */
class ArchitectureTest {

    private static final String SERVER = "org.commensal";
    private static final String PLANTED = "org.commensal.architecture.planted.";

    private static JavaClasses server;

    static Stream<String> rules() {
        return new Rules(SERVER).all().keySet().stream();
    }

    @BeforeAll
    static void read() {
        server = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(SERVER);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theServerKeeps(String rule) {
        new Rules(SERVER).all().get(rule).check(server);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whatWasPlantedBreaks(String rule) {
        String root = PLANTED + rule;
        JavaClasses planted = new ClassFileImporter().importPackages(root);

        assertThat(planted).as("classes planted to break the rule " + rule).isNotEmpty();
        assertThat(new Rules(root).all().get(rule).evaluate(planted).hasViolation())
                .isTrue();
    }
}
