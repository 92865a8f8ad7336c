package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release in the formats of the programs of analysts. */
class ReleaseFormatsIT {

    private static final TestStudy STUDY = TestStudy.BLOCKS;
    private static final String RELEASES = TestTrial.path(STUDY) + "/releases";

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();
    private final Visitor statistician = trial.as(Cast.NOOR);

    @Test
    void everyTableIsInEachFormatThatWasAskedForAndIsMadeAgainAsItWas() {
        trial.randomised(STUDY, Cast.SANNE);
        String id = TestTrial.released(
                        statistician,
                        STUDY,
                        Map.of("name", "in formats", "formats", List.of("sav", "dta", "xpt", "dta")))
                .getString("id");

        Set<String> files =
                Unzipped.texts(TestTrial.dataset(statistician, STUDY, id)).keySet();

        assertThat(files)
                .contains("participants.csv", "dta/participants.dta", "sav/participants.sav", "xpt/participants.xpt")
                .contains("check.csv", "dta/check.dta", "sav/check.sav", "xpt/check.xpt")
                .contains("visits.csv", "dta/visits.dta", "sav/populations.sav", "xpt/factors.xpt")
                .doesNotContain("dta/codebook.dta");
        assertThat(TestTrial.dataset(statistician, STUDY, id)).isEqualTo(TestTrial.dataset(statistician, STUDY, id));
    }

    @Test
    void everyReaderFindsTheCellsOfTheCsvFiles(@TempDir Path folder) throws Exception {
        trial.randomised(STUDY, Cast.SANNE);
        List<String> all = List.of(
                "csv",
                "dta",
                "sav",
                "xpt",
                "parquet",
                "dataset-json",
                "odm",
                "datapackage",
                "xlsx",
                "scripts",
                "analysis");
        String id = TestTrial.released(statistician, STUDY, Map.of("name", "in every format", "formats", all))
                .getString("id");

        byte[] zip = TestTrial.dataset(statistician, STUDY, id);
        Map<String, byte[]> files = Unzipped.files(zip);
        ReleasedCells cells = new ReleasedCells(files);

        assertThat(files)
                .containsKeys("odm.xml", "datapackage.json", "codebook.xlsx")
                .containsKeys("load.R", "load.py", "load.do", "load.sas", "load.sps");
        assertThat(cells.tables()).contains("participants", "check");
        for (String table : cells.tables()) {
            assertThat(cells.parquet(table, folder)).isEqualTo(cells.csv(table));
            assertThat(cells.datasetJson(table)).isEqualTo(cells.csv(table));
            assertThat(cells.odm(table)).isEqualTo(cells.csv(table));
        }
        assertThat(cells.csv("participants")).isNotEmpty();
        assertThat(TestTrial.dataset(statistician, STUDY, id)).isEqualTo(zip);
    }

    @Test
    void whatIsToldOfEachFormIsWhatIsInItsTable() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        TestTrial.submit(
                        trial.as(Cast.SANNE),
                        STUDY,
                        code,
                        UUID.randomUUID(),
                        "C1/check",
                        Json.createObjectBuilder().add("attacks", 2).build())
                .expect(201);
        String id = trial.released(STUDY, "told");

        Map<String, String> files = Unzipped.texts(TestTrial.dataset(statistician, STUDY, id));

        List<String> visits = files.get("visits.csv").lines().toList();
        assertThat(visits.get(0))
                .isEqualTo(
                        "subject,event,form,filled_in_by,protocol_version,from_day,to_day,study_day,state,late,explained");
        assertThat(visits).anyMatch(line -> line.endsWith(",C1,check,staff,1,0,30,0,answered,false,false"));
        for (String form : List.of("screening", "check", "mood")) {
            assertThat(visits.stream()
                            .filter(line -> line.contains("," + form + ",") && line.contains(",answered,"))
                            .count())
                    .isEqualTo(files.get(form + ".csv").lines().count() - 1);
        }
        assertThat(files.get("populations.csv").lines()).contains(subject(visits) + ",true,true,true");
        assertThat(files.get("factors.csv").lines())
                .anyMatch(line -> line.matches(subject(visits) + ",site-[12],(mild|severe)"));
        assertThat(files.get("codebook.csv")).contains("visits,event", "C1 = Call 1");
        assertThat(files.values().toString()).doesNotContain(code).doesNotContainPattern("ARM[XZ]");
    }

    /** Of the first form that was filled in on the day of randomisation. */
    private static String subject(List<String> visits) {
        return visits.stream()
                .filter(line -> line.contains(",C1,check,") && line.contains(",answered,"))
                .findFirst()
                .orElseThrow()
                .replaceFirst(",.*", "");
    }

    @Test
    void withoutAskingThereIsCsvAlone() {
        String id = trial.released(STUDY, "plain");

        assertThat(Unzipped.texts(TestTrial.dataset(statistician, STUDY, id)).keySet())
                .noneMatch(name -> name.contains("/"));
    }

    @Test
    void aFormatThatThereIsNotIsRefused() {
        Answer refused = statistician
                .post(RELEASES, Map.of("name", "in vain", "formats", List.of("dta", "exe")))
                .expect(422);

        assertThat(refused.text())
                .contains(
                        "/formats",
                        "csv, dta, sav, xpt, parquet, dataset-json, odm, datapackage, xlsx, scripts, analysis");
        assertThat(statistician.get(RELEASES).expect(200).text()).doesNotContain("in vain");
    }
}
