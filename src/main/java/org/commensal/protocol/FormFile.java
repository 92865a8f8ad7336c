package org.commensal.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Settings;

/** One form or instrument by itself, without a study around it, as when answers on paper are scored. */
public final class FormFile {

    private static final String ENDING = ".yaml";

    private FormFile() {}

    /**
     * The form, named as its file is; the same as in a study that has it.
     *
     * @param path as it is said in a fault
     * @throws FaultyStudy with every fault at once
     */
    public static Questionnaire read(String path, byte[] content) {
        List<ProtocolFault> faults = new ArrayList<>();
        Optional<Questionnaire> form = YamlFile.read(path, content, faults::add)
                .map(node -> new QuestionnaireReading(new Settings(node, faults::add), new Codes()).form(id(path)));
        if (!faults.isEmpty()) {
            throw new FaultyStudy(faults);
        }
        return form.orElseThrow();
    }

    private static String id(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }
}
