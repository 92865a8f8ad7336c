package org.commensal.protocol;

import java.util.List;
import java.util.Optional;
import org.commensal.instrument.Expression;
import org.commensal.kernel.Text;

/**
 * How a trial is carried out: what keeps participants safe, who watches, and what becomes of the data.
 *
 * <p>Alerts, stopping rules and queries are conditions over the variables of the study, checked when it is read.
 *
 * @param ownDiary what participants get back of their own diary; empty where the study gives nothing back
 * @param doubleEntry the forms of staff that two people enter, the second without seeing what the first entered
 * @param sourceVerification what is compared with its source; empty where the study does not say
 */
public record Conduct(
        Optional<Recruitment> recruitment,
        Safety safety,
        List<QueryRule> queries,
        Optional<Kits> kits,
        Optional<Reminders> reminders,
        List<Mark> ownDiary,
        Optional<Monitoring> monitoring,
        Optional<Ethics> ethics,
        Optional<Data> data,
        List<Text> dissemination,
        List<ResultImport> imports,
        List<String> doubleEntry,
        Optional<SourceVerification> sourceVerification) {

    public Conduct {
        ownDiary = List.copyOf(ownDiary);
        queries = List.copyOf(queries);
        imports = List.copyOf(imports);
        dissemination = List.copyOf(dissemination);
        doubleEntry = List.copyOf(doubleEntry);
    }

    public record Recruitment(Text strategy, Optional<Text> retention) {}

    /**
     * @param baseline what alerts compare with
     * @param alertsLeftOut alerts that no form of the study can compute, each with the reason
     * @param expectedHarms what may be expected of the interventions
     * @param pauseRules when recruitment stops until the monitoring committee has looked
     * @param adverseEvents where the platform follows them up
     * @param medicines where the platform lists them
     */
    public record Safety(
            Optional<Text> reporting,
            List<Text> expectedHarms,
            List<Baseline> baseline,
            List<Alert> alerts,
            List<Text> alertsLeftOut,
            List<Text> pauseRules,
            Optional<AdverseEvents> adverseEvents,
            Optional<Medicines> medicines) {}

    /**
     * A variable that keeps the value of an item or score at one visit.
     *
     * @param of the item or score
     * @param visit the code of the visit
     */
    public record Baseline(String code, String of, String visit, Text label) {}

    /**
     * Something that somebody must act on as soon as the answers say so.
     *
     * @param when over the items, scores and derived variables of the study
     * @param action what is done
     * @param help what the participant is shown at once, such as whom to call
     * @param withinHours how soon it must be done
     * @param who the role that does it
     */
    public record Alert(
            String id, Text name, Expression when, Text action, Optional<Text> help, int withinHours, String who) {}

    /**
     * A question about answers that are not likely to be right, raised as soon as they are given (an edit check).
     *
     * @param text what the site is asked
     * @param when over the items, scores and derived variables of the study
     * @param about the item or score that is asked about; the form that has it is the one that is queried
     */
    public record QueryRule(String id, Text text, Expression when, String about) {}

    /**
     * The numbered packs of a blinded product.
     *
     * <p>Each arm has its kind of kit. One is handed out at randomisation, and one at each of {@code visits}.
     *
     * @param prefix capitals that begin a kit number
     * @param units how many sachets, capsules or tablets are in a kit
     * @param shelfLifeDays how long a kit must still be good when it is handed out
     * @param minimumStock kits of each kind at a site below which new ones are sent
     * @param warningDays how long before the last day on which it can be handed out a kit is said to expire soon
     */
    public record Kits(
            String prefix,
            Text contents,
            Optional<Text> storage,
            Optional<Integer> units,
            int shelfLifeDays,
            int minimumStock,
            int warningDays,
            List<String> visits) {

        public Kits {
            visits = List.copyOf(visits);
        }
    }

    /**
     * What participants see of their own diary: the days on which this was so.
     *
     * @param when over items of the diary that they fill in, no score among them
     */
    public record Mark(String code, Text name, Expression when) {}

    /** @param reviews when the committee looks, and at what */
    public record Monitoring(
            Text committee, List<Text> reviews, Optional<Text> interimAnalysis, Optional<Text> audits) {}

    /** @param review by which committee, under which law, and what it said */
    public record Ethics(
            Text review,
            Optional<Text> amendments,
            Optional<Text> consent,
            Optional<Text> confidentiality,
            Optional<Text> ancillaryCare,
            Optional<Text> insurance) {}

    public record Data(Text management, Optional<Text> quality, int retentionYears, Optional<Sharing> sharing) {}

    /** What others may use: which data, where, from when, under which licence, made how anonymous. */
    public record Sharing(
            Text what, String where, Text when, String licence, Text anonymisation, Optional<Text> code) {}
}
