package org.commensal.export.format;

import java.io.IOException;
import java.util.List;

/**
 * Scripts that read every CSV file of a release with labels and reasons, each for one program: R, Python, Stata, SAS and SPSS.
 *
 * <p>They are made from what the tables say of their columns. Those of Stata, SAS and SPSS, which have to know how wide texts are
 * and take shorter names, read each table once.
 */
final class ScriptsFormat implements Format {

    /** What a script is made from. */
    private interface Script {
        String of(Dataset dataset) throws IOException;
    }

    @Override
    public String note() {
        return """
                load.R, load.py, load.do, load.sas and load.sps read the CSV files with labels and with the reasons of empty
                numbers, in R, Python (pandas), Stata, SAS and SPSS; the first lines of each say how to run it.
                """;
    }

    @Override
    public List<File> files(Dataset dataset) {
        return List.of(
                script("load.R", dataset, RScript::of),
                script("load.py", dataset, PythonScript::of),
                script("load.do", dataset, StataScript::of),
                script("load.sas", dataset, SasScript::of),
                script("load.sps", dataset, SpssScript::of));
    }

    private static File script(String name, Dataset dataset, Script script) {
        return new File(name, out -> {
            out.write(LittleEndian.utf8(script.of(dataset)));
            return 0;
        });
    }

    /** Which release it reads, as lines of remarks. */
    static String head(String remark, Dataset dataset) {
        return line(remark + dataset.title().en())
                + line(remark + "Release \"" + dataset.name() + "\" of study " + dataset.study() + ", protocol version "
                        + dataset.version() + ".");
    }

    /** Without what begins or ends a remark. */
    static String line(String text) {
        return oneLine(text).replaceAll("(?<=[/*])(?=[/*])", " ") + "\n";
    }

    /** A text without ends of lines and tabs, which scripts have no letters for. */
    static String oneLine(String text) {
        return text.replaceAll("\\s", " ");
    }
}
