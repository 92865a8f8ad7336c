package org.commensal.export.release;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.commensal.protocol.Study;
import org.commensal.protocol.Study.FactorRule;

/** The tables of a shipped study with some randomised subjects, for those who write them. */
public final class ShippedTables {

    private ShippedTables() {}

    public static PrimaryAnalysis analysis(String id) {
        return PrimaryAnalysis.of(SmallTrial.shipped(id));
    }

    /** With a masked arm for each subject, in turns. */
    public static Table[] masked(String id, int number) {
        Study study = SmallTrial.shipped(id);
        SmallTrial trial = new SmallTrial(study);
        Map<String, String> allocated = new HashMap<>();
        for (int i = 1; i <= number; i++) {
            Study.Site site = study.sites().get(i % study.sites().size());
            String code = SmallTrial.code("ABC", i);
            trial.randomised("s" + i, code, site.code()).levels(code, levels(study, site));
            allocated.put(code, study.arms().get(i % study.arms().size()).code());
        }
        return trial.masked(allocated).tables(false).toArray(Table[]::new);
    }

    private static Map<String, String> levels(Study study, Study.Site site) {
        return study.factors().stream()
                .collect(Collectors.toMap(
                        FactorRule::name,
                        factor -> factor.levels().isEmpty()
                                ? site.code()
                                : factor.levels().get(0).code()));
    }
}
