package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An editor that has the schemas takes every file that reading takes, and marks a wrong one. */
class KeySchemaTest {

    private static final Path FOLDER = Path.of("study-protocols", "schema");
    private static final KeyReference REFERENCE = KeyReference.read();

    private static String onFile(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".json"));
    }

    @ParameterizedTest
    @CsvSource({
        "study, study.yaml, A study",
        "form, forms/*.yaml, A form or instrument of a study",
        "consent, consent.yaml, What a participant agrees to",
        "allocation, allocation.yaml, How participants are allocated",
        "simulation, simulation.yaml, Which participants are expected"
    })
    void theSchemaOnFileIsTheOneThatReadingGives(String name, String file, String title) throws IOException {
        String schema = new KeySchema(REFERENCE, file, title).write();
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".json"), schema);
        }
        assertThat(onFile(name)).isEqualTo(schema);
    }

    @Test
    void takesEveryFileThatReadingTakes() throws IOException {
        for (StudyFolder folder : ShippedFolders.all()) {
            for (Map.Entry<String, byte[]> file : folder.files().entrySet()) {
                String path = file.getKey();
                if (path.endsWith(".yaml") && !path.startsWith("examples/")) {
                    String name = path.contains("/") ? "form" : path.replace(".yaml", "");
                    assertThat(faults(name, new String(file.getValue(), StandardCharsets.UTF_8)))
                            .as(path)
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "study, study.yaml, 'target: 309', 'target: many'",
        "study, study.yaml, 'target: 309', 'targets: 309'",
        "study, study.yaml, 'role: primary', 'role: first'",
        "study, study.yaml, 'anchor: screening', 'anchor: birth'",
        "study, study.yaml, 'structure: parallel', 'colour: red'",
        "form, forms/evening.yaml, 'type: choice', 'type: choise'",
        "form, forms/evening.yaml, 'minutes: 2', 'minutes: 0'",
        "consent, consent.yaml, 'required: true', 'required: sometimes'",
        "allocation, allocation.yaml, 'measure: range', 'measure: feet'",
        "simulation, simulation.yaml, 'leiden: 6', 'leiden: 0'",
        "simulation, simulation.yaml, 'accrual:', 'recruitment:'"
    })
    void marksAPlantedMistake(String schema, String file, String correct, String mistake) throws IOException {
        String planted = new Planted().replace(file, correct, mistake).text(file);

        assertThat(faults(schema, planted)).isNotEmpty();
    }

    private static Set<ValidationMessage> faults(String name, String yaml) throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(onFile(name));
        return schema.validate(yaml, InputFormat.YAML);
    }
}
